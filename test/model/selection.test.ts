import { describe, expect, test } from 'vitest';
import {
  ALL,
  chooses,
  onlyTerm,
  parseSelection,
  printSelection,
  selectionOf,
  termsOf,
} from '../../src/model/selection.ts';
import { termKey, toTerm } from '../../src/model/term.ts';
import { selectionIn } from '../store/made-articles.ts';
import { someLetters, writtenSelections } from './selection-texts.ts';

/** The canonical form of a text, or its problem. */
function canonical(text: string): string {
  const parsed = parseSelection(text);
  return 'problem' in parsed ? parsed.problem : printSelection(parsed.selection);
}

describe('parseSelection', () => {
  test.each([
    ['one tag is itself', 'syria', 'syria'],
    ['a star is everything', '*', '*'],
    ['a label is taken for its slug', 'Syria', 'syria'],
    ['both are sorted', 'syria+russia', 'russia+syria'],
    ['either is sorted', 'syria,russia', 'russia,syria'],
    ['what is unwanted stands last', '-france+syria', 'syria+-france'],
    ['and binds closer than or', 'a,b+c', 'a,b+c'],
    ['brackets bind closest', '(a,b)+c', 'a+c,b+c'],
    ['brackets that change nothing go', '((a)+(b))', 'a+b'],
    ['a negation goes to the terms of a sum', '-(a,b)', '-a+-b'],
    ['a negation goes to the terms of a product', '-(a+b)', '-a,-b'],
    ['a double negation is none', '-(-a)', 'a'],
    ['a double negation around a sum is none', '-(-(a,b))', 'a,b'],
    ['a repeated term stands once', 'a+a,a', 'a'],
    ['what is said already goes', 'a,a+b', 'a'],
    ['what follows from the others is said in any case', 'a+b,-a+c,b+c', 'a+b,b+c,c+-a'],
    ['an unwanted term that makes no difference goes', 'a,b+-a', 'a,b'],
    ['and is added where it was not written', 'a+b,-a+c', 'a+b,b+c,c+-a'],
    ['a selection that everything fits is everything', 'a,-a', '*'],
    ['one that everything fits by way of others too', 'a+b,-a,-b', '*'],
    ['the algebra over sections and authors', 'section:politics+-author:j-doe', 'section:politics+-author:j-doe'],
    ['a series', 'series:Long%20Reads', 'series:long-reads'],
    ['a tag may be called one', 'tag:syria', 'syria'],
    ['a tag and a section of one name are two', 'section:a,a', 'a,section:a'],
    ['another word before a colon is part of the tag', 'city:paris', 'city-paris'],
    ['an encoded colon is part of the tag', 'section%3Apolitics', 'section-politics'],
    ['encoded plus signs are part of the tag', 'C%2B%2B', 'c-plus-plus'],
    ['an encoded comma is part of the tag', 'a%2Cb', 'a-b'],
    ['encoded brackets are part of the tag', '%28a%29', 'a'],
    ['an encoded hyphen is no negation', '%2Da', 'a'],
    ['an encoded star is a word', '%2A', 'star'],
    ['an encoded percent sign is decoded once', '100%25', '100-percent'],
    ['a lone percent sign is taken as it stands', '100%', '100-percent'],
    ['other scripts are encoded', 'são-paulo,Сирия', '%D1%81%D0%B8%D1%80%D0%B8%D1%8F,s%C3%A3o-paulo'],
    ['other scripts are decoded', '%D0%A1%D0%98%D0%A0%D0%98%D0%AF', '%D1%81%D0%B8%D1%80%D0%B8%D1%8F'],
    ['white space around a name goes', '%20syria%20+ russia', 'russia+syria'],
    ['a hyphen inside a name is no negation', 'jean-yves+-le-drian', 'jean-yves+-le-drian'],
  ])('%s', (_name, text, expected) => expect(canonical(text)).toBe(expected));

  const howToEscape = 'write %2B for a plus and %2C for a comma in a name';
  test.each([
    ['everything or a tag', '*,a', `"*,a" holds a "*"; that is everything, alone, and %2A is a tag of that name`],
    [
      'everything without a tag',
      '*+-a',
      `"*+-a" holds a "*"; that is everything, alone, and %2A is a tag of that name`,
    ],
    ['not everything', '-*', `"-*" holds a "*"; that is everything, alone, and %2A is a tag of that name`],
    ['everything in brackets', '(*)', `"(*)" holds a "*"; that is everything, alone, and %2A is a tag of that name`],
    [
      'each section',
      'section:*',
      `"section:*" holds a "*"; that is everything, alone, and %2A is a section of that name`,
    ],
    ['an empty text', '', `"" lacks a tag at character 1; ${howToEscape}`],
    ['a plus too many', 'a++b', `"a++b" lacks a tag at character 3; ${howToEscape}`],
    ['a tag with bare plus signs', 'C++', `"C++" lacks a tag at character 3; ${howToEscape}`],
    ['a comma at the end', 'a,', `"a," lacks a tag at character 3; ${howToEscape}`],
    ['a comma at the start', ',a', `",a" lacks a tag at character 1; ${howToEscape}`],
    ['a minus without a tag', 'a+-', `"a+-" lacks a tag at character 4; ${howToEscape}`],
    ['two minus signs', '--a', `"--a" lacks a tag at character 2; ${howToEscape}`],
    ['empty brackets', '()', `"()" lacks a tag at character 2; ${howToEscape}`],
    ['an open bracket', '(a,b', '"(a,b" has a "(" without its ")"'],
    ['a bracket after a tag', 'a(b)', '"a(b)" has a ")" too many at character 2'],
    ['a closed bracket too many', 'a)', '"a)" has a ")" too many at character 2'],
    ['a kind without a name', 'section:', '"section:" is no name of a section'],
    ['a name that cannot be seen', '%E2%80%8B', '"%E2%80%8B" is no name of a tag'],
    ['a name that is too long', `a+${'b'.repeat(121)}`, `"${'b'.repeat(121)}" is no name of a tag`],
    ['what no article can fit', 'a+-a', '"a+-a" selects nothing: no article can fit it'],
    ['a negated everything', '-(a,-a)', '"-(a,-a)" selects nothing: no article can fit it'],
  ])('says what is wrong with %s', (_name, text, problem) => expect(canonical(text)).toBe(problem));
});

