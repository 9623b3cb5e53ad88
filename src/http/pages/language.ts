import { languageTag } from '../../feeds/entry.ts';
import type { Article } from '../../model/article.ts';
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
export const pageLanguage = (site: Around): string => languageTag(site.language) ?? OWN_LANGUAGE;

/** What stands around an element: its words are in this language, where that is known. */
export type Around = Pick<Site, 'language'>;

/** The surroundings inside an article: its own language, else the site's. */
export function insideArticle(site: Site, article: Pick<Article, 'language'>): Around {
  const language = languageTag(article.language) ?? site.language;
  return language === undefined ? {} : { language };
}

/** ` lang="ar" dir="rtl"` for the element that holds an article; nothing where its language is not known. */
export function languageOf(article: Pick<Article, 'language'>): Markup | undefined {
  const tag = languageTag(article.language);
  return tag === undefined ? undefined : html` lang="${tag}" dir="${directionOf(tag)}"`;
}

/** For the elements with an article's words where its language is not known: the words themselves tell the direction. */
export const directionByWords = (article: Pick<Article, 'language'>): Markup | undefined =>
  languageTag(article.language) === undefined ? html` dir="auto"` : undefined;

/** Words of this program. Among words of another language they say that they are English, for screen readers and bidi. */
export const inEnglish = (around: Around, words: Shown): Markup =>
  isEnglish(pageLanguage(around)) ? html`${words}` : html`<span lang="${OWN_LANGUAGE}" dir="ltr">${words}</span>`;

const isEnglish = (tag: string): boolean => /^en(?:-|$)/i.test(tag);
