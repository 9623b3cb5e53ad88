import { describe, expect, test } from 'vitest';
import { decodeText } from '../../../src/content/decode/decode.ts';
import type { Draft } from '../../../src/content/draft.ts';
import { readPageText } from '../../../src/content/page/page-text.ts';
import { contentErrorOf } from '../content-error.ts';
import { PAGE, type PageParts, pageOf } from '../sample-page.ts';

const LEAD = PAGE.text[0] ?? '';
const MADE_TITLE = 'The keeper of the lamp on the mole has begun to answer the letters that ships drop into…';

/** What was read, without the lines of the file. */
function told(draft: Draft) {
  const { title, titleNote, stamps, tags, section, series, authors, html, related } = draft;
  return {
    title: title.text,
    isTitleMade: titleNote !== undefined,
    stamps: stamps.map(({ role, text }) => `${role} ${text}`),
    tags: tags.map(({ text }) => text),
    section: section?.text,
    series: series?.text,
    authors: authors.map(({ name }) => name),
    paragraphs: html === '' ? [] : html.split('\n').map((line) => line.replaceAll(/<\/?(?:p|ul|li|h2)>/g, '')),
    related,
  };
}

const WHOLE = {
  title: MADE_TITLE,
  isTitleMade: true,
  stamps: ['clock 02:27 GMT14 January 2021'],
  tags: ['night mail', 'lamp keepers', 'Brackwater', 'Nora Vance', 'ferry timetable'],
  section: 'Upper Coast',
  series: 'Letters From the Mole',
  authors: [],
  paragraphs: PAGE.text.map((text) => text.replaceAll('\u00a0', ' ').trim()),
  related: PAGE.related,
};
type Told = typeof WHOLE;

const rows = (table: readonly (readonly [string, Partial<PageParts>, Partial<Record<keyof Told, unknown>>])[]) =>
  test.each(table)('%s', (_name, parts, answer) => {
    expect(told(readPageText(pageOf(parts)))).toEqual({ ...WHOLE, ...answer });
  });

describe('a page is read when any one part is missing', () => {
  rows([
    ['nothing is missing', {}, {}],
    ['the clock', { clock: [] }, { stamps: [] }],
    ['the buttons', { buttons: [] }, {}],
    ['the section', { section: [] }, { section: undefined }],
    ['the button for the short address', { shortUrl: [] }, {}],
    ['the series above the text', { series: [] }, {}],
    ['the series below the text', { seriesAgain: [] }, {}],
    ['the series', { series: [], seriesAgain: [] }, { series: undefined }],
    ['the related headlines', { related: [] }, { related: [] }],
    ['the tags', { tags: [] }, { tags: [] }],
    ['the footer', { footer: [] }, {}],
    ['the tags and the footer', { tags: [], footer: [] }, { tags: [] }],
    [
      'everything above the text',
      { clock: [], buttons: [], section: [], shortUrl: [], series: [] },
      { stamps: [], section: undefined },
    ],
    ['everything below the text', { seriesAgain: [], related: [], tags: [], footer: [] }, { related: [], tags: [] }],
    [
      'everything but the text',
      {
        clock: [],
        buttons: [],
        section: [],
        shortUrl: [],
        series: [],
        seriesAgain: [],
        related: [],
        tags: [],
        footer: [],
      },
      { stamps: [], section: undefined, series: undefined, related: [], tags: [] },
    ],
  ]);

  test.each<[string, string]>([
    ['a page of navigation', 'Home\nNews\nSport\nListen Live\n02:27 GMT14 January 2021\nContact us'],
    ['a page without its text', pageOf({ text: [] })],
    ['a clock', '02:27 GMT14 January 2021'],
    ['a list of headlines', `${PAGE.related.join('\n')}\n`],
    ['a line of tags', PAGE.tags.join('\n')],
    ['rules and numbers', '***\n12\n---\n'],
  ])('%s holds no article', (_name, text) => {
    expect(contentErrorOf(() => readPageText(text))).toBe(
      '1: no paragraph was found, only short lines; add the text of the article, or remove the file',
    );
  });
});

