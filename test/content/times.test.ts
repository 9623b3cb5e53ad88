import { describe, expect, test } from 'vitest';
import type { Stamp } from '../../src/content/draft.ts';
import { settleTimes, type TimeSettings } from '../../src/content/times.ts';
import { contentErrorOf } from './content-error.ts';

const UTC: TimeSettings = { zone: 'UTC' };
const stamp = (role: Stamp['role'], text: string, line = 1): Stamp => ({ role, text, line });
const iso = (instant: number): string => new Date(instant).toISOString().replace('.000', '');

/** Publication and update, and the notes as `line: message`. */
function settled(stamps: readonly Stamp[], settings: TimeSettings = UTC, language?: string) {
  const { publishedAt, updatedAt, notes } = settleTimes(stamps, settings, language);
  return { times: [iso(publishedAt), iso(updatedAt)], notes: notes.map(({ line, message }) => `${line}: ${message}`) };
}

const [PUBLISHED, LATER] = ['2021-01-20T10:00:00Z', '2021-01-21T08:00:00Z'];

describe('the publication is the stamp that says so, else the clock', () => {
  test.each<[string, readonly Stamp[], readonly string[]]>([
    ['one stamp', [stamp('published', '20 January 2021, 10:00 GMT')], [PUBLISHED, PUBLISHED]],
    ['the first of two', [stamp('published', PUBLISHED), stamp('published', LATER)], [PUBLISHED, PUBLISHED]],
    ['a stamp beside the clock', [stamp('clock', LATER), stamp('published', PUBLISHED)], [PUBLISHED, PUBLISHED]],
    ['an update of its own', [stamp('published', PUBLISHED), stamp('updated', LATER)], [PUBLISHED, LATER]],
    [
      'an update in the same line',
      [stamp('published', '10:00 20.01.2021 (updated 08:00 21.01.2021)')],
      [PUBLISHED, LATER],
    ],
    ['an update alone is the publication', [stamp('updated', PUBLISHED)], [PUBLISHED, PUBLISHED]],
    [
      'an update at the same moment',
      [stamp('published', PUBLISHED), stamp('updated', PUBLISHED)],
      [PUBLISHED, PUBLISHED],
    ],
    [
      'an update on the same day, without a clock',
      [stamp('published', '2021-01-20T20:00:00Z'), stamp('updated', '2021-01-20')],
      ['2021-01-20T20:00:00Z', '2021-01-20T20:00:00Z'],
    ],
    [
      'hours before the clock',
      [stamp('clock', PUBLISHED), stamp('published', '3 hours ago')],
      ['2021-01-20T07:00:00Z', '2021-01-20T07:00:00Z'],
    ],
  ])('%s', (_name, stamps, times) => expect(settled(stamps)).toEqual({ times, notes: [] }));
});

describe('zone and order come from the settings', () => {
  test.each<[string, string, TimeSettings, string]>([
    ['a day is noon in UTC', '2021-01-20', { zone: 'UTC' }, '2021-01-20T12:00:00Z'],
    ['a day is noon in Paris', '2021-01-20', { zone: 'Europe/Paris' }, '2021-01-20T11:00:00Z'],
    ['a day is noon in summer', '2021-07-20', { zone: 'Europe/Paris' }, '2021-07-20T10:00:00Z'],
    ['a day is noon far in the east', '2021-01-20', { zone: 'Pacific/Auckland' }, '2021-01-19T23:00:00Z'],
    ['a time without a zone', '2021-01-20 10:00', { zone: 'America/New_York' }, '2021-01-20T15:00:00Z'],
    ['a time with its own zone', '10:00 GMT 20 January 2021', { zone: 'America/New_York' }, PUBLISHED],
    ['day before month', '03/04/2021', { zone: 'UTC', order: 'dmy' }, '2021-04-03T12:00:00Z'],
    ['month before day', '03/04/2021', { zone: 'UTC', order: 'mdy' }, '2021-03-04T12:00:00Z'],
  ])('%s', (_name, text, settings, time) => expect(settled([stamp('published', text)], settings).times[0]).toBe(time));
});

