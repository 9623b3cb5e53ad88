import type { Dateline } from '../model/article.ts';
import { ContentError } from '../model/errors.ts';
import type { Instant } from '../model/instant.ts';
import { noonOf } from '../time/day.ts';
import { isoText } from '../time/instant.ts';
import { readTimestamp, type Timestamp, type TimestampOptions } from '../time/timestamp.ts';
import { zoneInWords } from '../time/zone-in-words.ts';
import type { Stamp } from './draft.ts';

export interface Times {
  readonly publishedAt: Instant;
  readonly dateline: Dateline;
  readonly updatedAt: Instant;
  /** `updatedAt` is what a stamp says. */
  readonly isStamped: boolean;
  /** Where the times come from, and what is doubtful about them. */
  readonly notes: readonly { readonly line: number; readonly message: string }[];
}

export interface TimeSettings {
  /** IANA name: the zone of times that name none. */
  readonly zone: string;
  /** What 03/04/2021 means; undefined refuses it. */
  readonly order?: 'dmy' | 'mdy';
}

/** A date without a clock is taken as noon there: not in the future anywhere, and nowhere another day. */
function instantIn(time: Timestamp, zone: string): Instant | undefined {
  if (time.kind === 'instant') return time.instant;
  return time.kind === 'date' ? noonOf(time.date, zone) : undefined;
}

/**
 * Settles when an article was published and updated: the first stamp that says so and can be read, else that of its
 * update, else the page's clock. Relative stamps ("3 hours ago") are reckoned from the clock. `firstLine` is where the article begins.
 *
 * Throws ContentError with the line and the reason when no stamp can be read or there is none.
 */
export function settleTimes(stamps: readonly Stamp[], settings: TimeSettings, language?: string, firstLine = 1): Times {
  const options: TimestampOptions = { ...settings, ...(language === undefined ? {} : { language }) };
  const clock = stamps.find(({ role }) => role === 'clock');
  const clockTime = clock === undefined ? undefined : readTimestamp(clock.text, options);
  const now = clockTime === undefined ? undefined : instantIn(clockTime, settings.zone);
  const read = (stamp: Stamp): Timestamp =>
    readTimestamp(stamp.text, now === undefined ? options : { ...options, now });

  const notes: { line: number; message: string }[] = [];
  const published = takenOf(stamps, (stamp) => instantIn(read(stamp), settings.zone) !== undefined);
  if (published === undefined) {
    throw new ContentError(
      'no date was found; add one such as "2026-11-22T13:00:00Z" (in Markdown: "date: …")',
      firstLine,
    );
  }
  const time = read(published);
  const publishedAt = instantIn(time, settings.zone);
  if (publishedAt === undefined) {
    const reason = time.kind === 'error' ? time.reason : `"${published.text}" is no day of the zone ${settings.zone}`;
    throw new ContentError(reason, published.line);
  }
  if (published === clock) {
    notes.push({
      line: clock.line,
      message: `the time is the page's own clock (${isoText(publishedAt)}): it shows no other`,
    });
  }
  if (published.role === 'updated' && stamps.some(({ role }) => role === 'file')) {
    notes.push({ line: published.line, message: 'the page shows only when it was updated, that is taken' });
  }
  if (published.role === 'file') {
    notes.push({
      line: published.line,
      message: `the page shows no time, that of its file is taken (${isoText(publishedAt)}); add a line such as "Published: 2026-11-22T13:00:00Z"`,
    });
  }
  for (const stamp of stamps) {
    const other = stamp.role === 'published' && stamp !== published ? read(stamp) : undefined;
    if (other?.kind === 'error') notes.push({ line: stamp.line, message: `a time is passed over: ${other.reason}` });
  }
  for (const warning of time.explanation.warnings) notes.push({ line: published.line, message: warning });

  const own = stamps.find(({ role }) => role === 'updated');
  const second = time.kind === 'error' ? undefined : time.updated;
  const updatedTime = second ?? (own === undefined ? undefined : read(own));
  const dateline = datelineOf(published, time);
  const unstamped = { publishedAt, dateline, updatedAt: publishedAt, isStamped: false, notes };
  if (updatedTime === undefined) return unstamped;
  const line = second === undefined ? (own?.line ?? published.line) : published.line;
  const updatedAt = instantIn(updatedTime, settings.zone);
  if (updatedAt === undefined) {
    const reason = updatedTime.kind === 'error' ? updatedTime.reason : 'it is no time';
    notes.push({ line, message: `the time of the update is left out: ${reason}` });
    return unstamped;
  }
  if (updatedAt >= publishedAt) return { publishedAt, dateline, updatedAt, isStamped: true, notes };
  if (isOfThatDay(updatedTime, publishedAt - updatedAt)) return { ...unstamped, isStamped: true };
  notes.push({ line, message: `the update (${isoText(updatedAt)}) is before the publication and is left out` });
  return unstamped;
}

/** True for `03/04/2021`, which only the order of day and month keeps from being read. */
const isAmbiguous = ({ text }: Stamp): boolean => readTimestamp(text, { order: 'dmy' }).kind !== 'error';

/**
 * One that says it is the publication is never passed over for a weaker one, though it cannot be read; on a page, whose
 * lines only look like stamps, that holds where its order of day and month is all that is missing.
 */
function takenOf(stamps: readonly Stamp[], isReadable: (stamp: Stamp) => boolean): Stamp | undefined {
  const hasFile = stamps.some(({ role }) => role === 'file');
  const isAsked = (stamp: Stamp): boolean => !hasFile || isReadable(stamp) || (!stamp.isDoubtful && isAmbiguous(stamp));
  const published = stamps.filter((stamp) => stamp.role === 'published' && isAsked(stamp));
  return (
    published.find((stamp, _at, all) => all.length === 1 || isReadable(stamp)) ??
    published[0] ??
    stamps.find((stamp) => stamp.role === 'updated' && isReadable(stamp)) ??
    stamps.find((stamp) => stamp.role === 'clock' && (!hasFile || isReadable(stamp))) ??
    stamps.find(({ role }) => role === 'file') ??
    stamps[0]
  );
}

const HALF_DAY_MS = 12 * 3_600_000;

/** A bare date stands for its noon: what was published in the afternoon of the same day is not after it. */
const isOfThatDay = (time: Timestamp, laterMs: number): boolean => time.kind === 'date' && laterMs < HALF_DAY_MS;

function datelineOf({ text, line, role, source }: Stamp, { explanation }: Timestamp): Dateline {
  const { rule, zone, certainty } = explanation;
  return {
    text,
    line,
    role,
    ...(source === undefined ? {} : { source }),
    rule,
    ...(zone === undefined ? {} : { zone: zoneInWords(zone) }),
    certainty: certainty === 'exact' ? certainty : 'assumed',
  };
}
