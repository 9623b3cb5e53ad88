/** Articles of a newspaper that does not exist, written for the golden feeds. */
import type { Article } from '../../src/model/article.ts';
import type { Instant } from '../../src/model/instant.ts';
import { type Slug, toSlug } from '../../src/model/slug.ts';
import { type Term, type TermKind, toTerm } from '../../src/model/term.ts';
import { toInstant } from '../../src/time/instant.ts';

export function at(text: string): Instant {
  const instant = toInstant(Date.parse(text));
  if (instant === undefined) throw new Error(`"${text}" is no time; write 2026-03-01T08:00:00Z`);
  return instant;
}

function slug(text: string): Slug {
  const made = toSlug(text);
  if (made === undefined) throw new Error(`"${text}" has no slug`);
  return made;
}

export function term(kind: TermKind, label: string): Term {
  const made = toTerm(kind, label);
  if (made === undefined) throw new Error(`"${label}" is no ${kind}`);
  return made;
}

export const tags = (...labels: readonly string[]): readonly Term[] => labels.map((label) => term('tag', label));

/** An article of which a test says only what it is about. */
export function article(name: string, fields: Partial<Article> = {}): Article {
  const publishedAt = fields.publishedAt ?? at('2026-03-01T08:00:00Z');
  return {
    id: `tag:courier.example,2026:${name}.txt`,
    slug: slug(name),
    title: 'A title',
    html: '<p>A text.</p>',
    authors: [],
    terms: [],
    publishedAt,
    updatedAt: publishedAt,
    attachments: [],
    source: `${name}.txt`,
    ...fields,
  };
}

export const TIDE_CLOCK = article('tide-clock', {
  title: 'The tide clock of Saltmarsh Quay strikes again',
  html: `<p>For the first time in eleven years the tide clock above the fish hall has struck high water. Its keeper, Ansa Bray, climbed the ninety steps on Friday with a can of oil and a new spring.</p>
<p>“It never was broken,” she said. “It was only <em>bored</em>.” The council has <a href="https://courier.example/articles/council-vote">voted to pay</a> for the spring &amp; the oil.</p>`,
  summary: 'A keeper, ninety steps and one new spring: Saltmarsh Quay has its hour back.',
  authors: [{ name: 'Mira Holt', url: 'https://courier.example/staff/mira-holt' }],
  terms: [term('section', 'Harbour'), ...tags('Saltmarsh Quay', 'Clocks'), term('author', 'Mira Holt')],
  publishedAt: at('2026-03-06T07:30:00Z'),
});

export const HERRING_PRICES = article('herring-prices', {
  title: 'Herring at 3 < 4 florins: what the auction of R&D boats changed',
  html: '<p>Three research boats sold their catch on Thursday. The price of herring fell below four florins for the first time since the bridge was built, and the auctioneer lost his voice.</p>',
  authors: [{ name: 'Jon Vesper' }, { name: 'Mira Holt', url: 'https://courier.example/staff/mira-holt' }],
  terms: [
    term('section', 'Harbour'),
    term('series', 'Letters from the pier'),
    ...tags('R&D', 'Fish', 'Saltmarsh Quay'),
    term('author', 'Jon Vesper'),
    term('author', 'Mira Holt'),
  ],
  publishedAt: at('2026-03-05T18:05:00Z'),
  updatedAt: at('2026-03-05T19:40:00Z'),
});

const C_SHARP = article('c-sharp-lighthouse', {
  id: 'https://old.courier.example/?p=1204',
  title: 'A lighthouse keeper writes C# and C++ between two ships',
  html: '<p>Between the mail steamer and the night ferry lie four quiet hours. Tove Anders fills them with code:</p><pre><code>if (a &lt; b &amp;&amp; c) { ship++; }</code></pre><p>Her lamp has not missed a turn.</p>',
  summary: 'Four quiet hours, two languages and a lamp that never misses a turn.',
  authors: [{ name: 'Tove Anders', email: 'tove@courier.example' }],
  terms: [term('section', 'Science & Tides'), ...tags('C#', 'C++', 'Lighthouses'), term('author', 'Tove Anders')],
  publishedAt: at('2026-03-04T12:00:00Z'),
});

