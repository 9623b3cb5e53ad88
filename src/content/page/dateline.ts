import { remembered } from '../remembered.ts';

const DATELINE =
  /^(?:[\p{Lu}\p{M}][\p{Lu}\p{M}.'’ /-]{2,40}(?:, ?[\p{L}. ]{2,20}){0,2}|[\p{Lu}][\p{L}.'’-]+(?:[ /][\p{Lu}][\p{L}.'’-]+){0,3}(?:, ?\p{Lu}[\p{L}.]{1,20}){0,2})(?:,? ?(?:\d{1,2}\.? ?\p{L}{3,10}\.?|\p{L}{3,10}\.? \d{1,2}))? ?(?:\([\p{L} .,/-]{2,30}\)\.?(?: ?[-–—:])?|[-–—]{1,2}) ?\S/u;

/** True for text that begins with a place, and perhaps an agency: `LONDON (AP) — `, `Port Ellery, April 20 — `. */
export const hasDateline = remembered((text) => DATELINE.test(text.slice(0, MAX_DATELINE)));

const MAX_DATELINE = 120;
