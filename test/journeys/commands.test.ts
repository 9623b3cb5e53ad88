import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProgram, serveFolder, temporaryFolder } from './real-program.ts';

const GOOD = '---\ntitle: Good\ndate: 2024-05-01T10:00:00Z\ntags: [tides]\n---\n\nText.\n';

describe('check', () => {
  test('lists each bad file with its place and mend, and goes on', async () => {
    using folder = temporaryFolder();
    const write = (name: string, bytes: string | Uint8Array): void => writeFileSync(join(folder.path, name), bytes);
    write('good.md', GOOD);
    write('latin.txt', Buffer.from([0x61, 0x0a, 0xe9, 0x0a]));
    write('binary.txt', Buffer.from([0x00, 0x01]));
    write('empty.md', '');
    write('yaml.md', '---\ntitle: "x\n---\n');
    write('undated.md', '---\ntitle: Undated\n---\nText.\n');
    write('ambiguous.md', '---\ntitle: Ambiguous\ndate: 03/04/2021\n---\nText.\n');
    const { code, output } = await runProgram(['check', folder.path]);
    expect(code).toBe(1);
    for (const line of [
      /^latin\.txt:2: .*UTF-8/m,
      /^binary\.txt:1: .*binary/m,
      /^empty\.md:1: .*empty/m,
      /^yaml\.md:\d: .*YAML/m,
      /^undated\.md:1: .*no date/m,
      /^ambiguous\.md:3: .*03\/04\/2021/m,
    ]) {
      expect(output).toMatch(line);
    }
    expect(output).toMatch(/1 of 7 files read, 6 skipped/);
  });

  test('says the same for programs, and is content with a good folder', async () => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, 'good.md'), GOOD);
    const { code, output } = await runProgram(['check', '--json', folder.path]);
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({
      files: 1,
      published: 1,
      tags: 1,
      problems: [],
      articles: [{ path: 'good.md', published: '2024-05-01T10:00:00Z', dateline: { line: 3, role: 'published' } }],
    });
  });

  test('explains of each article which stamp became its time, and why', async () => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, 'good.md'), GOOD);
    const { code, output } = await runProgram(['check', '--explain', folder.path]);
    expect(code).toBe(0);
    expect(output).toMatch(
      /^good\.md:3: time: 2024-05-01T10:00:00Z from "2024-05-01T10:00:00Z", which says when it was/m,
    );
    expect(output).toMatch(/zone Z, UTC\+00:00: written in the text/);
  });
});

describe('settings that the surroundings refuse', () => {
  test('each bad line of tagwire.yaml is named with its place', async () => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, 'tagwire.yaml'), 'title: Fine\nfeed_items: many\nfeed_itmes: 3\n');
    const { code, errors } = await runProgram(['check', folder.path]);
    expect(code).toBe(2);
    expect(errors).toMatch(/^tagwire: tagwire\.yaml: there is no setting "feed_itmes"/m);
    expect(errors).toMatch(
      /^tagwire: tagwire\.yaml:2: feed_items: "many" does not fit; write a number from 1 to 1000$/m,
    );
  });

  test('a port that is taken is told in one line', async () => {
    using folder = temporaryFolder();
    const serving = await serveFolder(folder.path);
    const { code, errors } = await runProgram(['serve', folder.path], {
      PORT: new URL(serving.url).port,
      HOST: '127.0.0.1',
      DATA_DIR: ':memory:',
    });
    await serving.stop();
    expect(errors).toMatch(/PORT: \d+ is taken by another program/);
    expect(code).toBe(2);
  });

  test('a data folder that cannot be made is told in one line', async () => {
    using folder = temporaryFolder();
    mkdirSync(join(folder.path, 'content'));
    writeFileSync(join(folder.path, 'file'), '');
    const { code, errors } = await runProgram(['serve', join(folder.path, 'content')], {
      DATA_DIR: join(folder.path, 'file', 'x'),
      PORT: '0',
    });
    expect(errors).toMatch(/^tagwire: DATA_DIR: .* cannot be used/m);
    expect(code).toBe(2);
  });
});

describe('health', () => {
  test('is well while the server is ready, and not without one', async () => {
    using folder = temporaryFolder();
    const serving = await serveFolder(folder.path);
    const { port } = new URL(serving.url);
    expect(await runProgram(['health'], { PORT: port })).toMatchObject({ code: 0 });
    await serving.stop();
    const without = await runProgram(['health'], { PORT: port });
    expect(without.code).toBe(1);
    expect(without.errors).toMatch(/no answer/);
  });
});
