import { describe, expect, test } from 'vitest';
import type { Instant } from '../../src/model/instant.ts';
import { dayOfMs, dayText } from '../../src/time/day.ts';
import { httpDate, isoText, rfc822Date, toInstant } from '../../src/time/instant.ts';
import { readTimestamp } from '../../src/time/timestamp.ts';
import { localMsOf } from '../../src/time/zones.ts';
import { pickFrom, randomFrom } from './random.ts';

const locales =
  'en-US en-GB en-AU en-IN de de-AT fr fr-CA es es-MX pt-BR pt-PT it nl da nb sv fi is ru uk be bg sr hr sl mk cs sk pl hu ro lt et el tr az ar he hi mr bn ta te gu pa ml kn id ms vi th zh zh-TW ja ko sw af ca gl ka kk sq'.split(
    ' ',
  );
const zones = ['UTC', 'Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'Asia/Tokyo', 'Australia/Sydney'];
const from = Date.UTC(1990, 0, 1);
const to = Date.UTC(2041, 0, 1);

function randomInstant(random: () => number): Instant {
  const instant = toInstant(Math.floor((from + random() * (to - from)) / 60_000) * 60_000);
  if (instant === undefined) throw new Error('no instant');
  return instant;
}

/** What Intl writes for a locale, in the styles whose parts leave one reading: the month is a name, or the order is settled by the locale. */
const styles: readonly Intl.DateTimeFormatOptions[] = [
  { dateStyle: 'full' },
  { dateStyle: 'long' },
  { dateStyle: 'medium' },
  { dateStyle: 'full', timeStyle: 'short' },
  { dateStyle: 'long', timeStyle: 'short' },
  { dateStyle: 'medium', timeStyle: 'short' },
  { dateStyle: 'medium', timeStyle: 'medium' },
  { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false },
  { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
];

describe('what a locale writes is read back', () => {
  test.each(locales)('%s', (locale) => {
    const random = randomFrom(20210420);
    const wrong: string[] = [];
    for (const style of styles) {
      const zone = pickFrom(zones, random);
      const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { ...style, timeZone: zone });
      const hasTime = style.timeStyle !== undefined || style.hour !== undefined;
      for (let count = 0; count < 12; count += 1) {
        const instant = randomInstant(random);
        const text = format.format(instant);
        const answer = readTimestamp(text, { zone, language: new Intl.Locale(locale).maximize().toString() });
        const date = dayText(dayOfMs(localMsOf(instant, zone)));
        const isRight =
          answer.kind === 'instant'
            ? hasTime && isSame(answer.instant, instant, zone)
            : answer.kind === 'date' && !hasTime && answer.date === date;
        if (!isRight) wrong.push(`${text} [${zone}] ${isoText(instant)}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});

/** A repeated hour is read as the first of the two. */
function isSame(read: Instant, written: Instant, zone: string): boolean {
  return read === written || (read < written && localMsOf(read, zone) === localMsOf(written, zone));
}

describe('what this program writes is read back', () => {
  test.each([
    ['ISO text', isoText],
    ['HTTP dates', httpDate],
    ['RFC 822 dates', rfc822Date],
    ['milliseconds of Unix time', (instant: Instant) => String(instant).padStart(13, '0')],
    ['Date.toString', (instant: Instant) => new Date(instant).toString()],
  ])('%s', (_name, write) => {
    const random = randomFrom(7);
    for (let count = 0; count < 300; count += 1) {
      const instant = randomInstant(random);
      const answer = readTimestamp(write(instant));
      expect(answer.kind === 'instant' ? answer.instant : answer).toBe(instant);
    }
  });
});