describe('notes say what is doubtful', () => {
  test.each<[string, readonly Stamp[], readonly string[]]>([
    [
      'the clock alone',
      [stamp('clock', PUBLISHED, 3)],
      [`3: the time is the page's own clock (${PUBLISHED}): it shows no other`],
    ],
    [
      'an update before the publication',
      [stamp('published', LATER), stamp('updated', PUBLISHED, 2)],
      [`2: the update (${PUBLISHED}) is before the publication and is left out`],
    ],
    [
      'an update on an earlier day',
      [stamp('published', LATER), stamp('updated', '2021-01-20', 2)],
      ['2: the update (2021-01-20T12:00:00Z) is before the publication and is left out'],
    ],
    [
      'an update that is no time',
      [stamp('published', PUBLISHED), stamp('updated', 'soon', 2)],
      ['2: the time of the update is left out: "soon" holds no date; write one such as 2021-04-20T02:27:00Z'],
    ],
  ])('%s', (_name, stamps, notes) => expect(settled(stamps).notes).toEqual(notes));
});

describe('what cannot be settled is refused with its line', () => {
  test.each<[string, readonly Stamp[], string]>([
    ['no stamp', [], '1: no date was found; add one such as "2026-11-22T13:00:00Z" (in Markdown: "date: …")'],
    [
      'no date in it',
      [stamp('published', 'soon', 4)],
      '4: "soon" holds no date; write one such as 2021-04-20T02:27:00Z',
    ],
    [
      'an order that nobody knows',
      [stamp('published', '03/04/2021', 4)],
      '4: "03/04/2021" can be 2021-04-03 or 2021-03-04; set DATE_ORDER to dmy or mdy, or write the month\'s name',
    ],
    [
      'such an order beside the clock',
      [stamp('clock', PUBLISHED), stamp('published', '03/04/2021', 4)],
      '4: "03/04/2021" can be 2021-04-03 or 2021-03-04; set DATE_ORDER to dmy or mdy, or write the month\'s name',
    ],
  ])('%s', (_name, stamps, told) => expect(contentErrorOf(() => settleTimes(stamps, UTC))).toBe(told));

  test.each(['31 February 2021', '25:61 20 January 2021', '12 January', '10:24', '3 hours ago', '{}', 'true', '-1'])(
    '%j is no time',
    (text) => expect(contentErrorOf(() => settleTimes([stamp('published', text, 4)], UTC))).toMatch(/^4: ".*; /s),
  );
});

describe('a page is not lost because one of its lines cannot be read as a time', () => {
  const FILE = stamp('file', LATER, 9);
  test.each<[string, Stamp, string]>([
    ['no month', stamp('published', '12, 2016'), 'has no month'],
    ['two clocks', stamp('published', '6 March 2019 13:00-16:40 (doors open 12:45)'), 'shows two clocks'],
    ['no day such as this', stamp('published', '31 February 2021'), ''],
    ['how long ago', stamp('published', '4 years ago'), 'counts from a time'],
    ['a doubtful one of either order', { ...stamp('published', '03/04/2021'), isDoubtful: true }, 'can be'],
  ])('%s', (_name, one, reason) => {
    const { times, notes } = settled([one, FILE]);
    expect(times).toEqual([LATER, LATER]);
    expect(notes).toContainEqual(expect.stringContaining('the page shows no time'));
    expect(notes).toContainEqual(expect.stringMatching(new RegExp(`^1: a time is passed over: .*${reason}`)));
  });

  test('but one that is surely its own, of either order, is asked for', () => {
    const error = contentErrorOf(() => settled([stamp('published', '03/04/2021'), FILE]));
    expect(error).toContain('DATE_ORDER');
  });

  test('an update alone is taken, with a note', () => {
    const { times, notes } = settled([stamp('updated', PUBLISHED, 3), FILE]);
    expect(times).toEqual([PUBLISHED, PUBLISHED]);
    expect(notes).toEqual(['3: the page shows only when it was updated, that is taken']);
  });

  test('a clock that cannot be read gives way to the time of the file', () => {
    expect(settled([stamp('clock', '4 years ago'), FILE]).times).toEqual([LATER, LATER]);
  });
});
