import { describe, expect, test } from 'vitest';
import { stampLineOf } from '../../../src/content/page/stamp-line.ts';

const DAY = { label: undefined, hasClock: false, hasDay: true };
const TIME = { label: undefined, hasClock: true, hasDay: true };

describe('a stamp is a time with few words beside it', () => {
  test.each<[string, object]>([
    ['02:27 GMT20 April 2021', TIME],
    ['02:58 GMT +318 January 2018', TIME],
    ['21:15 17.01.2018', TIME],
    ['21:15 17.01.2018 (updated 21:19 17.01.2018)', TIME],
    ['2021-04-20T02:27:00Z', TIME],
    ['Thu, 06 Feb 2025 07:45:00 +0000', TIME],
    ['Monday, April 20, 2021 2:27 AM EDT', TIME],
    ['2024年3月14日 10:24', TIME],
    ['20 April 2021', DAY],
    ['3 hours ago', DAY],
    ['03/04/2021', DAY],
    ['31 February 2021', DAY],
    ['14 March 2024, Port Ellery', DAY],
    ['Port Ellery, 14 March 2024', DAY],
    ['Tidewater Courier - 14 March 2024', DAY],
    ['14 March 2024 | 3 min read', DAY],
    ['By Bo Finch | 14 March 2024', DAY],
    ['14 March 2024 by Bo Finch', DAY],
    ['Published: 20 January 2021, 02:27 GMT', { ...TIME, label: 'published' }],
    ['2020-02-19 20:29:58 来源： 潮汐报', TIME],
    ['Posted on 20 April 2021 by admin', { ...DAY, label: 'published' }],
    ['Опубликовано 14 марта 2024 года, 10:12', { ...TIME, label: 'published' }],
    ['نُشر في 14 مارس 2024', { ...DAY, label: 'published' }],
    ['2019年12月17日更新', { ...DAY, label: 'updated' }],
    ['2019.03.26 lastupdate', { ...DAY, label: 'updated' }],
    ['Updated 20 April 2021', { ...DAY, label: 'updated' }],
    ['Last updated: 20 April 2021, 10:15', { ...TIME, label: 'updated' }],
    ['Обновлено: 14.03.2024 12:00', { ...TIME, label: 'updated' }],
    ['Aktualisiert am 14. März 2024 um 10:12 Uhr', { ...TIME, label: 'updated' }],
    ['Updated: 20 April 2021, published: 19 April 2021', { ...DAY, label: 'published' }],
    ['Published: 19 April 2021, updated: 20 April 2021', { ...DAY, label: 'published' }],
  ])('%s', (text, stamp) => expect(stampLineOf(text)).toMatchObject(stamp));
});

describe('a piece of a stamp has no day', () => {
  test.each<[string, boolean]>([
    ['02:27 GMT', true],
    ['02:27', true],
    ['12 May', false],
    ['April 2021', false],
  ])('%s', (text, hasClock) => expect(stampLineOf(text)).toEqual({ label: undefined, hasClock, hasDay: false }));
});

describe('what only speaks of a day is no stamp', () => {
  test.each([
    '9 January 2014 - 1 January 2017',
    'Date of birth: 3 May 1975',
    'Termin: 21.02.2020, 19 Uhr',
    '出生日期 1975年1月3日',
    '灯台のあかりが四十年ぶりに点いて港の人々が集まった （2022年08月09日）',
    'Harbour Closed on 14 March 2024 for Lamp Repairs',
    'The ferry sailed on 14 March 2024.',
    '14 March 2024 was the wettest day on Thrum.',
    '20 April 2021: Ferry Sails Again',
    'Weather for 14 March 2024',
    'Election 2024: 5 May 2024 results',
    'PORT ELLERY, 20 April 2021 (Courier) – The ferry sails',
    '図書館は2024年3月14日に開く。',
    '2024年3月14日、図書館が開いた。',
    'Ferry Sails at 10:24',
    'Tram 9 Sings',
    'Harbour Lights Festival (42)',
    '12 Comments',
    '17313',
    '9 min read',
    'No number at all',
    '',
    `20 April 2021${', and so on'.repeat(20)}`,
  ])('%j', (text) => expect(stampLineOf(text)).toBeUndefined());
});
