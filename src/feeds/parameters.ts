import { RequestError } from '../model/errors.ts';

/** What a parameter of a feed may be, and the value as it stands in the canonical address. */
interface Parameter {
  /** One sentence for the documentation. */
  readonly about: string;
  /** Ends the message about a value that does not fit. */
  readonly mend: string;
  /** The value in its usual spelling; undefined for one that does not fit. */
  readonly read: (text: string) => string | undefined;
  /** The value that a feed has anyway: it is no part of the canonical address. */
  readonly byDefault?: string;
}

const whole =
  (least: number, most: number) =>
  (text: string): string | undefined => {
    const value = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
    return value >= least && value <= most ? String(value) : undefined;
  };

const oneOf =
  (...words: readonly string[]) =>
  (text: string): string | undefined =>
    words.find((word) => word === text.toLowerCase());

const pattern = (about: string): Parameter => ({
  about,
  mend: 'write a regular expression of RE2',
  read: (text) => text,
});

const HUNDRED_YEARS_IN_HOURS = 876_600;

/** Every parameter of a feed, in the order of the canonical address. The names are those of RSSHub and FreshRSS. */
export const PARAMETERS = {
  limit: {
    about: 'How many articles, the newest, from 1 to 100.',
    mend: 'write a number from 1 to 100',
    read: whole(1, 100),
  },
  filter: pattern('Only articles whose title, text, author or a tag fits.'),
  filter_title: pattern('Only articles whose title fits.'),
  filter_description: pattern('Only articles whose summary or text fits.'),
  filter_author: pattern('Only articles whose authors fit.'),
  filter_category: pattern('Only articles with a tag that fits.'),
  filterout: pattern('No articles whose title or text fits.'),
  filterout_title: pattern('No articles whose title fits.'),
  filterout_description: pattern('No articles whose summary or text fits.'),
  filterout_author: pattern('No articles whose authors fit.'),
  filterout_category: pattern('No articles with a tag that fits.'),
  filter_case_sensitive: {
    about: '`false`: upper and lower case are alike in all patterns.',
    mend: 'write true or false',
    read: oneOf('true', 'false'),
    byDefault: 'true',
  },
  filter_time: {
    about: 'Only articles of the last so many seconds.',
    mend: `write a number of seconds from 1 to ${HUNDRED_YEARS_IN_HOURS * 3600}`,
    read: whole(1, HUNDRED_YEARS_IN_HOURS * 3600),
  },
  hours: {
    about: 'Only articles of the last so many hours.',
    mend: `write a number of hours from 1 to ${HUNDRED_YEARS_IN_HOURS}`,
    read: whole(1, HUNDRED_YEARS_IN_HOURS),
  },
  brief: {
    about: 'The beginning of the text without markup, at most so many characters, in place of the whole text.',
    mend: 'write a number of characters from 100 to 10000',
    read: whole(100, 10_000),
  },
  mode: {
    about:
      '`summary`: the summary (or the beginning) in place of the whole text; `fulltext` is what feeds have anyway.',
    mend: 'write fulltext or summary',
    read: oneOf('fulltext', 'summary'),
    byDefault: 'fulltext',
  },
  sorted: {
    about: 'Is understood and changes nothing: the only order that a folder has is that of its dates.',
    mend: 'write true or false',
    read: oneOf('true', 'false'),
  },
} as const satisfies Readonly<Record<string, Parameter>>;

export type ParameterName = keyof typeof PARAMETERS;

/** The names of those that say which articles fit by a pattern. */
export type PatternName = Extract<
  ParameterName,
  `filter_${'title' | 'description' | 'author' | 'category'}` | 'filter' | `filterout${string}`
>;

/** What was asked of one feed: each parameter's value in its usual spelling, without those that change nothing. */
export type FeedParameters = ReadonlyMap<ParameterName, string>;

const NAMES = Object.keys(PARAMETERS).filter((name): name is ParameterName => name in PARAMETERS);

export const isPatternName = (name: ParameterName): name is PatternName =>
  /^filter(?:out)?(?:_(?:title|description|author|category))?$/.test(name);

/**
 * Reads the parameters of a feed from a query with its `?`. Others than ours are passed over (`utm_source`), empty ones
 * count as not given, and of two with one name the first holds: as in RSSHub. Patterns are not looked into yet.
 *
 * Throws RequestError 400 that names the parameter.
 */
export function readParameters(query: string): FeedParameters {
  const given = new URLSearchParams(query);
  const values = new Map<ParameterName, string>();
  for (const name of NAMES) {
    const text = given.get(name);
    if (text === null || text === '') continue;
    const parameter: Parameter = PARAMETERS[name];
    const value = parameter.read(text);
    if (value === undefined)
      throw new RequestError(400, `${name}: "${shortened(text)}" does not fit; ${parameter.mend}`);
    if (value !== parameter.byDefault) values.set(name, value);
  }
  values.delete('sorted');
  // These say how others are meant, and nothing without them.
  if (![...values.keys()].some(isPatternName)) values.delete('filter_case_sensitive');
  if (values.has('brief')) values.delete('mode');
  return values;
}

const shortened = (text: string): string => (text.length > 100 ? `${text.slice(0, 100)}…` : text);

/** The query of the canonical address with its `?`; empty without parameters. Percent-encoded, ASCII. */
export function printParameters(parameters: FeedParameters): string {
  const parts = NAMES.flatMap((name) => {
    const value = parameters.get(name);
    return value === undefined ? [] : `${name}=${encodeURIComponent(value)}`;
  });
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

/** The value of a parameter that is a number. */
export function numberIn(parameters: FeedParameters, name: ParameterName): number | undefined {
  const value = parameters.get(name);
  return value === undefined ? undefined : Number(value);
}
