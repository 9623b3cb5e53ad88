import { expect, test } from 'vitest';
import { readPageText } from '../../../src/content/page/page-text.ts';

const TEXT = [
  'The ferry of Brackwater sailed again on Monday, three months after the ice had closed the harbour to all but the pilots.',
  'Its captain, Nora Vance, waited for the mail of the upper coast until noon, and the pier was full of people and goats.',
  'The council wants to keep the harbour open next winter and has asked the shipyard for a second boat against the ice.',
].join('\n\n');
const HEADLINE = 'Ferry Sails Again After Three Months of Ice';

test.each<[name: string, head: string]>([
  [
    'hangs on the menu above it, and its standfirst stands alone',
    `News\nHarbour\nWeather\nTimetable\n${HEADLINE}\n\nCouncil wants a second boat for the next winter on the coast\n\nBy Ann Lee\n12 January 2021, 10:00`,
  ],
  [
    'stands below a warning of the server',
    `Warning: Use of undefined constant FERRY_AGAIN in /srv/harbour/brackwater.php\n\n${HEADLINE}`,
  ],
])('a headline %s', (_name, head) => {
  expect(readPageText(`${head}\n\n${TEXT}\n`).title.text).toBe(HEADLINE);
});
