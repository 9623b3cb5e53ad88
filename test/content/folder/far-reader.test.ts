import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { FarReader } from '../../../src/content/folder/far-reader.ts';
import { ingest } from '../../../src/content/folder/ingest.ts';
import { ALL } from '../../../src/model/selection.ts';
import { openStore } from '../../../src/store/open.ts';
import { NOW } from '../../store/made-articles.ts';
import { SETTINGS } from '../article-settings.ts';
import { temporaryFolder, writeTo } from '../temporary-folder.ts';

const article = (place: number): string =>
  `---\ntitle: About ${place}\ndate: 2021-01-20\ntags: [tides]\n---\nText *${place}*.\n`;

/** A folder with more files than are read here, one of them bad, and two stores: one is filled through another thread. */
function twoHouses() {
  const files = Object.fromEntries(Array.from({ length: 150 }, (_, place) => [`x/${place}.md`, article(place)]));
  const folder = temporaryFolder({ ...files, 'bad.md': '---\ntitle: [\n---\n' });
  const database = join(temporaryFolder(), 'far.sqlite');
  const [far, near] = [openStore(database), openStore(':memory:')];
  const farReader = new FarReader({ folder, database, settings: SETTINGS });
  onTestFinished(async () => {
    await farReader.rest();
    far.close();
    near.close();
  });
  const options = { folder, settings: SETTINGS, now: () => NOW };
  const readBoth = async () => [
    await ingest({ ...options, store: far, farReader }),
    await ingest({ ...options, store: near }),
  ];
  const shown = async () => [await far.readFeed(ALL, 500), await near.readFeed(ALL, 500)];
  return { folder, farReader, readBoth, shown };
}

test('what another thread looks through and reads comes to the same', async () => {
  const { folder, readBoth, shown } = twoHouses();
  for (const change of [
    () => undefined,
    () => undefined,
    () => writeTo(folder, 'x/3.md', article(1_003)),
    () => {
      for (let place = 40; place < 200; place += 1) writeTo(folder, `x/${place}.md`, article(place + 2_000));
    },
  ]) {
    change();
    const [far, near] = await readBoth();
    expect(far).toEqual(near);
    const [farShown, nearShown] = await shown();
    expect(farShown).toEqual(nearShown);
  }
  expect((await shown())[0]?.count).toBe(200);
});

test('a thread that rests is started again, and a fault in it is told', async () => {
  const { farReader, readBoth } = twoHouses();
  await readBoth();
  await farReader.rest();
  expect((await farReader.look()).changed).toEqual([]);
  const broken = new FarReader({ folder: '/nowhere/at/all', database: ':memory:', settings: SETTINGS });
  await expect(broken.look()).rejects.toThrow('ENOENT');
  await broken.rest();
});
