import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { foldKey } from '../../../src/content/fields/field.ts';
import { BODY_NAMES, FIELD_NAMES } from '../../../src/content/fields/field-names.ts';
import { mediaTypeOf } from '../../../src/model/media.ts';

const DOCUMENT = readFileSync(join(import.meta.dirname, '../../../docs/articles.md'), 'utf8');
const codeIn = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => foldKey(code));

test('docs/articles.md names all keys of fields, in their order', () => {
  const rows = [...DOCUMENT.matchAll(/^\| `(\w+)` \| (`.*) \|$/gm)].map(([, field, keys = '']) => [
    field,
    codeIn(keys),
  ]);
  expect(rows).toEqual(Object.entries(FIELD_NAMES));
});

test('docs/articles.md names all keys of texts, in their order', () => {
  const told = /^The text is the first of ([\s\S]*?), else the summary/m.exec(DOCUMENT)?.[1] ?? '';
  expect(codeIn(told)).toEqual(Object.keys(BODY_NAMES));
});

test('every key is written as it is looked up', () => {
  const keys = [...Object.values(FIELD_NAMES).flat(), ...Object.keys(BODY_NAMES)];
  expect(keys.filter((key) => foldKey(key) !== key)).toEqual([]);
});

test('docs/articles.md names all endings of media', () => {
  const told = codeIn(/^These endings are media: ([\s\S]*?)\.$/m.exec(DOCUMENT)?.[1] ?? '');
  expect(told.length).toBeGreaterThan(30);
  expect(told.filter((ending) => mediaTypeOf(`x.${ending}`) === undefined)).toEqual([]);
});
