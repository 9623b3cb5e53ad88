import { describe, expect, test } from 'vitest';
import { pageLines } from '../../../src/content/page/page-lines.ts';
import { processorNow } from '../../processor-time.ts';

const textsOf = (text: string): readonly string[] => pageLines(text).map((line) => line.text);

describe('a line loses its indentation and its odd spaces', () => {
  test.each<[string, string, readonly string[]]>([
    ['indentation by blanks and tabs', '    one\n\ttwo', ['one', 'two']],
    ['blanks at the end', 'one   \ntwo\t', ['one', 'two']],
    ['no-break spaces become spaces', 'known for\u00a0his role', ['known for his role']],
    ['a no-break space beside a space leaves one', 'one \u00a0 two', ['one two']],
    ['narrow, thin and ideographic spaces', 'a\u202fb\u2009c\u3000d\u2003e', ['a b c d e']],
    ['zero-width spaces, joiners and soft hyphens go', 'a\u200bb\u2060c\ufeffd\u00ade', ['abcde']],
    ['a joiner that shapes letters stays', 'می\u200cخواهم', ['می\u200cخواهم']],
    ['lines of nothing but odd spaces are blank', 'one\n\u00a0 \u00a0\ntwo', ['one', 'two']],
    ['nothing at all', '', []],
    ['blank lines alone', '\n \n\t\n', []],
  ])('%s', (_name, text, lines) => expect(textsOf(text)).toEqual(lines));
});

test('each line knows its number and whether a block begins with it', () => {
  expect(pageLines('one\ntwo\n\n\nthree\n \nfour')).toEqual([
    { text: 'one', line: 1, opensBlock: true },
    { text: 'two', line: 2, opensBlock: false },
    { text: 'three', line: 5, opensBlock: true },
    { text: 'four', line: 7, opensBlock: true },
  ]);
});

describe('paragraphs that were wrapped at a width are joined', () => {
  const LATIN = [
    'The night ferry waits for the turn of the tide off the point, because it',
    'was built by people who disliked to hurry, and because the lamp on the',
    'mole is lit by hand.',
  ];
  const GERMAN = [
    'Die Fähre wartet vor der Landspitze auf die Flut, weil sie von Leuten',
    'gebaut wurde, die Eile nicht mochten, und weil die Lampe auf der Mole von',
    'Hand angezündet wird.',
  ];
  const CHINESE = [
    '夜里的渡船在岬角外面等待潮水转向，因为造船的人',
    '不喜欢匆忙，也因为防波堤上的灯是用手点亮的，而',
    '点灯的人总要先把茶喝完。',
  ];
  const ARABIC = [
    'تنتظر العبارة الليلية عند الرأس حتى يتغير المد لأن الذين بنوها لم',
    'يحبوا العجلة ولأن مصباح الرصيف يوقد باليد كل مساء بعد أن يشرب',
    'الحارس الشاي.',
  ];
  test.each<[string, readonly string[], string]>([
    ['Latin letters', LATIN, LATIN.join(' ')],
    ['nouns with capitals', GERMAN, GERMAN.join(' ')],
    ['Han signs, without blanks', CHINESE, CHINESE.join('')],
    ['Arabic letters', ARABIC, ARABIC.join(' ')],
    [
      'a quotation at the end',
      ['He looked at the water for a long time, and then he said to nobody in', 'particular, "it is late."'],
      'He looked at the water for a long time, and then he said to nobody in particular, "it is late."',
    ],
  ])('%s', (_name, lines, whole) => {
    expect(pageLines(`Coast\n\n    ${lines.join('\n    ')}\n\nNext.`)).toEqual([
      { text: 'Coast', line: 1, opensBlock: true },
      { text: whole, line: 3, opensBlock: true },
      { text: 'Next.', line: 4 + lines.length, opensBlock: true },
    ]);
  });

  test.each<[string, readonly string[]]>([
    [
      'headlines of other articles',
      [
        'Thrum Votes to Keep Its Only Traffic Light, for Company and for Luck',
        'Lost Property, Found Again: A Year in the Ferry Cupboard of the Coast',
      ],
    ],
    [
      'headlines that ask',
      [
        'Will the Ferry Wait for the Piano, or the Piano for the Ferry, This Year',
        'Who Lights the Lamps of the Harbour When the Keeper Is Away at Sea?',
      ],
    ],
    ['short names', ['Coast', 'Get short URL', 'Harbour Lights Festival (42)']],
    ['paragraphs on lines of their own', [`${'The ferry waits. '.repeat(12)}`.trim(), 'it waits on.']],
    [
      'headlines without capitals',
      [
        '夜のフェリーのピアノ、調律師を募集、応募は港の事務所まで',
        '港の灯まつり、今年のちょうちんは千二百個、去年より百個多い',
        'パン屋の開店時間は月に聞け、朝寝坊は損をする',
      ],
    ],
    ['a single line', [LATIN[0] ?? '']],
  ])('%s stay apart', (_name, lines) => expect(textsOf(lines.join('\n'))).toEqual(lines));
});

test('a page with more headlines than paragraphs still shows how its paragraphs were wrapped', () => {
  const headlines = [
    'Thrum Votes to Keep Its Only Traffic Light for Company',
    'A Year in the Ferry Cupboard: What Nobody Came Back For',
    'Port Ellery Paints Its Harbour Wall, One Stone at a Time',
    'The Baker Who Opens With the Moon Has Overslept Again',
    'New Lamps for the Mole, and One Old Keeper to Light Them',
    'Gulls Are Counted Twice in Ossery, and Found to Be Alike',
    'Choir of the Coast Looks for a Bass Who Can Also Row',
  ];
  const paragraph = [
    'The night ferry waits for the turn of the tide off the point, because',
    'it was built by people who disliked to hurry. Its captain, who was',
    'born aboard, has never seen a reason to be early, and the passengers',
    'of this coast have never given him one. The piano in the saloon was',
    'tuned last spring.',
  ];
  expect(textsOf(`${headlines.join('\n')}\n\n${paragraph.join('\n')}`)).toEqual([...headlines, paragraph.join(' ')]);
  expect(textsOf(`${headlines.join('\n')}\n\n${paragraph.join('\n')}\n${'It waits. '.repeat(30)}`)).toHaveLength(
    headlines.length + 2,
  );
});

test('a paragraph wrapped into thirty thousand lines is joined in good time', () => {
  const line = 'and the lamp on the mole was lit by hand, as it had always been lit, ';
  const started = processorNow();
  expect(pageLines(`The lamp\n\n${`${line}\n`.repeat(30_000)}and so on.`)).toHaveLength(2);
  expect(processorNow() - started).toBeLessThan(3_000);
});
