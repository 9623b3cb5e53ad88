import type { Article } from '../model/article.ts';
import { RequestError } from '../model/errors.ts';
import { cleanLine } from './clean.ts';
import { type FeedParameters, isPatternName, type PatternName } from './parameters.ts';
import { type Pattern, toPattern } from './pattern.ts';
import { plainText } from './plain-text.ts';

/** How much of an article's text is searched: what is after it is not what the article is about. */
const MAX_SEARCHED_LENGTH = 5_000;
/** Tags make three times as much of a page at the most; what is after this much HTML is not even read. */
const MAX_HTML_LENGTH = 4 * MAX_SEARCHED_LENGTH;

type Field = 'title' | 'description' | 'author' | 'category';

/** Where each pattern is looked for. That `filterout` alone leaves authors and tags out is RSSHub's habit. */
const FIELDS: Readonly<Record<PatternName, readonly Field[]>> = {
  filter: ['title', 'description', 'author', 'category'],
  filter_title: ['title'],
  filter_description: ['description'],
  filter_author: ['author'],
  filter_category: ['category'],
  filterout: ['title', 'description'],
  filterout_title: ['title'],
  filterout_description: ['description'],
  filterout_author: ['author'],
  filterout_category: ['category'],
};

/** The texts of each field, made when they are first asked for: most patterns speak of the title alone. */
const READERS: Readonly<Record<Field, (article: Article) => readonly string[]>> = {
  title: ({ title }) => [title],
  description: ({ title, summary, html }) => {
    const text = `${summary === undefined ? '' : `${cleanLine(summary)} `}${plainText(html.slice(0, MAX_HTML_LENGTH))}`;
    return [(text.trim() === '' ? title : text).slice(0, MAX_SEARCHED_LENGTH)];
  },
  author: ({ authors }) => [authors.map(({ name }) => name).join(' ')],
  category: ({ terms }) => terms.flatMap(({ kind, label }) => (kind === 'tag' ? [label] : [])),
};

interface Rule {
  readonly fields: readonly Field[];
  readonly pattern: Pattern;
  /** Whether an article that fits is shown or left out. */
  readonly isWanted: boolean;
}

/** What looking at one article said, and what it cost at the most, in steps of some 60 ns. */
interface Verdict {
  readonly fits: boolean;
  readonly steps: number;
}

export type ArticleFilter = (article: Article) => Verdict;

/**
 * Makes one filter of all patterns; an article has to pass each of them. Undefined when there are none.
 * Throws RequestError 400 that names the parameter with a pattern that cannot be used.
 */
export function toArticleFilter(parameters: FeedParameters): ArticleFilter | undefined {
  const isCaseSensitive = parameters.get('filter_case_sensitive') !== 'false';
  const rules = [...parameters].flatMap(([name, text]) =>
    isPatternName(name) ? [toRule(name, text, isCaseSensitive)] : [],
  );
  return rules.length === 0 ? undefined : (article) => judge(article, rules);
}

function toRule(name: PatternName, text: string, isCaseSensitive: boolean): Rule {
  const pattern = toPattern(text, isCaseSensitive);
  if ('problem' in pattern) throw new RequestError(400, `${name}: ${pattern.problem}`);
  return { fields: FIELDS[name], pattern, isWanted: !name.startsWith('filterout') };
}

function judge(article: Article, rules: readonly Rule[]): Verdict {
  const texts = new Map<Field, readonly string[]>();
  const textsOf = (field: Field): readonly string[] => {
    const known = texts.get(field);
    if (known !== undefined) return known;
    const read = READERS[field](article);
    texts.set(field, read);
    return read;
  };
  let steps = 0;
  const fitsOne = ({ pattern }: Rule, field: Field): boolean =>
    textsOf(field).some((text) => {
      steps += pattern.stepsPerCharacter * (text.length + 1);
      return pattern.fits(text);
    });
  const fits = rules.every((rule) => rule.fields.some((field) => fitsOne(rule, field)) === rule.isWanted);
  return { fits, steps };
}
