import { describe, expect, test } from 'vitest';
import { cutFurniture, isDiscussion, isFurniture, isShortUrlButton } from '../../../src/content/page/furniture.ts';

describe('furniture is known by its words', () => {
  test.each([
    'Listen Live',
    'LISTEN LIVE',
    'Get short URL',
    'Community standards',
    'Community standardsDiscussion',
    'FacebookTwitterTelegram',
    'Comments (12)',
    '12 comments',
    'Comments: 3',
    'Read more »',
    '← Previous',
    'Related:',
    'Topic:',
    'Share this article',
    '© Tidewater Courier 2024',
    '(c) 2024 Tidewater',
    'Copyright 2024 Tidewater Courier. All rights reserved.',
    'Read more: Thrum Votes to Keep Its Traffic Light',
    'Читайте также: Туман над мысом',
    'Kommentare',
    'Lesen Sie auch: Der Turm',
    'Lire aussi',
    'Compartir',
    'Leia também',
    'Leggi anche',
    'Lees ook',
    'Läs mer',
    'Czytaj także',
    'Комментарии',
    'Поделиться',
    'مشاركة',
    'اقرأ أيضًا',
    '评论',
    '分享',
    'シェア',
    '関連記事',
    '댓글',
  ])('%j', (text) => expect(isFurniture(text)).toBe(true));

  test.each([
    'Coast',
    'Middle Coast',
    'Harbour Lights Festival (42)',
    'Thrum Votes to Keep Its Only Traffic Light',
    'ferries, tides, bees',
    'The comments were kind.',
    'Community',
    'Listen to the Horn',
    'McArthur',
    '2024',
    '',
    `© ${'every line of this long note is about a copyright that nobody has ever asked for '.repeat(3)}`,
  ])('%j is none', (text) => expect(isFurniture(text)).toBe(false));
});

test.each<[string, boolean]>([
  ['Get short URL', true],
  ['Short URL:', true],
  ['URL courte', true],
  ['Короткая ссылка', true],
  ['الرابط القصير', true],
  ['短縮URL', true],
  ['Listen Live', false],
])('%j is the button for a short address: %j', (text, answer) => expect(isShortUrlButton(text)).toBe(answer));

test.each<[string, boolean]>([
  ['Community standardsDiscussion', true],
  ['Comments (4)', true],
  ['Оставить комментарий', true],
  ['评论', true],
  ['Share', false],
  ['Related', false],
])('below %j readers talk: %j', (text, answer) => expect(isDiscussion(text)).toBe(answer));

test.each<[string, readonly [string, string] | undefined]>([
  ['21:15 17.01.2018 Get short URL', ['21:15 17.01.2018', 'Get short URL']],
  ['21:15 17.01.2018Get short URL', ['21:15 17.01.2018', 'Get short URL']],
  [
    '21:15 17.01.2018 (updated 21:19 17.01.2018) Get short URL',
    ['21:15 17.01.2018 (updated 21:19 17.01.2018)', 'Get short URL'],
  ],
  ['02:27 GMT20 April 2021Listen Live', ['02:27 GMT20 April 2021', 'Listen Live']],
  ['21:15 17.01.2018', undefined],
  ['Get short URL', undefined],
  ['Ferry 9 Gets Its Piano', undefined],
])('a button is cut from %j', (text, cut) => expect(cutFurniture(text)).toEqual(cut));
