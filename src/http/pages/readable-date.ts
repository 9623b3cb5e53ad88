import type { Instant } from '../../model/instant.ts';
import { isoText } from '../../time/instant.ts';
import { html, type Markup } from './markup.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** `20 April 2021, 02:27 UTC`: the same on every machine, whatever its zone and language. */
export function readableDate(instant: Instant): string {
  const date = new Date(instant);
  const day = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  return `${day}, ${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())} UTC`;
}

/** A `<time>` for people and programs; `property` is its class of microformats: `dt-published`. English in any page. */
export const timeElement = (instant: Instant, property: string): Markup =>
  html`<time class="${property}" datetime="${isoText(instant)}" lang="en" dir="ltr">${readableDate(instant)}</time>`;
