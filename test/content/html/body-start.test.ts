import { expect, test } from 'vitest';
import { parsePage, textOf } from '../../../src/content/html/dom.ts';
import { readHtmlPage } from '../../../src/content/html/page.ts';

const LEAD =
  'The ferry to Port Ellery left nine minutes late on Thursday, because a piano had to be carried aboard by hand.';
const TEXT = `<p>The captain, who plays a little, asked two passengers to hold a leg each while the ship turned in the harbour.</p>
<p>A second crossing is planned for the spring, when the tuner has learned to swim and the captain a second waltz.</p>
<p>Nobody among the passengers seemed to mind, and the piano is said to have kept its tune as far as the lighthouse.</p>`;
const AUTHORS = '<meta name="author" content="Ilse Quayle"><meta property="article:author" content="Owen Marsh">';

const htmlOf = (body: string, head = ''): string =>
  readHtmlPage(`<!doctype html><html lang="en"><head><title>A piano crosses the bay | Tidewater Courier</title>
<meta property="og:site_name" content="Tidewater Courier">${AUTHORS}${head}</head><body>${body}</body></html>`).html;
const startOf = (html: string): string => textOf(parsePage(html).body).slice(0, 60);

const article = (above: string): string =>
  `<article><h1>A piano crosses the bay</h1><div class="article-body">${above}<p>${LEAD}</p>${TEXT}</div></article>`;

test.each([
  ['its headline again, as a second heading', '<h2>A Piano Crosses the Bay</h2>'],
  ['a line with the name of an author and a house', '<p>Ilse Quayle, Tidewater Press</p>'],
  ['a stamp in pieces', '<ul><li>March 14</li><li>07:10</li><li>2024</li></ul>'],
  [
    'a standfirst and a stamp',
    '<h3>Nine minutes were lost, and a piano was won.</h3><div>PUBLISHED: 07:10, Thu, Mar 14, 2024 | UPDATED: 08:00, Thu, Mar 14, 2024</div>',
  ],
  ['who posted it, and under what', '<p>14/03/2024 - Posted by: Bo - Category: Harbour - Tags: ferries</p>'],
  ['how long reading takes', '<p>Tempo de leitura: 2 minutos</p>'],
  ['how long reading takes, in short', '<span>5 min read</span>'],
  ['a button for the size of letters', '<p><span>Text size</span></p>'],
  ['its own address', '<div>https://tidewater.example/2024/piano.html</div>'],
  ['a number that is its address', '<p>doi: https://doi.example/10.1101/2024</p>'],
  ['crumbs in one line', '<p>Home ＞ Harbour ＞ Winter ferries ＞ A piano crosses</p>'],
  ['a label', '<p>Summary:</p>'],
  ['the name of its site', '<div>Tidewater Courier</div>'],
  ['crumbs', '<ul><li><a href="/h">Harbour</a></li><li><a href="/w">Winter ferries</a></li></ul>'],
  [
    'key points',
    '<h3>Key points</h3><ul><li>A piano was carried aboard</li><li>Nine minutes were lost by it</li></ul>',
  ],
  [
    'a disclosure',
    '<p>This article contains affiliate links. We may earn a commission when you buy a piano through them.</p>',
  ],
  [
    'a letter to sign up for',
    '<p>Start your day with the tides. <a href="/n">Sign up</a> for our free daily newsletter.</p>',
  ],
  [
    'a caption that is no figure',
    '<p>The piano on the upper deck, seen from the lighthouse. (Photo: Ann Lee/Tidewater Press)</p>',
  ],
  ['a credit', '<p>© Ann Lee / Tidewater Press</p>'],
  [
    'a gallery',
    `<div class="hst-photo gallery"><ul><li>${'The piano, seen from the lighthouse. '.repeat(20)}</li></ul><p>Image 1 of 8</p></div>`,
  ],
  ['a heading that a sentence is', '<h2>Nine minutes were lost on Thursday, and a piano was won for the island.</h2>'],
  ['several authors in a row', '<p>Ilse Quayle, View profile, Owen Marsh</p>'],
])('above the text goes %s', (_name, above) => {
  expect(startOf(htmlOf(article(above)))).toBe(LEAD.slice(0, 60));
});

