import { describe, expect, test } from 'vitest';
import { readPageText } from '../../../src/content/page/page-text.ts';

const TEXT = [
  'The keepers of Saltmere have rung the harbour bell by hand since the storm of 2019, and the council wants to know how long that can go on.',
  'Wenna Castle, who counts the strokes, said the night ferry has not missed the quay once. Tides were high, and the fish market stayed shut until noon.',
  'A new rope from Dunnock Point will arrive with the mail boat on Monday, the council said, together with the oil that the lamp needs for the winter.',
];

/** A page as extractors leave it: the text with blank lines between its paragraphs, and lines around it. */
const pageWith = (below: readonly string[], above: readonly string[] = []): string =>
  ['Harbour bell rung by hand since the storm', '', ...above, TEXT.join('\n\n'), '', ...below].join('\n');

const tagsOf = (text: string): readonly string[] => readPageText(text).tags.map((tag) => tag.text);

const rows = (table: readonly (readonly [string, readonly string[], readonly string[]])[]) =>
  test.each(table)('%s', (_name, below, tags) => expect(tagsOf(pageWith(below))).toEqual(tags));

describe('a label stands above the tags', () => {
  rows([
    [
      'one tag a line, as bullets',
      ['Topics in this article', '  • night ferry', '  • Saltmere', '  • Dunnock Point'],
      ['night ferry', 'Saltmere', 'Dunnock Point'],
    ],
    [
      'each with a comma behind it',
      ['Filed under:', '  Fish Market,', '  Wenna Castle,', '  Night Ferry'],
      ['Fish Market', 'Wenna Castle', 'Night Ferry'],
    ],
    [
      'names of two words are not divided though the text has both words',
      ['Related Tags', 'Castle Keepers', 'Winter Oil'],
      ['Castle Keepers', 'Winter Oil'],
    ],
    ['a year may be one', ['• share', '• TAGS', '• 2019', '• bells', '• storm'], ['2019', 'bells', 'storm']],
    [
      'a word of pages may be one when the text has it',
      ['Tags:', 'Saltmere', 'Market', 'Winter'],
      ['Saltmere', 'Market', 'Winter'],
    ],
    ['German', ['Themen in diesem Artikel', 'Hafen', 'Glocke'], ['Hafen', 'Glocke']],
    ['Finnish', ['Aiheet', 'satama', 'kello'], ['satama', 'kello']],
    ['Greek', ['Ετικέτες', 'λιμάνι', 'καμπάνα'], ['λιμάνι', 'καμπάνα']],
    ['Hungarian', ['Címkék:', 'kikötő, harang'], ['kikötő', 'harang']],
    ['Vietnamese', ['Từ khóa: bến cảng, chuông'], ['bến cảng', 'chuông']],
    ['Thai', ['แท็ก', 'ท่าเรือ', 'ระฆัง'], ['ท่าเรือ', 'ระฆัง']],
    [
      'a label that heads headlines as often, with tags that the text knows',
      ['More about: Saltmere, tides'],
      ['Saltmere', 'tides'],
    ],
    ['and with such that it does not know', ['More about: goats, kites'], []],
    ['buttons among them are none', ['Tags', 'Saltmere', 'Tides', 'Leave a comment'], ['Saltmere', 'Tides']],
    ['a heading of other articles is none', ['Tags', '', 'Read Next', '', 'A goat swims home to the mole'], []],
    ['a link of a menu is no label', ['  • Guides', '  • Tags', '  • Jobs', '  • Firms', '  • Shop'], []],
  ]);
});

describe('nothing stands between the tags of a label', () => {
  rows([
    [
      'words that the text has together are one tag',
      ['Tags: Wenna Castle Saltmere Dunnock Point Tides'],
      ['Wenna Castle', 'Saltmere', 'Dunnock Point', 'Tides'],
    ],
    [
      'a phrase with small words is one tag',
      ['Tags: the bell of Saltmere by night'],
      ['the bell of Saltmere by night'],
    ],
    ['two words are one tag', ['Tags: winter market'], ['winter market']],
  ]);
});

describe('nothing says that tags follow', () => {
  rows([
    [
      'a list right below the text',
      ['Saltmere', 'Night ferry', 'Dunnock Point'],
      ['Saltmere', 'Night ferry', 'Dunnock Point'],
    ],
    ['a menu that the text hardly knows is none', ['Jobs', 'Tides', 'Guides', 'Shop', 'Firms'], []],
    ['parts of words are not known', ['Salt', 'Quayside', 'Arm'], []],
    ['a lone name below the text is none', ['Saltmere'], []],
    ['a lone word of a button is none', ['shares'], []],
    [
      'a lone name is one below a headline',
      ['A first headline of another page', 'Saltmere', 'Post a comment'],
      ['Saltmere'],
    ],
    [
      'tags that were put together, above the remarks of readers',
      ['Download the tide table now!', 'SaltmereNight FerryWinter', 'Cy Wren', 'Leave a comment'],
      ['Saltmere', 'Night Ferry', 'Winter'],
    ],
  ]);
});

test('a list below the time, above the remarks of readers that look like text', () => {
  const remarks = [
    'What a bell! My uncle rang it once in a winter night, and nobody in the whole street could sleep until the morning came.',
    '',
  ];
  const list = ['  • Share', '14:20 17.04.2024', '  • Saltmere', '  • night ferry', '  • fish market', '  • bells', ''];
  const more = [...remarks, ...remarks, ...remarks].map((line, at) => (line === '' ? '' : `${line} (${at})`));
  expect(tagsOf(pageWith([...list, ...more]))).toEqual(['Saltmere', 'night ferry', 'fish market', 'bells']);
});

test('a day behind a label is none', () => {
  expect(tagsOf(pageWith(['Filed under bells, ferries, 12/19/16']))).toEqual(['bells', 'ferries']);
});