export const COUNCIL_VOTE = article('council-vote', {
  title: 'Council votes nine to two for the oil',
  html: `<p>${'The debate took five hours, two of them about the word “spring”, and ended when the lamps were lit. '.repeat(5)}</p>`,
  terms: tags('Saltmarsh Quay', 'Council'),
  publishedAt: at('2026-03-03T21:15:00Z'),
});

const FERRY_DIARY = article('ferry-diary', {
  url: 'https://ferry.example/diary/17?lang=en&page=2',
  title: 'Diary of the night ferry, seventeenth crossing',
  html: '<p>Fog until the second buoy. A passenger asked whether the moon was on board. We said that it usually is.</p>',
  summary: 'Fog, a buoy, and a question about the moon.',
  authors: [{ name: 'The crew' }],
  terms: [term('series', 'Letters from the pier'), ...tags('Ferries'), term('author', 'The crew')],
  publishedAt: at('2026-03-02T04:45:30.250Z'),
});

export const PLAIN = [TIDE_CLOCK, HERRING_PRICES, C_SHARP, COUNCIL_VOTE, FERRY_DIARY];

/** Languages, attachments and later changes. */
export const RECORDINGS: readonly Article[] = [
  article('bells', {
    title: 'Six bells, recorded at low water',
    html: '<p>Listen with the window open.</p>',
    authors: [{ name: 'Mira Holt' }],
    terms: tags('Clocks', 'Sound'),
    publishedAt: at('2026-02-20T06:00:00Z'),
    updatedAt: at('2026-03-07T09:00:00Z'),
    language: 'en-GB',
    attachments: [
      {
        url: 'https://media.courier.example/bells.mp3?take=2&ch=1',
        mimeType: 'audio/mpeg',
        length: 4_812_303,
        durationSeconds: 301,
        title: 'Bells, “take 2”',
      },
      { url: 'https://media.courier.example/tower', mimeType: 'image/jpeg', length: 88_120 },
      { url: 'https://media.courier.example/score.pdf', mimeType: 'application/pdf' },
    ],
    image: 'https://media.courier.example/tower',
  }),
  article('маяк', {
    id: 'tag:courier.example,2026:light-ru.txt',
    title: 'Маяк на Соляном мысе снова горит',
    html: '<p>Смотритель поднялся на башню в шесть утра и зажёг лампу. «Она ждала», — сказал он.</p>',
    summary: 'Лампа, башня и шесть часов утра.',
    authors: [{ name: 'Анна Ветрова' }],
    terms: [...tags('Маяки', 'Lighthouses'), term('author', 'Анна Ветрова')],
    publishedAt: at('2026-02-19T06:00:00Z'),
    language: 'ru',
  }),
  article('المنارة', {
    id: 'tag:courier.example,2026:light-ar.txt',
    title: 'عاد ضوء المنارة إلى «رأس الملح»',
    html: '<p dir="rtl">صعد الحارس السلّم عند الفجر وأوقد المصباح.</p>',
    terms: tags('منارات', 'Lighthouses'),
    publishedAt: at('2026-02-18T06:00:00Z'),
    language: 'ar',
  }),
  article('灯台', {
    id: 'tag:courier.example,2026:light-ja.txt',
    title: '塩の岬の灯台が再び灯る',
    html: `<p>${'夜明け前に守り人は階段を登り、静かに灯をともした。'.repeat(16)}</p>`,
    terms: tags('灯台', 'Lighthouses'),
    publishedAt: at('2026-02-17T06:00:00Z'),
    language: 'ja',
    attachments: [{ url: 'https://media.courier.example/写真 1.png', mimeType: 'image/png', length: 10 }],
    image: 'https://media.courier.example/灯台?a=1&b="2"',
  }),
];