test.each([
  ['a greeting', '<p>Hi everyone! 👋</p>', 'Hi everyone! 👋'],
  ['a short question', '<p>What is a tide?</p>', 'What is a tide?'],
  ['a heading of the text', '<h2>The first voyage</h2>', 'The first voyage'],
  [
    'bold words that begin the first sentence',
    '<div><b>PORT ELLERY</b>: Nothing sailed on Monday, for the fog was thick.</div>',
    'PORT ELLERY: Nothing sailed on Monday',
  ],
  [
    'a list that key points do not head',
    '<ul><li>One piano</li><li>Two passengers</li></ul>',
    'One piano Two passengers',
  ],
  [
    'a short letter with its day below',
    '<p>Dear editor, the ferry was late again, and I was glad of it, for once in my life.</p>',
    'Dear editor, the ferry was late again',
  ],
])('of the text stays %s', (_name, first, start) => {
  expect(startOf(htmlOf(article(first))).startsWith(start)).toBe(true);
});

test('words between line breaks are looked at one by one', () => {
  const body = `<article><h1>A piano crosses the bay</h1><div>ILSE QUAYLE, TIDEWATER PRESS<br>14 MAR 2024<br>${LEAD}<br><br>
    The captain asked two passengers to hold a leg each while the ship turned in the narrow harbour of Port Ellery.<br><br>
    Nobody among the passengers seemed to mind, and the piano is said to have kept its tune.</div></article>`;
  expect(startOf(htmlOf(body))).toBe(LEAD.slice(0, 60));
});

test('a picture above the text stands behind the first paragraph, with its caption', () => {
  const figure = '<figure><img src="/quay.jpg" alt=""><figcaption>The quay at noon, Ann Lee</figcaption></figure>';
  const html = htmlOf(article(figure));
  expect(startOf(html)).toBe(LEAD.slice(0, 60));
  expect(html.indexOf('<figure')).toBeGreaterThan(html.indexOf('carried aboard'));
});

test('a lead that the page tells to programs is restored where it stands apart', () => {
  const told = {
    '@type': 'NewsArticle',
    headline: 'A piano crosses the bay',
    articleBody: `${LEAD} The captain, who plays a little, asked two passengers to hold a leg each while the ship turned in the harbour. A second crossing is planned for the spring.`,
  };
  const head = `<script type="application/ld+json">${JSON.stringify(told)}</script>`;
  const body = `<div class="top"><h1>A piano crosses the bay</h1><div class="standfirst"><p>${LEAD.replace('Port Ellery', '<a href="/p">Port Ellery</a>')}</p></div></div>
    <div class="article-body">${TEXT}</div>`;
  expect(startOf(htmlOf(body, head))).toBe(LEAD.slice(0, 60));
  expect(htmlOf(body, head)).toContain('<a href="/p">Port Ellery</a>');
  expect(startOf(htmlOf(body)).startsWith('The captain, who plays')).toBe(true);
});

test('what stands before the words that the page tells to be the first goes', () => {
  const told = {
    '@type': 'NewsArticle',
    headline: 'A piano crosses the bay',
    articleBody: `${LEAD} The captain, who plays a little, asked two passengers to hold a leg each.`,
  };
  const head = `<script type="application/ld+json">${JSON.stringify(told)}</script>`;
  const standfirst =
    '<p>How a piano, two passengers and a captain who plays a little came to share nine minutes of a Thursday morning.</p>';
  expect(startOf(htmlOf(article(standfirst), head))).toBe(LEAD.slice(0, 60));
});

const DESCRIPTION = 'How nine minutes were lost on the way to Port Ellery, and what was won by it';

test('the words that describe the page stand above its text when they stand apart from it', () => {
  const head = `<meta name="description" content="${DESCRIPTION}.">`;
  const apart = `<div><div><p>${DESCRIPTION}.</p></div><div><p>${LEAD}</p>${TEXT}</div></div>`;
  expect(startOf(htmlOf(apart, head))).toBe(LEAD.slice(0, 60));
  expect(startOf(htmlOf(apart))).toBe(DESCRIPTION.slice(0, 60));
  const within = `<div class="article-body"><p>${DESCRIPTION}.</p><p>${LEAD}</p>${TEXT}</div>`;
  expect(startOf(htmlOf(within, head))).toBe(DESCRIPTION.slice(0, 60));
});

test.each([
  ['a span', '<p><span class="drop"><span>T</span></span>he ferry was late.</p>', '<p>The ferry was late.</p>'],
  ['bold, after a quote', '<p><b>“T</b>he ferry was late.</p>', '<p>“The ferry was late.</p>'],
  ['a word of its own', '<p><b>A</b> ferry was late.</p>', '<p><b>A</b> ferry was late.</p>'],
  ['a link', '<p><a href="/t">T</a>he ferry was late.</p>', '<p><a href="/t">T</a>he ferry was late.</p>'],
])('a great first letter is part of its word: %s', (_name, lead, expected) => {
  expect(htmlOf(`<div class="article-body">${lead}${TEXT}</div>`)).toContain(expected);
});
