import type { Instant } from '../../model/instant.ts';
import { noonOf } from '../../time/day.ts';
import { readTimestamp, type Timestamp } from '../../time/timestamp.ts';
import { detectLanguage } from '../detect-language.ts';
import type { Draft, Stamp } from '../draft.ts';
import type { KnownLine } from './known-lines.ts';
import { timeOfLine } from './time-of-line.ts';

type Order = 'dmy' | 'mdy';

/**
 * What `03/04/2021` means on this page, as the page itself settles it: dates of the same shape with a day above 12, the
 * zone of the stamp, another stamp of the same day in words, a reading that lies after the file was last changed, or the
 * language of the text. Undefined where it has no such stamp, or nothing settles it.
 */
export function orderOfPage(
  { stamps, html }: Pick<Draft, 'stamps' | 'html'>,
  lines: readonly KnownLine[],
  modifiedAt: Instant | undefined,
): Order | undefined {
  const stamp = stamps.find(({ text }) => isAmbiguous(text));
  if (stamp === undefined) return undefined;
  return (
    orderOfShapes(lines) ??
    orderOfZone(stamp) ??
    orderOfOthers(stamp, lines) ??
    orderBefore(stamp, modifiedAt) ??
    orderOfLanguage(stamp, html)
  );
}

const ORDERS: readonly Order[] = ['dmy', 'mdy'];

const dayOf = (time: Timestamp): string | undefined =>
  time.kind === 'date'
    ? time.date
    : time.kind === 'instant'
      ? new Date(time.instant).toISOString().slice(0, 10)
      : undefined;

function isAmbiguous(text: string): boolean {
  return timeOfLine(text).kind === 'error' && readTimestamp(text, { order: 'dmy' }).kind !== 'error';
}

const SHAPE = /(?<![\d/.:-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/-])/g;
const MAX_LENGTH = 160;

/** Prose may speak of days in any way. */
function orderOfShapes(lines: readonly KnownLine[]): Order | undefined {
  const found = new Set<Order>();
  for (const { kind, text } of lines) {
    if (kind === 'prose' || text.length > MAX_LENGTH) continue;
    for (const [, first, , second] of text.matchAll(SHAPE)) {
      const [one, two] = [Number(first), Number(second)];
      if (one > 12 && one <= 31 && two <= 12) found.add('dmy');
      if (two > 12 && two <= 31 && one <= 12) found.add('mdy');
    }
  }
  return found.size === 1 ? [...found][0] : undefined;
}

const AMERICAN = /\d\s?[ap]\.?m\.?,? ?\(?(?:E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|AK[SD]T)\b/i;
const OTHERS = /\b(?:BST|IST|CES?T|EES?T|WES?T|MSK|AES?T|AEDT|NZS?T|NZDT|SAST|WIB|PKT)\b/;

const orderOfZone = ({ text }: Stamp): Order | undefined =>
  AMERICAN.test(text) ? 'mdy' : OTHERS.test(text) ? 'dmy' : undefined;

/** Another stamp of the page names one of the two days in a way that is sure. */
function orderOfOthers({ text }: Stamp, lines: readonly KnownLine[]): Order | undefined {
  const days = new Set(
    lines
      .filter(({ kind }) => kind === 'stamp')
      .slice(0, MOST_STAMPS)
      .flatMap((line) => dayOf(timeOfLine(line.text)) ?? []),
  );
  const fitting = ORDERS.filter((order) => days.has(dayOf(readTimestamp(text, { order })) ?? ''));
  return fitting.length === 1 ? fitting[0] : undefined;
}

const MOST_STAMPS = 40;
const DAY_MS = 86_400_000;

/** Nothing is published after its page was saved. */
function orderBefore({ text }: Stamp, modifiedAt: Instant | undefined): Order | undefined {
  if (modifiedAt === undefined) return undefined;
  const possible = ORDERS.filter((order) => {
    const day = dayOf(readTimestamp(text, { order }));
    const noon = day === undefined ? undefined : noonOf(day, 'UTC');
    return noon !== undefined && noon <= modifiedAt + DAY_MS;
  });
  return possible.length === 1 ? possible[0] : undefined;
}

/** Languages that write day, month and year with slashes, in every country. Programs made in America show `am` and `pm`. */
const WITH_SLASHES: ReadonlySet<string> = new Set('es pt fr it el ca gl vi th id ms ar he hi bn'.split(' '));

const orderOfLanguage = ({ text }: Stamp, html: string): Order | undefined =>
  !/\d\s?[ap]\.?m\b/i.test(text) && WITH_SLASHES.has(detectLanguage(html) ?? '') ? 'dmy' : undefined;