/** What goes wrong elsewhere: each of these made some feed unreadable, or showed another text than was meant. */
export const HOSTILE: readonly Article[] = [
  article('markup-in-title', {
    id: 'HTTPS://Old.Courier.example?p=1&amp;q=%c3%a4',
    title: 'Use &amp; for & and <b> for bold, "not" \'always\' ]]> or ]]> <!-- so -->',
    html: '<p>Two ends ]]&gt; of ]]> CDATA ]]> in one text, &amp;amp; twice escaped, <title type="html">a title</title>, <entry>an entry</entry>.</p>',
    summary: 'If 1 < 2 && 2 > 1 then &lt; is &amp;lt; ]]>',
    authors: [{ name: 'A & B <ab> "AB"', email: 'not an address', url: 'javascript:alert(1)' }, { name: ' \u0000 ' }],
    terms: [
      ...tags('C++ <x> & "q"', '<![CDATA[', ']]> ]]>', '&amp;', "it's"),
      term('section', '<Section> & "more"'),
      term('series', 'Ser&ies ]]>'),
    ],
    publishedAt: at('2026-01-09T10:00:00Z'),
  }),
  article('control-characters', {
    title: 'Bell \u0007, null \u0000, escape \u001b, delete \u007f, next\u0085line, old\u000btab,\r\nnew line',
    html: '<p>\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008Signs that are none,\u000c a page\r\nand\ra line.\u009f</p>',
    summary: '\u0008\u0008\u0008backspaces',
    terms: tags('be\u0003ll'),
    publishedAt: at('2026-01-08T10:00:00Z'),
  }),
  article('half-signs', {
    title:
      'Half \ud83d a pair, half \ude00 a pair, a whole 😀, no sign \ufffe\uffff\ufdd0\u{1fffe}, private \ue000\ue001\uf8ff\u{f0000}',
    html: '<p>\udc00\ud800 \ufffe\uffff \ue000&amp;\ue001&lt;\ue002 \u2028 and \u2029 part lines</p>',
    summary: 'a\u2028b\u2029c\u00a0d\u200de\ufefff',
    terms: tags('half \ud83d', '😀', '👩‍🚀 crew', 'private \ue000\ue001'),
    publishedAt: at('2026-01-07T10:00:00Z'),
  }),
  article('right-to-left', {
    title: '\u202eآخر\u202c كلمة & <first> word',
    html: '<p dir="rtl">نصّ \u2067مع <b>علامات</b>\u2069 &amp; رموز</p>',
    terms: tags('عربى & <עברית>'),
    publishedAt: at('2026-01-06T10:00:00Z'),
  }),
  article('nothing-at-all', { title: '', html: '', publishedAt: at('2026-01-05T10:00:00Z') }),
  article('title-alone', { title: 'Only <a title> & no text', html: '', publishedAt: at('2026-01-04T10:00:00Z') }),
  article('text-alone', { title: ' \n ', html: '<p>Only a text.</p>', publishedAt: at('2026-01-03T10:00:00Z') }),
  article('very-long', {
    title: `Long ${'é&<'.repeat(700)}`,
    html: `<p>${'Tides & tides. '.repeat(2000).replaceAll('&', '&amp;')}</p>`,
    terms: tags('long&'.repeat(10)),
    publishedAt: at('2026-01-02T10:00:00Z'),
  }),
  article('odd-addresses', {
    url: 'https://EXAMPLE.com:443/a b/ä?q=1&r="2"|<3>#^',
    title: 'Odd addresses',
    html: '<p>Relative, spaced and foreign.</p>',
    authors: [{ name: 'Zoë', url: 'https://zoë.example/über uns' }],
    attachments: [
      { url: 'not a url', mimeType: 'image/png' },
      { url: 'https://x.example/a"b<c>.mp3?x&y', mimeType: 'no type', length: 1, title: '<t> & "q"' },
    ],
    image: 'javascript:alert(1)',
    language: 'en" xml:evil="1',
    publishedAt: at('2026-01-01T10:00:00Z'),
  }),
];
