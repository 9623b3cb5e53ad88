import type { Instant } from '../model/instant.ts';

/** The ends of the time values that ECMAScript can hold (ECMA-262 21.4.1.1): 100 million days around 1970. */
const maxMilliseconds = 8.64e15;

/**
 * Makes an Instant from whole milliseconds since 1970 UTC.
 * Undefined for a fraction, NaN, an infinity, or a number that a Date cannot hold. Nothing is cut off.
 */
export function toInstant(milliseconds: number): Instant | undefined {
  if (!Number.isSafeInteger(milliseconds) || Math.abs(milliseconds) > maxMilliseconds) return undefined;
  return (milliseconds === 0 ? 0 : milliseconds) as Instant;
}

/** RFC 3339 in UTC: `2021-04-20T02:27:00Z`, with `.123` only when the milliseconds are not zero. */
export function isoText(instant: Instant): string {
  const text = new Date(instant).toISOString();
  return text.endsWith('.000Z') ? `${text.slice(0, -5)}Z` : text;
}

/** IMF-fixdate (RFC 9110 5.6.7): `Tue, 20 Apr 2021 02:27:00 GMT`. Milliseconds are left out. */
export function httpDate(instant: Instant): string {
  return new Date(instant).toUTCString();
}

/** The date of RFC 822 as RSS 2.0 wants it: `Tue, 20 Apr 2021 02:27:00 +0000`. Milliseconds are left out. */
export function rfc822Date(instant: Instant): string {
  return httpDate(instant).replace('GMT', '+0000');
}

/** Whole seconds since 1970, rounded down: what an HTTP date can hold. */
export function secondsOf(instant: Instant): number {
  return Math.floor(instant / 1000);
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const clock = '(?<hour>\\d\\d):(?<minute>\\d\\d):(?<second>\\d\\d)';
const month = `(?<month>${months.join('|')})`;
const shortDay = '(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)';
const longDay = '(?:Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday)';

/** IMF-fixdate, rfc850-date and asctime-date, in the order in which they are met. */
const httpDateForms = [
  new RegExp(`^${shortDay}, (?<day>\\d\\d) ${month} (?<year>\\d{4}) ${clock} GMT$`),
  new RegExp(`^${longDay}, (?<day>\\d\\d)-${month}-(?<year>\\d\\d) ${clock} GMT$`),
  new RegExp(`^${shortDay} ${month} (?<day>[ \\d]\\d) ${clock} (?<year>\\d{4})$`),
];

/**
 * Reads the three forms of an HTTP date (RFC 9110 5.6.7). Case counts, as the grammar says; the weekday is not checked.
 *
 * A year of two digits is the latest one that lies at most 50 years after `now`; without `now`, 70 to 99 are 19xx.
 * A leap second is the second after it. Undefined for anything else.
 */
export function readHttpDate(text: string, now?: Instant): Instant | undefined {
  for (const form of httpDateForms) {
    const found = form.exec(text);
    if (found === null) continue;
    const { month: name = '', year: written = '', day, hour, minute, second } = found.groups ?? {};
    const year = written.length === 2 ? centuryOf(Number(written), now) : Number(written);
    const clock = { hour: Number(hour), minute: Number(minute), second: Number(second) };
    return fromParts({ year, monthIndex: months.indexOf(name), day: Number(day), ...clock });
  }
  return undefined;
}

type Parts = Record<'year' | 'monthIndex' | 'day' | 'hour' | 'minute' | 'second', number>;

function fromParts({ year, monthIndex, day, hour, minute, second }: Parts): Instant | undefined {
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, monthIndex, day);
  const isReal = midnight.getUTCDate() === day && midnight.getUTCMonth() === monthIndex;
  if (!isReal || hour > 23 || minute > 59 || second > 60) return undefined;
  return toInstant(midnight.getTime() + ((hour * 60 + minute) * 60 + second) * 1000);
}

function centuryOf(year: number, now: Instant | undefined): number {
  if (now === undefined) return year >= 70 ? 1900 + year : 2000 + year;
  const latest = new Date(now).getUTCFullYear() + 50;
  return latest - ((((latest - year) % 100) + 100) % 100);
}
