import { type Day, dayOfMs, midnightMs } from './day.ts';
import type { Calendar } from './entry.ts';

const dayMs = 86_400_000;

/** Buddhist years are 543 ahead. */
const buddhistAhead = 543;

/**
 * The Gregorian day of a day in another calendar, by the platform's own calendar data; undefined when there is no such
 * day. Years of the Hijri calendar are those of Umm al-Qura; a page that saw the moon can be a day off.
 */
export function gregorianOf(calendar: Calendar, { year, month, day }: Day): Day | undefined {
  if (calendar === 'gregorian') return { year, month, day };
  if (calendar === 'buddhist') return { year: year - buddhistAhead, month, day };
  const guess = calendar === 'persian' ? persianGuess(year, month, day) : hijriGuess(year, month, day);
  const wanted = `${year}-${month}-${day}`;
  for (const step of [0, 1, -1, 2, -2, 3, -3, 4, -4]) {
    const candidate = guess + step * dayMs;
    if (written(calendar, candidate) === wanted) return dayOfMs(candidate);
  }
  return undefined;
}

/** A year of 365.2422 days from 22 March 622, six months of 31 days and six of 30. */
function persianGuess(year: number, month: number, day: number): number {
  const before = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  return midnightMs({ year: 622, month: 3, day: 22 }) + Math.floor((year - 1) * 365.2422 + before + day - 1) * dayMs;
}

/** A year of 354.367 days from 19 July 622. */
function hijriGuess(year: number, month: number, day: number): number {
  return (
    midnightMs({ year: 622, month: 7, day: 19 }) +
    Math.floor((year - 1) * 354.367 + (month - 1) * 29.5306 + day - 1) * dayMs
  );
}

const formatters = new Map<Calendar, Intl.DateTimeFormat>();

function written(calendar: Calendar, ms: number): string {
  const name = calendar === 'persian' ? 'persian' : 'islamic-umalqura';
  const format =
    formatters.get(calendar) ??
    new Intl.DateTimeFormat(`en-u-ca-${name}-nu-latn`, {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    });
  formatters.set(calendar, format);
  const parts = new Map(format.formatToParts(ms).map((part) => [part.type, Number.parseInt(part.value, 10)]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}