describe('a page is read whatever its bytes', () => {
  const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
  test.each<[string, string]>([
    ['line ends of Windows', pageOf().replaceAll('\n', '\r\n')],
    ['lone carriage returns', pageOf().replaceAll('\n', '\r')],
    ['a byte order mark', `\ufeff${pageOf()}`],
    ['no indentation', pageOf().replaceAll(/^ +/gm, '')],
    ['indentation by tabs', pageOf().replaceAll(/^ +/gm, '\t')],
    ['blank lines at the beginning and end', `\n\n${pageOf()}\n\n\n`],
    ['no-break spaces for all spaces', pageOf().replaceAll(' ', '\u00a0')],
    ['zero-width spaces in every word', pageOf().replaceAll(/(?<=[a-z])(?=[a-z])/g, '\u200b')],
  ])('%s', (_name, text) => expect(told(readPageText(decodeText(bytesOf(text))))).toEqual(WHOLE));

  test('paragraphs that were wrapped at 72 columns are whole again', () => {
    const wrapped = PAGE.text.map((text) => text.replaceAll('\u00a0', ' ').replace(/(.{40,72}) (?=\S)/g, '$1\n    '));
    expect(told(readPageText(pageOf({ text: wrapped })))).toEqual(WHOLE);
  });

  test('signs of HTML are text', () => {
    const text = ['The sum of a < b & c > d was chalked on the door of the mole, and nobody could say whose it was.'];
    expect(readPageText(pageOf({ text })).html).toBe(
      '<p>The sum of a &lt; b &amp; c &gt; d was chalked on the door of the mole, and nobody could say whose it was.</p>',
    );
  });
});

