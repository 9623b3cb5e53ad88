import { UTCDate } from '@date-fns/utc';
import { getDaysInMonth } from 'date-fns/getDaysInMonth';
import type { Instant } from '../model/instant.ts';
import { instantsOf } from './zones.ts';

/** A day of the Gregorian calendar; `month` counts from 1. */
export type Day = { readonly year: number; readonly month: number; readonly day: number };

const hourMs = 3_600_000;
const leapFebruary = getDaysInMonth(new UTCDate(2000, 1, 1));
const lengths = Array.from({ length: 12 }, (_, month) => getDaysInMonth(new UTCDate(2001, month, 1)));

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** The number of days of a month (1 to 12); 0 for any other month. */
export function daysIn(year: number, month: number): number {
  if (month === 2 && isLeap(year)) return leapFebruary;
  return lengths[month - 1] ?? 0;
}

/** False for 31 February and its like. */
export function isRealDay({ year, month, day }: Day): boolean {
  return day >= 1 && day <= daysIn(year, month);
}

/** Midnight of a day in milliseconds counted as if local time were UTC. */
export function midnightMs({ year, month, day }: Day): number {
  const date = new Date(0);
  return date.setUTCFullYear(year, month - 1, day);
}

/** The day of the week, 0 for Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(midnightMs(day)).getUTCDay();
}

/** The day that milliseconds counted as if local time were UTC fall on. */
export function dayOfMs(localMs: number): Day {
  const date = new Date(localMs);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `2021-04-20`. */
export function dayText({ year, month, day }: Day): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * The instant that stands for a bare date: 12:00 in the zone, so that it is the same day nearly everywhere.
 * `date` is written `2021-04-20`. Undefined for anything else, and for an unknown zone.
 */
export function noonOf(date: string, zone: string): Instant | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  const asked = { year: Number(year), month: Number(month), day: Number(day) };
  if (year === undefined || !isRealDay(asked)) return undefined;
  return instantsOf(midnightMs(asked) + 12 * hourMs, zone)[0];
}
