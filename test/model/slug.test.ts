import { describe, expect, test } from 'vitest';
import { toSlug, withSuffix } from '../../src/model/slug.ts';
import { seededRandom } from './seeded-random.ts';

describe('toSlug', () => {
  test.each([
    ['a plain word is lower-cased', 'Syria', 'syria'],
    ['white space around and between is one hyphen', '  Middle \t East\u00a0News ', 'middle-east-news'],
    ['a language of one letter keeps it', 'C', 'c'],
    ['plus signs are spelled', 'C++', 'c-plus-plus'],
    ['a plus sign between words is spelled', 'salt + pepper', 'salt-plus-pepper'],
    ['a sharp after a letter is spelled', 'C#', 'c-sharp'],
    ['a sharp after another letter too', 'F#', 'f-sharp'],
    ['a sharp after a digit too', 'Route 7#', 'route-7-sharp'],
    ['an ampersand is spelled without blanks', 'R&D', 'r-and-d'],
    ['an ampersand is spelled with blanks', 'Bread & Salt', 'bread-and-salt'],
    ['a blank is not an ampersand', 'R D', 'r-d'],
    ['a leading dot is spelled', '.NET', 'dot-net'],
    ['a leading dot is spelled inside a phrase', 'Learning .NET', 'learning-dot-net'],
    ['the same word without its dot', 'NET', 'net'],
    ['a dot inside a word only divides', 'Node.js', 'node-js'],
    ['an abbreviation loses its dots', 'U.N.', 'u-n'],
    ['a percent sign is spelled', '100%', '100-percent'],
    ['an at sign is spelled', '@harbour', 'at-harbour'],
    ['money is spelled', '$5 or €5 or £5', 'dollar-5-or-euro-5-or-pound-5'],
    ['a star is spelled', 'A*', 'a-star'],
    ['an equals sign is spelled', 'e=mc', 'e-equals-mc'],
    ['accents stay, composed', 'São Paulo', 'são-paulo'],
    ['decomposed accents become composed', 'Sa\u0303o Paulo', 'são-paulo'],
    ['Cyrillic stays', 'Сирия', 'сирия'],
    ['Chinese and Japanese stay', '日本語', '日本語'],
    ['the middle dot of Japanese names divides', 'ロンドン・タワー', 'ロンドン-タワー'],
    ['Arabic keeps its vowel marks', 'الْعَرَبِيَّة', 'الْعَرَبِيَّة'.normalize('NFC')],
    ['Hindi keeps its vowel signs', 'हिन्दी', 'हिन्दी'],
    ['Arabic digits stay', '٢٠٢٦', '٢٠٢٦'],
    ['full-width letters and signs are the plain ones', 'Ｃ＋＋　ｃｌｕｂ', 'c-plus-plus-club'],
    ['ligatures are taken apart', 'ﬁsh', 'fish'],
    ['a Turkish dotted capital keeps its dot', 'İzmir', 'i\u0307zmir'],
    ['a dotless one is another letter', 'Iğdır', 'iğdır'],
    ['a sharp s stays', 'Straße', 'straße'],
    ['an apostrophe joins', "Land's End", 'lands-end'],
    ['a curly apostrophe joins', 'Land’s End', 'lands-end'],
    ['a hashtag loses its sign', '#Tides', 'tides'],
    ['a heading taken for a hashtag loses all signs', '##Tides', 'tides'],
    ['an emoji alone is the name of its code point', '🎉', 'u1f389'],
    ['an emoji beside a word too', '🎉Party', 'u1f389-party'],
    ['a flag is its two letters', '🇫🇷', 'u1f1eb-u1f1f7'],
    ['a variation selector changes nothing', '\u2600\ufe0f', 'u2600'],
    ['marks after an emoji go with it', '🎉\u0301', 'u1f389'],
    ['signs alone are the names of their code points', '!!!', 'u21-u21-u21'],
    ['a sign that says nothing beside a word goes', 'Yes!', 'yes'],
    ['a hyphen alone has its code point', '-', 'u2d'],
    ['a hash sign alone has its code point', '#', 'u23'],
    ['an apostrophe alone has its code point', "'", 'u27'],
    ['hyphens and dashes are one hyphen', '--a – b—c--', 'a-b-c'],
    ['the operators of a selection only divide', 'a,b(c):d/e', 'a-b-c-d-e'],
    ['a joiner inside an accented letter leaves it composed', 'caf\u0065\u200d\u0301', 'café'],
    ['an apostrophe inside an accented letter too', "caf\u0065'\u0301", 'café'],
    ['direction marks are not seen', '\u200eTides\u200f', 'tides'],
    ['a byte order mark is not seen', '\ufeffTides', 'tides'],
    ['half a surrogate pair is not seen', 'a\ud800b', 'a-b'],
    ['control characters divide', 'a\u0000b\u0007c', 'a-b-c'],
    ['the longest one is as long as it may be', 'x'.repeat(120), 'x'.repeat(120)],
    ['a label of many blanks is as long as its words', ` ${' '.repeat(900)}a`, 'a'],
  ])('%s', (_name, label, slug) => expect(toSlug(label)).toBe(slug));

  test.each([
    ['nothing', ''],
    ['only white space', ' \t\n\u00a0\u2003'],
    ['only what cannot be seen', '\u200b\u200d\u2060\ufeff'],
    ['a filler that is a letter to Unicode', '\u3164'],
    ['half a surrogate pair', '\ud800'],
    ['one sign too long', 'x'.repeat(121)],
    ['too long once its signs are spelled', '!'.repeat(41)],
    ['a label longer than anybody reads', `${' '.repeat(1_000)}a`],
    ['a megabyte of letters', 'x'.repeat(1_000_000)],
    ['a megabyte of symbols', '☀'.repeat(1_000_000)],
  ])('makes no slug of %s', (_name, label) => expect(toSlug(label)).toBeUndefined());

  test.each([
    ['what differs in the signs that carry meaning', ['C', 'C++', 'C#', 'C+', 'C*', 'C&C', 'C%', 'C$']],
    ['sharps', ['F', 'F#']],
    ['an ampersand and a blank', ['R&D', 'R D', 'RD']],
    ['a leading dot', ['.NET', 'NET']],
    ['emoji', ['🎉', '🎊', '🎉🎉']],
    ['skin tones', ['👋', '👋🏽', '👋🏿']],
    ['accents', ['resume', 'résumé']],
    ['Turkish letters', ['ısı', 'isi', 'İSİ']],
    ['scripts that look alike', ['COP', 'СОР']],
    ['signs alone', ['!', '!!', '?', '…', '—']],
  ])('keeps apart %s', (_name, labels) => {
    const slugs = labels.map(toSlug);
    expect(slugs).not.toContain(undefined);
    expect(new Set(slugs).size).toBe(labels.length);
  });

  test.each([
    ['case and white space', ['Syria', 'syria', ' SYRIA ', '\u00a0Syria']],
    ['composed and decomposed letters', ['São Paulo', 'Sa\u0303o Paulo']],
    ['full and half width', ['Ｃ＋＋', 'C++', 'c++']],
    ['a hashtag and its word', ['#tides', 'Tides']],
    ['kinds of apostrophe', ["Land's End", 'Land’s End', 'Landʼs End']],
    ['half-width and full-width kana', ['ｶﾞ', 'ガ']],
  ])('makes one of %s', (_name, labels) => {
    expect(new Set(labels.map(toSlug)).size).toBe(1);
    expect(toSlug(labels[0] ?? '')).toBeDefined();
  });
});

