import type { Article } from '../model/article.ts';
import { cleanLine } from './clean.ts';
import { type FeedParameters, numberIn } from './parameters.ts';
import { beginning, plainText } from './plain-text.ts';

/** As long as what RSS shows before an article is opened. */
const SUMMARY_LENGTH = 300;
/** Enough HTML for the longest beginning that can be asked for, unless a page is nearly all markup. */
const MAX_HTML_LENGTH = 100_000;

/** The article as `brief` and `mode=summary` show it: a summary in place of the text; else the article itself. */
export function shortened(article: Article, parameters: FeedParameters): Article {
  const maxLength = numberIn(parameters, 'brief');
  if (maxLength === undefined && parameters.get('mode') !== 'summary') return article;
  const own = cleanLine(article.summary ?? '');
  if (maxLength === undefined && own !== '') return { ...article, html: '' };
  const text = [plainText(article.html.slice(0, MAX_HTML_LENGTH)), own].find((words) => words !== '');
  const { summary: _, ...others } = article;
  return { ...others, html: '', ...(text && { summary: beginning(text, maxLength ?? SUMMARY_LENGTH) }) };
}