describe('the line of tags is told from headlines and prose', () => {
  rows([
    [
      'a headline that begins like tags is none',
      { related: ['Herring, Lemons See Price of Mole Letters as Common Foe, Concerned Over Goats', ...PAGE.related] },
      { related: ['Herring, Lemons See Price of Mole Letters as Common Foe, Concerned Over Goats', ...PAGE.related] },
    ],
    [
      'a headline with three short parts is none',
      { related: ['Ferry Late, Goat Early, Herring Asleep', ...PAGE.related], tags: ['lamp keepers, Brackwater'] },
      { tags: ['lamp keepers', 'Brackwater'], related: ['Ferry Late, Goat Early, Herring Asleep', ...PAGE.related] },
    ],
    [
      'such a headline at the end is none either',
      { tags: [], related: [...PAGE.related, 'Ferry Late, Goat Early'] },
      { tags: [], related: [...PAGE.related, 'Ferry Late, Goat Early'] },
    ],
    ['tags above the related headlines', { tags: [], related: [...PAGE.tags, ...PAGE.related] }, {}],
    ['tags above the text', { tags: [], series: [...PAGE.series, ...PAGE.tags] }, {}],
    ['tags right below the text', { seriesAgain: PAGE.tags, tags: [] }, {}],
    ['two tags', { tags: ['Nora Vance, Brackwater'] }, { tags: ['Nora Vance', 'Brackwater'] }],
    [
      'two long names',
      { tags: ['Brackwater Harbour Letters Society, Keepers of the Lamp'] },
      { tags: ['Brackwater Harbour Letters Society', 'Keepers of the Lamp'], related: PAGE.related },
    ],
    [
      'two tags in lower case that the text does not know',
      { tags: ['sea bathing, kite flying'] },
      { tags: ['sea bathing', 'kite flying'] },
    ],
    ['one tag that the text knows', { tags: ['Brackwater'] }, { tags: ['Brackwater'] }],
    ['one tag of three words that the text knows', { tags: ['the mail boat'] }, { tags: ['the mail boat'] }],
    ['one tag that the text does not know', { tags: ['kites'] }, { tags: ['kites'] }],
    [
      'a short headline at the end is no tag',
      { tags: [], related: [...PAGE.related, 'Goat Swims Home'] },
      { tags: [], related: [...PAGE.related, 'Goat Swims Home'] },
    ],
    [
      'Arabic commas',
      { tags: ['night mail، lamp keepers، Brackwater'] },
      { tags: ['night mail', 'lamp keepers', 'Brackwater'] },
    ],
    [
      'ideographic commas',
      { tags: ['night mail、lamp keepers、Brackwater'] },
      { tags: ['night mail', 'lamp keepers', 'Brackwater'] },
    ],
    [
      'tags of another script than the text',
      { tags: ['المد، العبارة الليلية، المنارة'] },
      { tags: ['المد', 'العبارة الليلية', 'المنارة'] },
    ],
    ['signs that mean something', { tags: ['C++, C#, R&D, Brackwater'] }, { tags: ['C++', 'C#', 'R&D', 'Brackwater'] }],
    ['a label on the line', { tags: ['Tags: kites, goats'] }, { tags: ['kites', 'goats'] }],
    ['a label above the line', { tags: ['Tags:', 'kites, goats'] }, { tags: ['kites', 'goats'] }],
    [
      'a label above one tag a line',
      { tags: ['Tags:', 'kites', 'goats', 'sea bathing'] },
      { tags: ['kites', 'goats', 'sea bathing'] },
    ],
    ['hashtags', { tags: ['#kites #goats'] }, { tags: ['kites', 'goats'] }],
    ['hashtags on lines of their own', { tags: ['#kites', '#goats'] }, { tags: ['kites', 'goats'] }],
    [
      'the long name of an office among tags',
      { tags: ['Board for the Lighting of Lamps and Buoys (BLLB), Brackwater, Nora Vance, goats'] },
      { tags: ['Board for the Lighting of Lamps and Buoys (BLLB)', 'Brackwater', 'Nora Vance', 'goats'] },
    ],
    [
      'a label counts more than a line',
      { tags: [...PAGE.tags, 'Topics: kites'] },
      { tags: ['kites'], related: [...PAGE.related, ...PAGE.tags] },
    ],
  ]);

  test('prose with many commas is prose', () => {
    const text = [
      ...PAGE.text,
      'Herring, lemons, bread, soap, lamp oil, and a goat were in the boat that night, said Vance.',
    ];
    expect(told(readPageText(pageOf({ text, tags: [] })))).toMatchObject({ tags: [], paragraphs: { length: 5 } });
  });

  test('a list inside the text is of the text', () => {
    const text = [LEAD, 'salt, soap, lamp oil', ...PAGE.text.slice(1)];
    const { tags, paragraphs } = told(readPageText(pageOf({ text, tags: [] })));
    expect({ tags, second: paragraphs[1] }).toEqual({ tags: [], second: 'salt, soap, lamp oil' });
  });

  test('each tag knows the line it stands on', () => {
    const text = pageOf();
    const line = text.split('\n').findIndex((one) => one.includes('night mail')) + 1;
    expect(new Set(readPageText(text).tags.map((tag) => tag.line))).toEqual(new Set([line]));
  });
});

const HEADLINE = 'Keeper of the Lamp Answers Letters From Ships';

