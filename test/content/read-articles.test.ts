import { describe, expect, test } from 'vitest';
import type { Draft, Finding } from '../../src/content/draft.ts';
import type { Form } from '../../src/content/forms.ts';
import { readArticles } from '../../src/content/read-articles.ts';
import { ContentError } from '../../src/model/errors.ts';
import { SETTINGS } from './article-settings.ts';

const article = (part: string, wishes: Partial<Draft> = {}): Finding => ({
  kind: 'article',
  draft: {
    title: { text: `About ${part}`, line: 1 },
    part,
    html: '<p>Text.</p>',
    stamps: [{ text: '2021-01-20T10:00:00Z', line: 2, role: 'published' }],
    tags: [],
    authors: [],
    related: [],
    isDraft: false,
    ...wishes,
  },
});
const fault = (message: string, line: number, id?: string): Finding => ({
  kind: 'fault',
  error: new ContentError(message, line),
  ...(id === undefined ? {} : { of: { id: { text: id, line }, part: '' } }),
});

function* thenThrow(findings: readonly Finding[], error: Error): Iterable<Finding> {
  yield* findings;
  throw error;
}

function readingOf(findings: Iterable<Finding>) {
  const form: Form = { name: 'made', extensions: ['.x'], looksRight: () => true, maxBytes: 9, read: () => findings };
  const { articles, problems, unread } = readArticles(form, { path: 'old/all.x', text: '' }, SETTINGS);
  return {
    articles: articles.map(({ id, slug }) => [id, slug]),
    problems: problems.map(({ severity, line, message }) => `${severity} ${line ?? '-'}: ${message}`),
    unread,
  };
}

const ID = 'tag:s.example,2026:old/all.x';
const ONE = [`${ID}/one`, 'old-all-one'];
const TWO = [`${ID}/two`, 'old-all-two'];

describe('a file of many articles', () => {
  test('gives each an id and an address of its own', () => {
    expect(readingOf([article('one'), article('two')])).toEqual({ articles: [ONE, TWO], problems: [], unread: [] });
  });

  test('names the ids of those that fail, and reads the others', () => {
    const findings = [article('one', { stamps: [] }), fault('no title', 7, '7'), article('two')];
    expect(readingOf(findings)).toEqual({
      articles: [TWO],
      problems: [
        'error 1: no date was found; add one such as "2026-11-22T13:00:00Z" (in Markdown: "date: …")',
        'error 7: no title',
      ],
      unread: [`${ID}/one`, 'tag:s.example,2026:old/all/7'],
    });
  });

  test('does not know which are missing when one that fails has no id', () => {
    const findings = [fault('no title', 1, 'urn:x:1'), fault('no JSON', 2), article('two')];
    expect(readingOf(findings)).toMatchObject({ articles: [TWO], unread: 'unknown' });
  });

  test('keeps what was read before it breaks off', () => {
    const findings = thenThrow([article('one')], new ContentError('the file ends too early', 9));
    expect(readingOf(findings)).toEqual({
      articles: [ONE],
      problems: ['error 9: the file ends too early'],
      unread: 'unknown',
    });
  });

  test('leaves out drafts, and tells notes', () => {
    const findings: readonly Finding[] = [
      article('one', { isDraft: true }),
      { kind: 'note', message: 'one draft was left out' },
    ];
    expect(readingOf(findings)).toEqual({ articles: [], problems: ['note -: one draft was left out'], unread: [] });
  });

  test('tells the first hundred of many faults, and how many there are more', () => {
    const findings = Array.from({ length: 103 }, (_, place) => fault('no title', place + 1));
    const { problems } = readingOf(findings);
    expect(problems).toHaveLength(101);
    expect(problems.at(-1)).toBe('error -: 3 more errors are not told; mend these first');
  });

  test('lets a fault of the program through', () => {
    expect(() => readingOf(thenThrow([], new TypeError('a bug')))).toThrow('a bug');
  });
});
