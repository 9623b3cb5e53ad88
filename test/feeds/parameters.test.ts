import { describe, expect, test } from 'vitest';
import { printParameters, readParameters } from '../../src/feeds/parameters.ts';

const canonical = (query: string): string => printParameters(readParameters(query));

describe('what a query asks of a feed', () => {
  test.each([
    ['a number is written without leading zeros', '?limit=007', '?limit=7'],
    ['the order is always the same', '?hours=24&brief=200&limit=5', '?limit=5&hours=24&brief=200'],
    ['others than ours are passed over', '?utm_source=x&limit=5&fbclid=1', '?limit=5'],
    ['nothing of ours is nothing', '?utm_source=x&format=rss&feed=atom', ''],
    ['a question mark alone is nothing', '?', ''],
    ['an empty value counts as not given', '?limit=&filter=&hours=', ''],
    ['of two the first holds', '?limit=3&limit=5', '?limit=3'],
    ['a pattern is kept as it is and encoded', '?filter_title=a|b%20c%26d%2B', '?filter_title=a%7Cb%20c%26d%2B'],
    ['a plus in a query is a blank', '?filter=a+b', '?filter=a%20b'],
    ['half an escape is text', '?filter=%zz', '?filter=%25zz'],
    ['what a feed is anyway is left out', '?mode=fulltext&filter_case_sensitive=true&sorted=true', ''],
    ['the order of the source is the order of the dates', '?sorted=false', ''],
    ['words may be in upper case', '?mode=SUMMARY', '?mode=summary'],
    ['the case matters only to patterns', '?filter_case_sensitive=false&limit=2', '?limit=2'],
    ['the case of patterns', '?filter_case_sensitive=FALSE&filter=x', '?filter=x&filter_case_sensitive=false'],
    ['a brief text is a summary', '?mode=summary&brief=100', '?brief=100'],
    ['names are in lower case', '?LIMIT=5', ''],
  ])('%s', (_name, query, expected) => {
    expect(canonical(query)).toBe(expected);
    expect(canonical(expected)).toBe(expected);
  });

  test.each([
    ['a limit of none', '?limit=0', 'limit: "0" does not fit; write a number from 1 to 100'],
    ['a limit above a hundred', '?limit=101', 'limit: "101" does not fit; write a number from 1 to 100'],
    ['a limit in words', '?limit=ten', 'limit: "ten" does not fit; write a number from 1 to 100'],
    ['a negative limit', '?limit=-5', 'limit: "-5" does not fit; write a number from 1 to 100'],
    ['a limit with a point', '?limit=1.5', 'limit: "1.5" does not fit; write a number from 1 to 100'],
    ['a number as long as a page', `?limit=${'9'.repeat(300)}`, `limit: "${'9'.repeat(100)}…" does not fit; write`],
    [
      'no time at all',
      '?filter_time=0',
      'filter_time: "0" does not fit; write a number of seconds from 1 to 3155760000',
    ],
    [
      'more hours than a century',
      '?hours=876601',
      'hours: "876601" does not fit; write a number of hours from 1 to 876600',
    ],
    ['too brief', '?brief=99', 'brief: "99" does not fit; write a number of characters from 100 to 10000'],
    ['another mode', '?mode=full', 'mode: "full" does not fit; write fulltext or summary'],
    ['another truth', '?filter_case_sensitive=no', 'filter_case_sensitive: "no" does not fit; write true or false'],
    ['another order', '?sorted=asc', 'sorted: "asc" does not fit; write true or false'],
  ])('%s is refused by name', (_name, query, message) => {
    expect(() => readParameters(query)).toThrow(message);
  });
});