describe('a headline above the text is the title', () => {
  const titled = { title: HEADLINE, isTitleMade: false };
  rows([
    ['above the section', { section: [HEADLINE, 'Upper Coast'] }, titled],
    ['below the section', { section: ['Upper Coast', HEADLINE] }, titled],
    ['below the series', { series: [...PAGE.series, HEADLINE] }, titled],
    [
      'above the clock',
      { clock: [HEADLINE, ...PAGE.clock] },
      { ...titled, stamps: ['published 02:27 GMT14 January 2021'] },
    ],
    [
      'among lines of navigation',
      { buttons: ['Sign up and get every tide by morning post', HEADLINE, 'Report a Goat That Has Lost Its Way'] },
      titled,
    ],
    [
      'a short one below the button',
      { series: ['Lamp Answers Letters'] },
      { title: 'Lamp Answers Letters', isTitleMade: false },
    ],
    [
      'a question as long as a paragraph',
      {
        section: [
          'Who Will Answer the Letters That the Ships of Brackwater Drop Into the Basket of the Keeper?',
          'Upper Coast',
        ],
      },
      {
        title: 'Who Will Answer the Letters That the Ships of Brackwater Drop Into the Basket of the Keeper?',
        isTitleMade: false,
      },
    ],
    [
      'one that ends with a stop',
      { section: ['Keeper of the lamp answers letters.', 'Upper Coast'] },
      { title: 'Keeper of the lamp answers letters.', isTitleMade: false },
    ],
    [
      'above its standfirst, byline and caption',
      {
        series: [
          HEADLINE,
          'Whoever drops a letter into the basket of the mole has an answer by the next mail boat.',
          'By Ann Lee',
          'The basket of the mole, seen from the ferry. Photo: Bo Finch',
        ],
      },
      { ...titled, authors: ['Ann Lee'] },
    ],
    [
      'below a notice as long as a paragraph',
      {
        clock: ['You are using an outdated browser. Please upgrade your browser to see the whole of the harbour.'],
        section: ['Upper Coast', HEADLINE],
      },
      { ...titled, stamps: [] },
    ],
    [
      'of two lines the one that the page shows twice',
      {
        clock: [`${HEADLINE} - Brackwater Mail`, ...PAGE.clock],
        section: ['Ships, Goats and Herring: The Week on the Coast', 'Upper Coast', HEADLINE],
      },
      { ...titled, stamps: ['published 02:27 GMT14 January 2021'] },
    ],
    ['a list of other articles above the text is none', { series: [...PAGE.series, ...PAGE.related] }, {}],
    [
      'a line that has nothing to do with the text is none',
      { section: ['Win a Holiday for Two Persons', 'Upper Coast'] },
      {},
    ],
  ]);

  test('without one the title is made of the lead, with a note', () => {
    expect(readPageText(pageOf()).titleNote).toBe('the page shows no headline, the title is made of the lead');
  });
});

describe('section and series', () => {
  rows([
    ['a section of one word', { section: ['Coast'] }, { section: 'Coast' }],
    ['a section of four words', { section: ['Bread, Bees and Tides'] }, { section: 'Bread, Bees and Tides' }],
    ['a section beside a headline', { section: [HEADLINE, 'Upper Coast'] }, { title: HEADLINE, isTitleMade: false }],
    [
      'a section without the button, beside a headline',
      { section: [HEADLINE, 'Upper Coast'], shortUrl: [] },
      { title: HEADLINE, isTitleMade: false },
    ],
    ['a path of sections', { section: ['News / Upper Coast'] }, {}],
    ['a masthead above the section', { clock: [...PAGE.clock, 'Brackwater Mail'] }, {}],
    ['counts of views are none', { shortUrl: ['Get short URL', '0 51 4', '17313'] }, {}],
    [
      'a series with a large number',
      { series: ['Letters From the Mole (1,881)'], seriesAgain: ['Letters From the Mole (1,881)'] },
      {},
    ],
    [
      'comments with their number are no series',
      { series: [], seriesAgain: [], footer: ['Comments (12)', ...PAGE.footer] },
      { series: undefined },
    ],
    [
      'a headline with a year is no series',
      { series: [], seriesAgain: [], related: [...PAGE.related, 'The Great Fire (1903)'] },
      { series: undefined },
    ],
    ['the series that stands twice counts', { section: ['Old Papers (3)', 'Upper Coast'] }, {}],
    ['a caption is neither', { series: ['© Brackwater Mail / N. Vance', ...PAGE.series] }, {}],
  ]);

  test('a line of the text with a number in brackets stays', () => {
    const text = [LEAD, 'Goats (2)', ...PAGE.text.slice(1)];
    const { series, paragraphs } = told(readPageText(pageOf({ text })));
    expect({ series, second: paragraphs[1] }).toEqual({ series: 'Letters From the Mole', second: 'Goats (2)' });
  });

  test('the series between two paragraphs is no paragraph', () => {
    const text = [LEAD, 'Letters From the Mole (18)', ...PAGE.text.slice(1)];
    expect(told(readPageText(pageOf({ text })))).toEqual(WHOLE);
  });
});

