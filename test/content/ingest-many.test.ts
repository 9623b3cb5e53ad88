import { expect, onTestFinished, test } from 'vitest';
import { ingest } from '../../src/content/folder/ingest.ts';
import { ALL } from '../../src/model/selection.ts';
import { openStore } from '../../src/store/open.ts';
import { toInstant } from '../../src/time/instant.ts';
import { SETTINGS } from './article-settings.ts';
import { temporaryFolder, writeTo } from './temporary-folder.ts';

const NOW = toInstant(Date.parse('2026-01-01T00:00:00Z')) ?? expect.unreachable();
const row = (title: string, fields: object = {}): string =>
  JSON.stringify({ id: title, title, date: '2021-01-20', text: 'Text.', ...fields });

/** Writes one state of the file after the other, and says what is published after each. */
async function publishedAfter(...states: readonly (readonly string[])[]): Promise<readonly (readonly string[])[]> {
  const folder = temporaryFolder();
  const store = openStore(':memory:');
  onTestFinished(() => store.close());
  const published: string[][] = [];
  for (const [place, lines] of states.entries()) {
    writeTo(folder, 'all.jsonl', `${lines.join('\n')}${'\n'.repeat(place)}`);
    await ingest({ folder, store, settings: SETTINGS, now: () => NOW });
    const feed = await store.readFeed(ALL, 100);
    published.push((feed?.articles ?? []).map(({ title }) => title).sort());
  }
  return published;
}

test('an article that goes from a file of many is gone', async () => {
  expect(await publishedAfter([row('a'), row('b')], [row('b')])).toEqual([['a', 'b'], ['b']]);
});

test('an article that breaks stays as it was, and the others change', async () => {
  const broken = row('a', { date: 'soon' });
  const after = await publishedAfter([row('a'), row('b')], [broken, row('b', { title: 'new' })], [broken, row('c')]);
  expect(after).toEqual([
    ['a', 'b'],
    ['a', 'new'],
    ['a', 'c'],
  ]);
});

test('a file of which nothing can be read any more takes nothing away', async () => {
  const after = await publishedAfter([row('a'), row('b')], [row('a', { date: 'soon' })]);
  expect(after).toEqual([
    ['a', 'b'],
    ['a', 'b'],
  ]);
});

test('a line that cannot be read at all takes nothing away', async () => {
  const after = await publishedAfter([row('a'), row('b')], ['{', row('c')], [row('c')]);
  expect(after).toEqual([['a', 'b'], ['a', 'b', 'c'], ['c']]);
});