describe('the bounds of a selection', () => {
  const letters = someLetters(16);

  test('16 different terms, 64 in all and 8 brackets deep can be read', () => {
    expect(canonical(letters.join('+'))).toBe(letters.join('+'));
    expect(canonical(letters.join(','))).toBe(letters.join(','));
    expect(canonical(Array(64).fill('a').join('+'))).toBe('a');
    expect(canonical(`${'('.repeat(8)}a${')'.repeat(8)}`)).toBe('a');
    expect(canonical('(a,b,c,d)+(e,f,g,h),i').split(',')).toHaveLength(17);
  });

  test.each([
    ['17 different terms', someLetters(17).join('+'), 'names more than 16 different terms'],
    ['65 terms in all', Array(65).fill('a').join(','), 'names more than 64 terms'],
    ['9 brackets deep', `${'('.repeat(9)}a${')'.repeat(9)}`, 'has brackets more than 8 deep'],
    ['a product of 32 parts of 5 terms', '(a,b)+(c,d)+(e,f)+(g,h)+(i,j)', 'is too large a selection'],
    ['a product of 256 parts', '(a,b)+(c,d)+(e,f)+(g,h)+(i,j)+(k,l)+(m,n)+(o,p)', 'is too large a selection'],
    ['a product of full sums', Array(5).fill('(a,b,c,d)+(e,f,g,h)+(i,j,k,l)').join('+'), 'is too large a selection'],
    [
      'a sum with thousands of prime implicants',
      letters.map((letter, place) => `${letter}+-${letters[(place + 1) % 16]}`).join(','),
      'is too large a selection',
    ],
    ['a megabyte of brackets', '('.repeat(1_000_000), 'has brackets more than 8 deep'],
    ['a megabyte of tags', 'a+'.repeat(500_000), 'names more than 64 terms'],
    ['a megabyte in one tag', 'a'.repeat(1_000_000), 'is no name of a tag'],
    ['a megabyte of symbols in one tag', '☀'.repeat(1_000_000), 'is no name of a tag'],
    ['a megabyte of escapes', '%41'.repeat(333_333), 'is no name of a tag'],
    ['a megabyte of minus signs', '-'.repeat(1_000_000), 'lacks a tag'],
  ])('%s is refused at once, in few words', (_name, text, problem) => {
    const before = process.threadCpuUsage();
    const answer = canonical(text);
    const spent = process.threadCpuUsage(before);
    // A few ms on a quiet machine, and other work on it does not count; without the bounds it is half a second or more.
    expect((spent.user + spent.system) / 1_000).toBeLessThan(250);
    expect(answer).toContain(problem);
    expect(answer.length).toBeLessThan(400);
  });
});

