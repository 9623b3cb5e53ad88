import { ContentError } from '../model/errors.ts';
import { readArticleFields } from './article-fields.ts';
import type { Draft } from './draft.ts';
import { readFrontMatter } from './front-matter.ts';
import { renderMarkdown } from './markdown-html.ts';

/**
 * Reads an article in Markdown with YAML front matter. Without a `title` the first heading of the body is the title; a
 * heading that says the title leaves the body. Throws ContentError with its line for front matter that cannot be read and
 * for a missing title.
 */
export function readMarkdown(text: string): Draft {
  const { fields, body, bodyLine } = readFrontMatter(text);
  const { title, ...given } = readArticleFields(fields);
  const { html, heading } = renderMarkdown(body, title?.text);
  if (title !== undefined) return { ...given, title, html };
  if (heading === undefined) {
    throw new ContentError('the article has no title; add "title: …" to its front matter, or a first line "# …"', 1);
  }
  return {
    ...given,
    title: { text: heading.text, line: bodyLine + heading.line },
    titleNote: 'the title is the first heading, because the front matter names none',
    html,
  };
}
