import { describe, expect, test } from 'vitest';
import { officeOfByline } from '../../../src/content/page/byline.ts';
import {
  nickAlone,
  nickBesideTime,
  personOfLife,
  personsBesideTime,
  personsOf,
} from '../../../src/content/page/person-line.ts';

describe('a line of names', () => {
  test.each<[string, readonly string[], boolean]>([
    ['Ann Lee', ['Ann Lee'], false],
    ['Ann Lee and Bo Finch', ['Ann Lee', 'Bo Finch'], false],
    ['Anna Lee, Bo Fink und Vera Luft', ['Anna Lee', 'Bo Fink', 'Vera Luft'], false],
    ['Ann Lee/', ['Ann Lee'], false],
    ['Ann Lee@annlee', ['Ann Lee'], true],
    ['Ann Lee, @annlee', ['Ann Lee'], true],
    ['Ann Lee | ann@courier.example', ['Ann Lee'], true],
    ['Ann Lee/AFP', ['Ann Lee'], true],
    ['Ann Lee Senior Harbour Editor, Tidewater Courier', ['Ann Lee'], true],
    ['Senior Harbour Correspondent Ann Lee', ['Ann Lee'], true],
    ['Küsten-Experte Bo Fink', ['Bo Fink'], true],
    ['(Ann Lee/ann@courier.example)', ['Ann Lee'], true],
    ['[山田花子，夕刊]', ['山田花子'], true],
    ['Keine Kommentare', [], false],
    ['Social Sharing', [], false],
    ['The Courier', [], false],
    ['Bridge Closed Until Easter', [], false],
    ['Thursday 2', [], false],
    ['ann lee', [], false],
    ['Ann', [], false],
  ])('%s', (line, names, isSure) => expect(personsOf(line)).toEqual({ names, isSure }));
});

describe('who stands beside the time', () => {
  const nobody = (): boolean => false;
  test.each<[string, readonly string[]]>([
    ['Ann Lee/May 18, 2024', ['Ann Lee']],
    ['11.12.2024 - Ann Lee', ['Ann Lee']],
    ['Ann Lee * Tidewater Courier * Posted: Oct 14, 2022 9:27 AM ET', ['Ann Lee']],
    ['Ann Lee / TNN / Updated: Oct 9, 2024, 11:05 IST', ['Ann Lee']],
    ['Ann Lee3.11.2023', ['Ann Lee']],
    ['Redaktion - 31. Januar 2022', ['Redaktion']],
    ['Ann Lee \\- Apr 16, 2024 8:02 pm UTC', ['Ann Lee']],
    ['Port Ellery, 14 March 2024', []],
    ['14 March 2024, Port Ellery', []],
    ['14 March 2024', []],
    ['Ann Lee', []],
  ])('%s', (line, names) => expect(personsBesideTime(line, nobody)).toEqual(names));

  test('a name behind a comma that the page names again', () =>
    expect(personsBesideTime('Ann Lee, April 19, 2024', (name) => name === 'Ann Lee')).toEqual(['Ann Lee']));
});

test.each<[string, string | undefined]>([
  ['Posted on 20 April 2021 by lampkeeper', 'lampkeeper'],
  ['Posted in Coast by lampkeeper on August 3, 2024', 'lampkeeper'],
  ['Veröffentlicht am 12. Juni 2024 von lichtwart', 'lichtwart'],
  ['12 June 2024 by the sea', undefined],
  ['12 June 2024', undefined],
])('who signs with one word: %s', (line, nick) => expect(nickBesideTime(line)).toBe(nick));

test.each<[string, string | undefined]>([
  ['Ann Lee is a staff writer at the Tidewater Courier.', 'Ann Lee'],
  ['Anna Lee ist eine freie Journalistin aus Thrum.', 'Anna Lee'],
  ['Ann Lee writes features and covers the harbour.', 'Ann Lee'],
  ['Ann Lee writes that the harbour is closed.', undefined],
  ['Ann Lee Ann keeps an eye on the lamp for the Courier.', 'Ann Lee'],
  ['Ann Lee is a lovely walk from the harbour.', undefined],
  ['It is a good day for a writer.', undefined],
])('whom a sentence tells of: %s', (line, name) => expect(personOfLife(line)).toBe(name));

test.each<[string, string | undefined]>([
  ['By Courier Staff', 'Courier Staff'],
  ['Von: det/dpa', 'det/dpa'],
  ['By Courier News Desk Oct. 13, 2024', 'Courier News Desk'],
  ['By Ann Lee', undefined],
  ['The Courier staff', undefined],
])('an office that signs: %s', (line, office) => expect(officeOfByline(line)).toBe(office));

test.each<[string, string | undefined]>([
  ['by lampkeeper', 'lampkeeper'],
  ['Von Lichtwart', 'Lichtwart'],
  ['by the sea', undefined],
  ['stand by me', undefined],
])('who signs alone with one word: %s', (line, nick) => expect(nickAlone(line)).toBe(nick));
