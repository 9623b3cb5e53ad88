import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { subscriber } from '../hub/subscriber.ts';
import { runProgram, serveFolder, temporaryFolder, until } from './real-program.ts';

const markdown = (title: string, tags: string): string =>
  `---\ntitle: ${title}\ndate: 2024-05-01T10:00:00Z\ntags: [${tags}]\n---\n\nThe text of ${title}.\n`;

test('a webhook of tagwire.yaml is told of everything, however often the program is killed', async () => {
  using folder = temporaryFolder();
  const content = join(folder.path, 'articles');
  mkdirSync(content);
  const hook = await subscriber({
    take: (_seen, response, count) => void response.writeHead(count % 3 === 0 ? 500 : 200).end(),
  });
  writeFileSync(
    join(content, 'tagwire.yaml'),
    `webhooks:\n  - selection: tides\n    url: ${hook.url}/news\n    secret: correct horse\n`,
  );
  writeFileSync(join(content, 'old.md'), markdown('Old', 'tides'));
  const variables = { DATA_DIR: join(folder.path, 'data'), HUB_RETRY_FIRST: '1' };
  const told = (): ReadonlySet<string> =>
    new Set(
      hook.delivered.flatMap(({ body }) =>
        (JSON.parse(body.toString()) as { items: { title: string }[] }).items.map(({ title }) => title),
      ),
    );
  const wanted: string[] = [];
  for (let round = 0; round < 5; round += 1) {
    const serving = await serveFolder(content, variables);
    if (round === 0) await until(() => serving.log().some(({ msg }) => String(msg).startsWith('a feed to try')));
    const title = `Round ${round}`;
    wanted.push(title);
    writeFileSync(join(content, `round-${round}.md`), markdown(title, round === 2 ? 'tides, ferries' : 'tides'));
    // Killed before it has read the file, while it tells, or after it.
    if (round % 2 === 0) await until(() => told().has(title) || hook.delivered.length > round * 2);
    await serving.stop('SIGKILL');
  }
  const last = await serveFolder(content, variables);
  try {
    await until(() => wanted.every((title) => told().has(title)));
    expect([...told()].sort()).toEqual(wanted);
    expect(hook.delivered.every(({ headers, target }) => target === '/news' && headers['x-hub-signature'])).toBe(true);
  } finally {
    await last.stop();
  }
}, 60_000);

test.each([
  ['a line without an address', 'tides'],
  ['an address of another scheme', 'tides ftp://example.org/ s3cret'],
  ['a selection that is none', 'tides++ https://example.org/ s3cret'],
  ['JSON that is none', '[{"url": "https://example.org/", "secret": "s3cret"'],
  ['JSON with an unknown word', '[{"url": "https://example.org/", "sekret": "s3cret"}]'],
])('a webhook that cannot be read stops the start, and no secret is shown: %s', async (_name, text) => {
  using folder = temporaryFolder();
  const { code, errors } = await runProgram(['check', folder.path], { WEBHOOKS: text });
  expect(code).toBe(2);
  expect(errors).toMatch(/^tagwire: WEBHOOKS: its value does not fit; write a line/);
  expect(errors).not.toContain('s3cret');
});