const CLOCK = 'clock 02:27 GMT14 January 2021';

describe('a stamp of the article beats the clock of the page', () => {
  rows([
    [
      'a bare stamp',
      { shortUrl: ['21:15 12.01.2021', 'Get short URL'] },
      { stamps: [CLOCK, 'published 21:15 12.01.2021'] },
    ],
    [
      'a stamp glued to the button',
      { shortUrl: ['21:15 12.01.2021Get short URL'] },
      { stamps: [CLOCK, 'published 21:15 12.01.2021'] },
    ],
    [
      'a stamp with its update, glued',
      { shortUrl: ['21:15 12.01.2021(updated 21:19 12.01.2021) Get short URL'] },
      { stamps: [CLOCK, 'published 21:15 12.01.2021(updated 21:19 12.01.2021)'] },
    ],
    [
      'published and updated',
      { series: ['Published: 12 January 2021, 10:00 GMT', 'Updated: 12 January 2021, 12:00 GMT', ...PAGE.series] },
      {
        stamps: [
          CLOCK,
          'published Published: 12 January 2021, 10:00 GMT',
          'updated Updated: 12 January 2021, 12:00 GMT',
        ],
      },
    ],
    [
      'a stamp below the text',
      { seriesAgain: ['17:00 12.01.2021', ...PAGE.seriesAgain] },
      { stamps: [CLOCK, 'published 17:00 12.01.2021'] },
    ],
    ['a stamp below the place where readers talk is theirs', { footer: [...PAGE.footer, '17:00 12.01.2021'] }, {}],
    [
      'a label below the headlines',
      { footer: ['Published: 12 January 2021', ...PAGE.footer] },
      { stamps: [CLOCK, 'published Published: 12 January 2021'] },
    ],
    [
      'the day beside related headlines is theirs',
      { related: PAGE.related.flatMap((headline) => [headline, '9 January 2020']) },
      {},
    ],
    [
      'two bare stamps: the first is the publication',
      { shortUrl: ['21:15 12.01.2021', '08:00 13.01.2021', 'Get short URL'] },
      { stamps: [CLOCK, 'published 21:15 12.01.2021', 'published 08:00 13.01.2021'] },
    ],
    [
      'a masthead above the clock',
      { clock: ['Brackwater Evening Mail', ...PAGE.clock], shortUrl: ['21:15 12.01.2021', 'Get short URL'] },
      { stamps: [CLOCK, 'published 21:15 12.01.2021'] },
    ],
    ['a button above the clock', { clock: [], buttons: ['Listen Live', ...PAGE.clock] }, {}],
    [
      "a lone stamp elsewhere is the article's",
      { clock: [], footer: ['Print', '02:27 GMT14 January 2021'] },
      { stamps: ['published 02:27 GMT14 January 2021'] },
    ],
    [
      'a clock in two lines',
      { clock: ['02:27 GMT', '14 January 2021'] },
      { stamps: ['clock 02:27 GMT 14 January 2021'] },
    ],
    [
      'a clock in three lines',
      { clock: ['02:27', 'GMT +3', '14 January 2021'] },
      { stamps: ['clock 02:27 GMT +3 14 January 2021'] },
    ],
    [
      'a day of which nobody knows the order still beats it',
      { shortUrl: ['03/04/2021', 'Get short URL'] },
      { stamps: [CLOCK, 'published 03/04/2021'] },
    ],
    ['how long ago', { shortUrl: ['3 hours ago', 'Get short URL'] }, { stamps: [CLOCK, 'published 3 hours ago'] }],
  ]);

  test('a sentence that names a day is prose', () => {
    const text = [...PAGE.text, 'The lamp was lit on 3 March 1999.', 'On 4 March 1999 it went out.'];
    const { stamps, paragraphs } = told(readPageText(pageOf({ text })));
    expect({ stamps, count: paragraphs.length }).toEqual({ stamps: [CLOCK], count: 6 });
  });

  test('a headline that names a day is no stamp', () => {
    const headline = 'Keeper of the Mole to Answer All Letters by 14 March 2024';
    expect(told(readPageText(pageOf({ section: [headline, 'Upper Coast'] })))).toMatchObject({
      title: headline,
      stamps: [CLOCK],
    });
  });
});

