import { languageTag } from '../../feeds/entry.ts';
import type { Site } from '../../model/site.ts';
import { html, type Markup, type Shown } from './markup.ts';

/** Scripts that run from right to left (Unicode, Bidi_Class R and AL) and are written today. */
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set([
  'Adlm',
  'Arab',
  'Hebr',
  'Mand',
  'Mend',
  'Nkoo',
  'Rohg',
  'Samr',
  'Syrc',
  'Thaa',
  'Yezi',
]);

/** What the words of the pages themselves are written in. */
const OWN_LANGUAGE = 'en';

/** Which way a language is written by most; `auto` for a tag that has no such answer. */
export function directionOf(tag: string): 'ltr' | 'rtl' | 'auto' {
  try {
    return RIGHT_TO_LEFT.has(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr';
  } catch (error) {
    if (error instanceof RangeError) return 'auto';
    throw error;
  }
}

/** The language of a whole page: the site's, else that of the page's own words. */
export const pageLanguage = (site: Pick<Site, 'language'>): string => languageTag(site.language) ?? OWN_LANGUAGE;

/**
 * The attributes of an element that holds an author's words, with a blank before them; ` lang="ar" dir="rtl"`. Without a
 * language the browser takes the direction from the words: they may be of any script.
 */
export function languageAttributes(language: string | undefined): Markup {
  const tag = languageTag(language);
  return tag === undefined ? html` dir="auto"` : html` lang="${tag}" dir="${directionOf(tag)}"`;
}

/** Words of this program. On a site in another language they say that they are English, for screen readers and bidi. */
export const inEnglish = (site: Pick<Site, 'language'>, words: Shown): Markup =>
  new Intl.Locale(knownTag(pageLanguage(site))).language === OWN_LANGUAGE
    ? html`${words}`
    : html`<span lang="${OWN_LANGUAGE}" dir="ltr">${words}</span>`;

const knownTag = (tag: string): string => (directionOf(tag) === 'auto' ? 'und' : tag);
