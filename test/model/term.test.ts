import { describe, expect, test } from 'vitest';
import { TERM_KINDS, termKey, toTerm } from '../../src/model/term.ts';

describe('toTerm', () => {
  test.each([
    ['the label stays as it is written', 'tag', 'Middle East', { slug: 'middle-east', label: 'Middle East' }],
    ['white space becomes one blank', 'tag', '  Middle\u00a0 \n East ', { slug: 'middle-east', label: 'Middle East' }],
    ['a zero-width space is a blank', 'tag', 'Middle\u200bEast', { slug: 'middle-east', label: 'Middle East' }],
    ['a decomposed label is composed', 'tag', 'Sa\u0303o Paulo', { slug: 'são-paulo', label: 'São Paulo' }],
    ['a hashtag shows without its sign', 'tag', '#Tides', { slug: 'tides', label: 'Tides' }],
    ['a doubled hashtag too', 'tag', '##Tides', { slug: 'tides', label: 'Tides' }],
    ['an author keeps every sign', 'author', '#1 Reporter', { slug: '1-reporter', label: '#1 Reporter' }],
    ['signs that carry meaning stay in the label', 'tag', 'C++', { slug: 'c-plus-plus', label: 'C++' }],
    ['a section is read like a tag', 'section', 'R&D', { slug: 'r-and-d', label: 'R&D' }],
    ['an emoji has an address', 'series', '🎉', { slug: 'u1f389', label: '🎉' }],
  ] as const)('%s', (_name, kind, label, expected) => expect(toTerm(kind, label)).toEqual({ kind, ...expected }));

  test.each(['', '   ', '\u200b', 'x'.repeat(121)])('makes no term of %j', (label) => {
    expect(toTerm('tag', label)).toBeUndefined();
  });

  test.each(TERM_KINDS)('gives the same %s again for the label that it gave', (kind) => {
    for (const label of ['##Tides', '# C', '#', 'C#', ' .NET ', '日本\u3000語', 'Land’s End', '🎉', '!!!']) {
      const term = toTerm(kind, label);
      expect(term).toBeDefined();
      expect(toTerm(kind, term?.label ?? '')).toEqual(term);
    }
  });
});

test('a term is known by its kind and slug, not by its label', () => {
  const keys = TERM_KINDS.flatMap((kind) =>
    ['Tides', 'TIDES', 'tag:tides'].flatMap((label) => {
      const term = toTerm(kind, label);
      return term === undefined ? [] : termKey(term);
    }),
  );
  expect([...new Set(keys)].sort()).toEqual([
    'author:tag-tides',
    'author:tides',
    'section:tag-tides',
    'section:tides',
    'series:tag-tides',
    'series:tides',
    'tag:tag-tides',
    'tag:tides',
  ]);
});