describe('bylines', () => {
  rows([
    ['one name', { series: ['By Ann Lee', ...PAGE.series] }, { authors: ['Ann Lee'] }],
    [
      'several names',
      { series: ['By Ann Lee, Bo Finch and Cy Wren', ...PAGE.series] },
      { authors: ['Ann Lee', 'Bo Finch', 'Cy Wren'] },
    ],
    [
      'a name beside the time',
      { series: ['By Ann Lee | 12 January 2021, 10:00', ...PAGE.series] },
      { authors: ['Ann Lee'], stamps: [CLOCK, 'published 12 January 2021, 10:00'] },
    ],
    [
      'a name behind the time',
      { series: ['Published 12 January 2021 by Ann Lee', ...PAGE.series] },
      { authors: ['Ann Lee'], stamps: [CLOCK, 'published Published 12 January 2021'] },
    ],
    ['a name below the text', { seriesAgain: ['By Ann Lee', ...PAGE.seriesAgain] }, { authors: ['Ann Lee'] }],
    ['a section that begins with by', { section: ['By the Sea'] }, { section: 'By the Sea' }],
  ]);
});

describe('the text begins below what stands above it', () => {
  const LEAD_OF_GOAT =
    'A goat walked along the mole on Monday, counted the lamps there, and found that one of them had not been lit.';
  const listOf = (count: number): readonly string[] =>
    Array.from({ length: count }, (_, at) => `Lamp number ${at + 1} on the mole`);
  const DATED =
    'BRACKWATER, Upper Coast (CN) — A goat was counted on the mole on Monday, and nobody there had expected one.';
  test.each<[string, readonly string[], string]>([
    ['a place and an agency', [HEADLINE, 'The goat looks at the mole, left, on a Monday in January.', DATED], DATED],
    [
      'the headline again',
      [HEADLINE, 'By Ann Lee', '12 January 2021, 10:00', HEADLINE, ...PAGE.text],
      PAGE.text[0]?.replaceAll('\u00a0', ' ') ?? '',
    ],
    [
      'a notice about the age of the page',
      [HEADLINE, 'By Ann Lee', 'This article is more than 2 years old.', ...PAGE.text],
      PAGE.text[0]?.replaceAll('\u00a0', ' ') ?? '',
    ],
    [
      'words with hyphens are no place',
      [HEADLINE, 'By Ann Lee', LEAD_OF_GOAT, 'Singer-keepers of the coast — there are three — came to look at it.'],
      LEAD_OF_GOAT,
    ],
    [
      'how long reading takes',
      [HEADLINE, 'By Ann Lee', '12 January 2021, 10:00', 'Temps de lecture 4 min.', LEAD_OF_GOAT],
      LEAD_OF_GOAT,
    ],
    [
      'an address is no paragraph',
      [HEADLINE, 'By Ann Lee', 'https://goats.example/letters/2021/01/a-goat-was-counted-on-the-mole/.', LEAD_OF_GOAT],
      LEAD_OF_GOAT,
    ],
    [
      'a long list below the first paragraph',
      [HEADLINE, 'By Ann Lee', '12 January 2021, 10:00', LEAD_OF_GOAT, ...PAGE.text.slice(1), ...listOf(60)],
      LEAD_OF_GOAT,
    ],
  ])('%s', (_name, lines, first) => {
    const text = [...lines, ...PAGE.text].join('\n\n');
    expect(told(readPageText(text)).paragraphs[0]).toBe(first);
  });
});

