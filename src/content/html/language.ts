import { type ArticleData, dataClaims } from './article-data.ts';
import { type Claim, metaClaims } from './claim.ts';
import type { Facts } from './facts.ts';

const CODE = /^[a-z]{2,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?$/i;

/**
 * The language that a page declares, with its country when any source of the same language names it: `lang="en"` beside
 * `og:locale` `en_GB` is en-GB.
 */
export function languageClaim(facts: Facts, data: ArticleData): Claim | undefined {
  const claims = [
    ...(facts.language === '' ? [] : [{ text: facts.language, source: 'html lang' }]),
    ...dataClaims(data, 'inLanguage'),
    ...metaClaims(facts, ['og:locale', 'content-language', 'language', 'dc.language', 'dcterms.language']),
  ]
    .map(({ text, source }) => ({
      text: text
        .trim()
        .replaceAll('_', '-')
        .replace(/\.utf-?8$/i, ''),
      source,
    }))
    .filter(({ text }) => CODE.test(text));
  const [first] = claims;
  if (first === undefined || first.text.includes('-')) return first;
  return claims.find(({ text }) => text.toLowerCase().startsWith(`${first.text.toLowerCase()}-`)) ?? first;
}
