import { expect, test } from 'vitest';
import { isArticleFile } from '../../src/content/article-files.ts';
import { FORMS } from '../../src/content/forms.ts';

const EXTENSIONS = [...new Set(FORMS.flatMap(({ extensions }) => extensions))];

test.each(EXTENSIONS)('a file that ends in %s may hold articles', (extension) => {
  expect(isArticleFile(`deep/Notes${extension.toUpperCase()}`)).toBe(true);
});

test.each(['.png', '.pdf', '', '.md.bak', '.js', '.css'])('a file that ends in "%s" holds none', (extension) => {
  expect(isArticleFile(`deep/notes${extension}`)).toBe(false);
});