describe('the text ends where the page goes on', () => {
  rows([
    [
      'a short first paragraph',
      { text: ['It rained.', ...PAGE.text] },
      { title: 'It rained', paragraphs: ['It rained.', ...WHOLE.paragraphs] },
    ],
    [
      'a short last question',
      { text: [...PAGE.text, '"Will it float?"'] },
      { paragraphs: [...WHOLE.paragraphs, '"Will it float?"'] },
    ],
    [
      'a list at the end',
      { text: [...PAGE.text, 'She gave two reasons:', '- wind', '2. goats'] },
      { paragraphs: [...WHOLE.paragraphs, 'She gave two reasons:', 'wind', '2. goats'] },
    ],
    [
      'a notice about opinions goes',
      {
        text: [
          ...PAGE.text,
          'The views expressed in this article are those of its goat and nobody else, least of all those of the Mail.',
        ],
      },
      {},
    ],
    ['advertisements between paragraphs go', { text: [LEAD, 'Advertisement', ...PAGE.text.slice(1)] }, {}],
    [
      'pointers between paragraphs go',
      { text: [LEAD, 'Read more: Goat Declines to Comment', ...PAGE.text.slice(1)] },
      {},
    ],
    ['rules between paragraphs go', { text: [LEAD, '* * *', ...PAGE.text.slice(1)] }, {}],
    [
      'headings between paragraphs stay',
      { text: [LEAD, 'The Basket', ...PAGE.text.slice(1)] },
      { paragraphs: [WHOLE.paragraphs[0], 'The Basket', ...WHOLE.paragraphs.slice(1)] },
    ],
  ]);

  test('a notice above the page is none of the article', () => {
    const notice = 'We use small biscuits to make this site work well for you, and for the ferry that brings them.';
    const page = `${notice}\nHome\nNews\nSport\nShare\n${pageOf({ clock: [] })}`;
    expect(told(readPageText(page))).toEqual({ ...WHOLE, stamps: [] });
  });

  test('what readers say below the page is none of the article', () => {
    const comments = [
      'What a fine goat that must be, I would write to it one day, if it had an address.',
      'Me too, and to the keeper also, for she writes so well of the weather that she sees.',
    ];
    expect(told(readPageText(`${pageOf()}\n\n${comments.join('\n\n')}\n`))).toEqual(WHOLE);
  });

  test('the form for remarks and what readers said with it are none of the article', () => {
    const form = ['Leave a Reply Cancel reply', 'Your email address will not be published.', 'Name *', 'Email *'];
    const remark = 'A goat said on 14 January that she would have liked a second basket, and others agreed with her.';
    expect(told(readPageText(pageOf({ footer: [...form, remark] }))).paragraphs).toEqual(WHOLE.paragraphs);
  });

  test('a text as long as all the rest is never cut', () => {
    const text = [...PAGE.text, ...PAGE.tags, ...PAGE.text, ...PAGE.text];
    expect(told(readPageText(pageOf({ text }))).paragraphs.length).toBeGreaterThanOrEqual(12);
  });
});

const PROSE = [
  'The keeper of the lamp at Thrum has walked up the two hundred steps for the last time, after forty years of service.',
  'Her daughter, who was born in the tower, will look after the light until the winter, when a machine takes it over.',
  'The harbour office says that the stair stays open for visitors, and that nobody will have to climb it in the dark.',
];
const HEADLINE_OF_KEEPER = 'Keeper of the Lamp at Thrum Retires';
const stampsOf = (...lines: readonly string[]): readonly string[] => told(readPageText(lines.join('\n\n'))).stamps;