describe('every slug', () => {
  const random = seededRandom(20_260_421);
  const signs = [
    ...'aZ09 -_.,:;!?\'’ʼ"#+&@%=*$€£()[]{}<>/\\|~^`´¨½²™…–—\t\n\u00a0\u00ad\u200b\u200d\u200e\u2060\ufeff',
    ...'éÉßẞİıΣσςǅﬁŉﷺＡ＃＋．🎉👋🏽🇫☀',
    ...['\ufe0f', '\u20e3', '\u0301', '\u0307', '\u0338', '\u0345', '\u034f', '\u0e33', '\u3099', '\u3164', '\u115f'],
    ...[
      '\u0600',
      '\ud800',
      '\udc00',
      '\u0000',
      '\u0085',
      '\u2028',
      '\uac00',
      '\u11a8',
      'ـ',
      'َ',
      'क',
      '्',
      'ก',
      '日',
      'Ж',
    ],
  ];
  const anySign = (): string => {
    if (random.below(3) > 0) return random.pick(signs);
    return String.fromCodePoint(random.below(0x11_0000));
  };
  const labels = Array.from({ length: 20_000 }, () => Array.from({ length: 1 + random.below(8) }, anySign).join(''));
  const slugs = labels.flatMap((label) => toSlug(label) ?? []);
  const breaking = (isRight: (slug: string) => boolean): readonly string[] => slugs.filter((slug) => !isRight(slug));

  test('is its own slug', () => expect(breaking((slug) => toSlug(slug) === slug)).toEqual([]));

  test('comes back from percent-encoding', () => {
    expect(breaking((slug) => decodeURIComponent(encodeURIComponent(slug)) === slug)).toEqual([]);
  });

  test('holds no sign that means something in an address or a selection', () => {
    expect(breaking((slug) => !/[+,():./*%?#&=@\\_\s\p{C}]/u.test(slug))).toEqual([]);
  });

  test('neither begins nor ends with a hyphen, and has no two in a row', () => {
    expect(breaking((slug) => !/^-|-$|--/.test(slug))).toEqual([]);
  });

  test('was found often enough to mean something', () => expect(slugs.length).toBeGreaterThan(15_000));
});

describe('withSuffix', () => {
  const slugOf = (label: string) => {
    const slug = toSlug(label);
    if (slug === undefined) throw new Error(`no slug of ${label}`);
    return slug;
  };

  test.each([
    ['a short slug gets it behind a hyphen', 'syria', 'syria-1f3a9c'],
    ['a slug that just fits stays whole', 'x'.repeat(113), `${'x'.repeat(113)}-1f3a9c`],
    ['a longer one is cut', 'x'.repeat(120), `${'x'.repeat(113)}-1f3a9c`],
    ['no hyphen is doubled at the cut', `${'x'.repeat(112)}-yyyyy`, `${'x'.repeat(112)}-1f3a9c`],
    ['no letter of two units is cut in half', `x${'𐐨'.repeat(59)}`, `x${'𐐨'.repeat(56)}-1f3a9c`],
  ])('%s', (_name, label, expected) => {
    const slug = withSuffix(slugOf(label), '1f3a9c');
    expect(slug).toBe(expected);
    expect(toSlug(slug)).toBe(slug);
  });
});
