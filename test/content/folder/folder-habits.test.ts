import { describe, expect, test } from 'vitest';
import { readFolderHabits, withHabits } from '../../../src/content/folder/folder-habits.ts';
import { droppedLines } from '../../../src/content/page/dropped-lines.ts';
import { readPageText } from '../../../src/content/page/page-text.ts';
import { PAGE, pageOf } from '../sample-page.ts';

function read(yaml: string) {
  const faults: string[] = [];
  const habits = readFolderHabits(yaml, (line, message) => faults.push(`${line}: ${message}`));
  return { habits, faults };
}

/** Of a file of habits without faults. */
const habitsOf = (yaml: string) => {
  const { habits, faults } = read(yaml);
  expect(faults).toEqual([]);
  return habits;
};

test('everything that may be said', () => {
  const yaml =
    'time_zone: Europe/Paris\ndate_order: dmy\nlanguage: fr\npages:\n  title: below-time\n  tags_prefix: "Dossier :"\n  tags_separator: "|"\n  undated: refuse\n  drop: [Au large]\n';
  expect(habitsOf(yaml)).toMatchObject({
    zone: 'Europe/Paris',
    order: 'dmy',
    language: 'fr',
    title: 'below-time',
    tagsPrefix: 'Dossier :',
    tagsSeparator: '|',
    undated: 'refuse',
  });
});

describe('a line to be dropped is written as it is, or with * for any text', () => {
  test.each<[string, string, boolean]>([
    ['Tide table', 'Tide table', true],
    ['Tide table', 'tide TABLE', true],
    ['Tide table', 'Tide tables', false],
    ['Photo: *', 'Photo: A. Lee', true],
    ['Photo: *', 'A photo: A. Lee', false],
    ['*sponsored*', 'This is a sponsored page', true],
    ['a*b*c', 'a b c', true],
    ['a*b*c', 'a c b', false],
    ['ab*ba', 'aba', false],
    ['*', 'anything', true],
  ])('%j and %j: %j', (glob, line, answer) => {
    expect(droppedLines(habitsOf(`pages:\n  drop:\n    - ${JSON.stringify(glob)}\n`).drop ?? [])(line)).toBe(answer);
  });
});

describe('what does not fit is told with its line and its mend', () => {
  test.each<[string, string, string]>([
    [
      'an unknown key',
      'colour: red',
      '1: there is no habit "colour"; known are time_zone, date_order, language, pages',
    ],
    [
      'an unknown key of pages',
      'pages:\n  colour: red',
      '2: pages: there is no habit "colour"; known are title, tags_prefix, tags_separator, undated, drop',
    ],
    ['a zone', 'time_zone: Atlantis', '1: time_zone: "Atlantis" does not fit; write a name such as Europe/Berlin'],
    ['an order', 'date_order: ymd', '1: date_order: "ymd" does not fit; write dmy or mdy'],
    [
      'a place',
      'pages:\n  title: left',
      '2: pages: title: "left" does not fit; write above-time, below-time, first-line',
    ],
    ['a list', 'pages:\n  undated: [file]', '2: pages: undated: it is no text; write file or refuse'],
    [
      'pages that are a text',
      'pages: all',
      '1: pages: it is no list of "key: value" lines; write one such as "drop: [Listen Live]"',
    ],
    [
      'a separator alone',
      'pages:\n  tags_separator: "|"',
      '2: pages: tags_separator: it needs tags_prefix beside it; write what stands before the tags',
    ],
  ])('%s', (_name, yaml, told) => expect(read(yaml).faults).toEqual([told]));

  test('what is no YAML', () => expect(read('pages: [').faults).toHaveLength(1));

  test('the rest counts all the same', () => {
    expect(read('time_zone: Atlantis\nlanguage: fr').habits).toEqual({ language: 'fr' });
  });
});

test('a folder has what the folder above it has, and lines to be dropped add up', () => {
  const above = habitsOf('language: fr\ntime_zone: Europe/Paris\npages:\n  drop: [One]\n');
  const both = withHabits(above, habitsOf('language: br\npages:\n  drop: [Two]\n'));
  expect(both).toMatchObject({ language: 'br', zone: 'Europe/Paris' });
  expect(both.drop).toEqual(['One', 'Two']);
});

describe('a page is read by the habits of its folder', () => {
  const prompt =
    'Every Monday the Mail tells its friends by letter what the tide has brought, and what it took away again.';

  test('lines are dropped', () => {
    const text = [...PAGE.text.slice(0, 2), prompt, ...PAGE.text.slice(2)];
    expect(readPageText(pageOf({ text })).html).toContain(prompt);
    const habits = habitsOf('pages:\n  drop: ["Every Monday the Mail*"]\n');
    expect(readPageText(pageOf({ text }), habits).html).not.toContain(prompt);
  });

  test('tags stand behind words of the site', () => {
    const habits = habitsOf('pages:\n  tags_prefix: "In the same basket"\n  tags_separator: "·"\n');
    const page = pageOf({ tags: ['In the same basket kites · lamp keepers · goats'] });
    expect(readPageText(page, habits).tags.map(({ text }) => text)).toEqual(['kites', 'lamp keepers', 'goats']);
  });

  test.each<[string, string]>([
    ['above-time', 'Lamp Keeper of the Mole Answers Ships'],
    ['below-time', 'A Keeper Writes Letters for the Ships of Brackwater'],
    ['first-line', 'Weekly Wonders'],
  ])('the headline stands %s', (place, title) => {
    const lines = [
      'Weekly Wonders',
      'Lamp Keeper of the Mole Answers Ships',
      '12 January 2021, 10:00',
      'A Keeper Writes Letters for the Ships of Brackwater',
    ];
    const page = `${lines.join('\n\n')}\n\n${PAGE.text.join('\n\n')}\n`;
    expect(readPageText(page, habitsOf(`pages:\n  title: ${place}\n`)).title.text).toBe(title);
  });
});