describe('the time of an article is found wherever sites put it', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    [
      'an item of a list below the headline',
      ['• 25. July 2019', '• Ann Lee', '• 0 comments'],
      ['published 25. July 2019'],
    ],
    [
      'an update in such a list',
      ['• Published: 8 Nov 2023', '• Updated: 9 Nov 2023'],
      ['published Published: 8 Nov 2023', 'updated Updated: 9 Nov 2023'],
    ],
    ['a name glued to it', ['Ann Lee3.11.2023'], ['published Ann Lee3.11.2023']],
    [
      'a section, names and counts around it',
      ['5 min. 1 November 2023 Wren 1 Comment Bookmark'],
      ['published 5 min. 1 November 2023 Wren 1 Comment Bookmark'],
    ],
    [
      'a byline with its section',
      ['By Ann Lee Categories: Coast 6 November 2023, 15:25'],
      ['published Categories: Coast 6 November 2023, 15:25'],
    ],
    ['a place and a number', ['Thrum, 28.10.2021, 058/21'], ['published Thrum, 28.10.2021, 058/21']],
    ['an update glued in front of it', ['10 December 20219 April 2019 by Ann Lee'], ['published 9 April 2019']],
    [
      'a label right before the day, behind many words',
      ['All CoastEdited by Ann Lee (with words from the harbour office)Updated: April 07, 2024 03:49 pm'],
      ['updated All CoastEdited by Ann Lee (with words from the harbour office)Updated: April 07, 2024 03:49 pm'],
    ],
    ['a day of Markdown with its stop escaped', ['9\\. Dezember 2023'], ['published 9. Dezember 2023']],
    ['the day of a printed issue', ['December 5, 2023 Issue'], []],
    ['the minutes of a day', ['Minutes of the last meeting of the board of 5 August 2019'], []],
    ['a caption tells of another day', ['Photo: the tower on 3 May 1975'], []],
    ['an older day is one that the page tells of', ['7 May 1956'], ['clock 7 May 1956']],
  ])('%s', (_name, lines, stamps) =>
    expect(stampsOf('Tidewater Courier', HEADLINE_OF_KEEPER, ...lines, ...PROSE)).toEqual(stamps),
  );

  test('below the first paragraphs', () => {
    const [first = '', ...others] = PROSE;
    expect(stampsOf(HEADLINE_OF_KEEPER, first, 'Ann Lee 07.11.2023', ...others)).toEqual([
      'published Ann Lee 07.11.2023',
    ]);
  });

  test.each<[string, string, readonly string[]]>([
    [
      'English',
      'This entry was posted on 9 May 2023 at 14:20 and is filed under Coast. You can follow what is said of it by the feed of all remarks.',
      ['published 9 May 2023 at 14:20'],
    ],
    [
      'German',
      'Die Lampe von Thrum wurde am 19. Mai 2023 um 23:03 Uhr gepostet und unter Hafen abgelegt.',
      ['published 19. Mai 2023 um 23:03 Uhr'],
    ],
    ['and not of another day', 'The tower was built on 9 May 1953 and painted white.', []],
  ])('in a sentence of a blog: %s', (_name, line, stamps) =>
    expect(stampsOf(HEADLINE_OF_KEEPER, ...PROSE, line)).toEqual(stamps),
  );

  test('but not below the headline of a film in the text', () => {
    const film = ['Lamp of Thrum: what made it burn all night?', 'Sept. 2, 202302:06'];
    expect(stampsOf(HEADLINE_OF_KEEPER, 'By Ann Lee', ...PROSE, ...film, ...PROSE)).toEqual([]);
  });

  test('but not in a list of other headlines', () => {
    const others = ['Ferry Sails Again After Storm', 'Market Hall Gets New Roof', 'Bridge Closed Until Easter Monday'];
    const list = others.flatMap((title, at) => [title, `${at + 3} May 2023`]);
    expect(stampsOf('Tidewater Courier', ...list, HEADLINE_OF_KEEPER, 'Ann Lee', ...PROSE)).not.toContainEqual(
      expect.stringContaining('published'),
    );
  });

  test('the stamp below the own headline is no part of the list above it', () => {
    const others = ['Ferry Sails Again After Storm', 'Market Hall Gets New Roof', 'Bridge Closed Until Easter Monday'];
    const list = others.flatMap((title, at) => [title, `${at + 3} May 2023`]);
    expect(stampsOf('Tidewater Courier', ...list, HEADLINE_OF_KEEPER, '9 May 2023', ...PROSE)).toContain(
      'published 9 May 2023',
    );
  });
});