describe('the canonical form', () => {
  const texts = writtenSelections(4_000);
  const parsed = texts.map((written) => ({ ...written, parsed: parseSelection(written.text) }));
  const accepted = parsed.flatMap(({ parsed: result, ...written }) =>
    'selection' in result ? [{ ...written, selection: result.selection }] : [],
  );

  test('refuses only what no article can fit', () => {
    const refused = parsed.filter(({ parsed: result }) => 'problem' in result);
    expect(refused.length).toBeGreaterThan(10);
    expect(refused.filter(({ fits }) => fits.includes(true)).map(({ text }) => text)).toEqual([]);
    expect(accepted.filter(({ fits }) => !fits.includes(true)).map(({ text }) => text)).toEqual([]);
  });

  test('selects the very sets of terms that were written', () => {
    const wrong = accepted.filter(({ selection, fits, bearings }) => {
      const chosen = bearings.map(
        (borne) =>
          selection.kind === 'all' ||
          selection.alternatives.some((literals) =>
            literals.every((literal) => borne.has(termKey(literal)) !== literal.negated),
          ),
      );
      return chosen.join() !== fits.join();
    });
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });

  test('is one for all texts that mean the same, and another for all others', () => {
    const meanings = accepted.map(({ fits }) => fits.join());
    const prints = accepted.map(({ selection }) => printSelection(selection));
    const pairs = new Set(prints.map((print, place) => `${print} ${meanings[place]}`));
    expect(new Set(meanings).size).toBeGreaterThan(200);
    expect(pairs.size).toBe(new Set(meanings).size);
    expect(pairs.size).toBe(new Set(prints).size);
  });

  test('is read back to an equal selection', () => {
    expect(accepted.map(({ selection }) => parseSelection(printSelection(selection)))).toEqual(
      accepted.map(({ selection }) => ({ selection })),
    );
  });

  test.each(['(a,b)+(c,d)+(e,f)', '(a,b)+(c,d)+(e,f)+(g,h)', '(a,b,c,d)+(e,f,g,h)', '(a,b,c,d,e,f,g,h)+(i,j,k,l)'])(
    'of %s is longer than what was written, and can be read back',
    (text) => {
      const print = canonical(text);
      expect(print.length).toBeGreaterThan(text.length);
      expect(canonical(print)).toBe(print);
    },
  );

  test('is plain ASCII without white space', () => {
    expect(accepted.filter(({ selection }) => !/^[!-~]+$/.test(printSelection(selection)))).toEqual([]);
  });
});

describe('the parts of a selection', () => {
  const termOf = (label: string) => {
    const term = toTerm('tag', label);
    if (term === undefined) throw new Error(`no term of ${label}`);
    return term;
  };
  const selectionIn = (text: string) => {
    const result = parseSelection(text);
    if ('problem' in result) throw new Error(result.problem);
    return result.selection;
  };

  test('the selection of a term is what its address is read to', () => {
    expect(selectionOf(termOf('Syria'))).toEqual(selectionIn('syria'));
  });

  test.each([
    ['a tag', 'syria', 'tag:syria'],
    ['a section', 'section:news', 'section:news'],
    ['a tag in superfluous algebra', 'a,a+b', 'tag:a'],
    ['everything', '*', undefined],
    ['an unwanted tag', '-syria', undefined],
    ['two tags', 'a+b', undefined],
    ['either of two tags', 'a,b', undefined],
  ])('%s has only the term that it is', (_name, text, key) => {
    const term = onlyTerm(selectionIn(text));
    expect(term && termKey(term)).toBe(key);
  });

  test.each([
    ['everything names no term', '*', []],
    ['each term is named once', 'b+-a,c+a', ['tag:a', 'tag:b', 'tag:c']],
    ['terms are sorted by kind and slug', 'b,section:a,author:z', ['author:z', 'section:a', 'tag:b']],
    ['a term that makes no difference is not named', 'a,a+b', ['tag:a']],
  ])('%s', (_name, text, keys) => expect(termsOf(selectionIn(text)).map(termKey)).toEqual(keys));

  test('everything is one value', () => expect(selectionIn('a,-a')).toBe(ALL));
});

describe('what a selection chooses', () => {
  test.each<[string, string, readonly string[], boolean]>([
    ['everything, of an article without terms', '*', [], true],
    ['a tag that the article bears', 'a', ['tag:a', 'tag:b'], true],
    ['a tag that it does not bear', 'c', ['tag:a', 'tag:b'], false],
    ['a section called like its tag', 'section:a', ['tag:a'], false],
    ['both tags', 'a+b', ['tag:a', 'tag:b'], true],
    ['one of both', 'a+c', ['tag:a', 'tag:b'], false],
    ['either', 'a,c', ['tag:a', 'tag:b'], true],
    ['an unwanted tag', 'a+-b', ['tag:a', 'tag:b'], false],
    ['all without a tag', '-c', ['tag:a'], true],
    ['all without a tag, of an article without terms', '-c', [], true],
  ])('%s', (_name, text, terms, isChosen) => {
    expect(chooses(selectionIn(text), new Set(terms))).toBe(isChosen);
  });
});
