/** Lower case, URL-safe, letters of every script: `syria`, `c-plus-plus`, `são-paulo`, `сирия`. Only `toSlug` makes one. */
export type Slug = string & { readonly brand: 'Slug' };

/** Longer than any tag that a person would type; such text is a sentence that was taken for a tag. */
const MAX_SLUG_LENGTH = 120;
/** Hostile megabytes are not even looked at. */
const MAX_LABEL_LENGTH = 1_000;

/** Symbols that change what a word means are spelled out, so that C, C++ and C# keep three addresses. */
const SPELLED: readonly (readonly [RegExp, string])[] = [
  [/[’'ʼ]/gu, ''],
  [/(?<=[\p{L}\p{N}+#])\+/gu, ' plus '],
  [/(?<=[\p{L}\p{N}])#/gu, ' sharp '],
  [/&/gu, ' and '],
  [/\+/gu, ' plus '],
  [/@/gu, ' at '],
  [/%/gu, ' percent '],
  [/=/gu, ' equals '],
  [/\*/gu, ' star '],
  [/\$/gu, ' dollar '],
  [/€/gu, ' euro '],
  [/£/gu, ' pound '],
  [/(?<![\p{L}\p{N}])\.(?=\p{L})/gu, ' dot '],
];

/** Joiners, direction marks, variation selectors, fillers: two labels that differ in these look the same. */
const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** Marks are kept with their letters: NFC leaves some scripts decomposed. */
const NOT_A_WORD = /[^\p{L}\p{M}\p{N}]+/gu;
const OTHER_SYMBOL = /\p{S}\p{M}*/gu;

/** Most slugs that are read back: nothing of what is done to a label would change them. */
const SLUG_ALREADY = /^[a-z\d]+(?:-[a-z\d]+)*$/;

const codePointName = (symbol: string): string => `u${symbol.codePointAt(0)?.toString(16)}`;

/**
 * Makes the address word of a label: NFKC, lower case, words joined by hyphens.
 *
 * Symbols that carry meaning are spelled (`+` plus, `#` after a letter sharp, `&` and, leading `.` dot); other symbols
 * become the name of their code point (`🎉` is `u1f389`), so that no label is left without an address and different
 * labels stay apart. A leading `#` of a hashtag goes. `toSlug(toSlug(x)) === toSlug(x)`.
 *
 * Answers undefined for text without any visible sign, for more than 1,000 code units of it, or when the slug would be
 * longer than 120.
 */
export function toSlug(label: string): Slug | undefined {
  if (label.length > MAX_LABEL_LENGTH) return undefined;
  if (label.length <= MAX_SLUG_LENGTH && SLUG_ALREADY.test(label)) return label as Slug;
  const plain = label.normalize('NFKC').toLowerCase().normalize('NFC').replace(INVISIBLE, '').trim();
  let text = plain.replace(/^#+(?=[\p{L}\p{N}])/u, '');
  for (const [symbol, word] of SPELLED) text = text.replace(symbol, word);
  text = text.replace(OTHER_SYMBOL, (symbol) => ` ${codePointName(symbol)} `);
  // Composed once more: what stood between a letter and its accent may have gone.
  const words = text.replace(NOT_A_WORD, '-').replace(/^-|-$/g, '').normalize('NFC');
  const slug = words === '' ? [...plain.replace(/[\s\p{C}]/gu, '')].map(codePointName).join('-') : words;
  if (slug === '' || slug.length > MAX_SLUG_LENGTH) return undefined;
  return slug as Slug;
}

/** Tells a slug apart from its equals by a suffix of letters and digits: `syria-1f3a9c`. A long slug is cut to fit in 120. */
export function withSuffix(slug: Slug, suffix: string): Slug {
  let kept = '';
  for (const sign of slug) {
    if (kept.length + sign.length + 1 + suffix.length > MAX_SLUG_LENGTH) break;
    kept += sign;
  }
  return `${kept.replace(/-$/, '')}-${suffix}` as Slug;
}
