import { expect, test } from 'vitest';
import { readHtmlPage } from '../../../src/content/html/page.ts';

const TEXT = `<p>The ferry to Port Ellery left nine minutes late on Thursday, because a piano had to be carried aboard by hand.</p>
<p>The captain, who plays a little, asked two passengers to hold a leg each while the ship turned in the narrow harbour.</p>`;
const titleOf = (head: string, body: string): string =>
  readHtmlPage(
    `<!doctype html><html lang="en"><head>${head}</head><body>${body}<div class="text">${TEXT}</div></body></html>`,
  ).title.text;

const HOME = '<a href="https://tidewater.example/">Tidewater Courier</a>';

test.each([
  [
    'the site is the first heading, the headline a smaller one',
    '<title>A piano crosses the bay : Tidewater Courier | Small news</title>',
    `<h1>${HOME}</h1><h3 class="entry-title">A piano crosses the bay</h3>`,
    'A piano crosses the bay',
  ],
  [
    'the site is called by its feed alone, and an archive stands between',
    '<title>Tidewater Courier » Blog archive » A piano crosses the bay</title><link rel="alternate" type="application/rss+xml" title="Tidewater Courier RSS Feed" href="/feed">',
    '<h1>Tidewater Courier</h1><h2><a href="/2024/piano">A piano crosses the bay</a></h2>',
    'A piano crosses the bay',
  ],
  [
    'a link to the front page says what the site is called',
    '<title>A piano crosses the bay - Tidewater Courier</title>',
    `<div>${HOME}</div>`,
    'A piano crosses the bay',
  ],
  [
    'the site stands first in the title',
    '<title>Tidewater Courier | A piano crosses the bay</title><link rel="alternate" type="application/atom+xml" title="Tidewater Courier - Atom" href="/feed">',
    '',
    'A piano crosses the bay',
  ],
  [
    'a kicker stands in the heading',
    '<title>A piano crosses the bay</title>',
    '<h1><span class="article-heading__kicker">Harbour</span><span class="visually-hidden">: </span><span>A piano crosses the bay</span></h1>',
    'A piano crosses the bay',
  ],
  [
    'the name of the section is a great heading, and so is the headline',
    '<title>News - Tidewater Harbour Board - A piano crosses the bay</title><meta property="og:title" content="A piano crosses the bay">',
    '<h1>Tidewater Harbour Board</h1><h1>A piano crosses the bay</h1>',
    'A piano crosses the bay',
  ],
  [
    'a small part of the title is a great heading, and so is the headline',
    '<title>Tidewater online - Harbour notes - The piano has crossed the whole bay</title>',
    '<h1>Harbour notes</h1><h1>The piano has crossed the whole bay</h1>',
    'The piano has crossed the whole bay',
  ],
  [
    'a line above the headline has an element of its own',
    '<meta property="og:title" content="A piano crosses the bay">',
    '<h1><em>Winter ferries </em>A piano crosses the bay</h1>',
    'A piano crosses the bay',
  ],
  [
    'a roof line stands in the heading',
    '<title>Piano: what ferries carry</title>',
    '<h1><span class="highline">Winter ferries</span> A piano crosses the bay</h1>',
    'A piano crosses the bay',
  ],
  [
    'the name of the site stands in the heading, unseen',
    '<title>A piano crosses the bay</title>',
    '<h1>A piano crosses the bay<span class="element-invisible"> | Old Courier</span></h1>',
    'A piano crosses the bay',
  ],
  [
    'words of the heading may be divided',
    '<title>A piano crosses</title>',
    '<h1>A pi&shy;ano cross&shy;es the bay&#8203;</h1>',
    'A piano crosses the bay',
  ],
  [
    'a link to the heading stands in it',
    '<title>A piano crosses the bay</title>',
    '<h1>A piano crosses the bay<a href="#bay">¶</a></h1>',
    'A piano crosses the bay',
  ],
  [
    'a line and a day stand in the heading',
    '<title>A piano crosses the bay</title>',
    '<h1>A piano crosses the bay<br><small>14.03.2024 • Harbour, Ferries</small></h1>',
    'A piano crosses the bay',
  ],
  [
    'the one heading says more than the metadata',
    '<title>A piano crosses the bay</title><meta property="og:title" content="A piano crosses the bay">',
    "<h1>A piano crosses the bay of Port Ellery: 'It Was Heavier Than We Had Thought!'</h1>",
    "A piano crosses the bay of Port Ellery: 'It Was Heavier Than We Had Thought!'",
  ],
  [
    'the metadata is written for search machines',
    '<title>13 Ways To Carry A Piano On Any Ferry</title>',
    '<h1>The Quiet Art Of Carrying A Piano</h1>',
    'The Quiet Art Of Carrying A Piano',
  ],
  [
    'the metadata says nothing but the site',
    '<title>Tidewater Courier</title><meta property="og:site_name" content="Tidewater Courier">',
    '<h1>A piano crosses the bay</h1>',
    'A piano crosses the bay',
  ],
  [
    'a title in Han script has its sections and its site behind it',
    '<title>钢琴过海湾:渡轮晚点九分钟_港口_潮水日报</title>',
    '',
    '钢琴过海湾:渡轮晚点九分钟',
  ],
  [
    'a headline that begins as the standfirst does is not the standfirst',
    '<title>How to carry a piano across the bay</title>',
    '<p itemprop="headline">How well a piano is carried to the bay depends on those who know it and on what it costs.</p>',
    'How to carry a piano across the bay',
  ],
])('where %s', (_name, head, body, title) => expect(titleOf(head, body)).toBe(title));
