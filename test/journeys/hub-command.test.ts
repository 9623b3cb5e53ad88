import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { subscriber } from '../hub/subscriber.ts';
import { runProgram, serveFolder, temporaryFolder, until } from './real-program.ts';

test('tagwire hub tells beside a running server what did not arrive, and the metrics count it', async () => {
  using folder = temporaryFolder();
  const content = join(folder.path, 'articles');
  mkdirSync(content);
  const hook = await subscriber({ take: (_seen, response) => void response.writeHead(500).end() });
  const variables = { DATA_DIR: join(folder.path, 'data'), WEBHOOKS: `* ${hook.url}/capability-77 correct horse` };
  expect((await runProgram(['hub', content], variables)).code).toBe(2);
  writeFileSync(join(content, 'old.md'), '---\ntitle: Old\ndate: 2024-05-01T10:00:00Z\n---\n\nWords.\n');
  const serving = await serveFolder(content, variables);
  try {
    await until(() => serving.log().some(({ msg }) => String(msg).startsWith('a feed to try')));
    const metrics = async (): Promise<string> => (await fetch(`${serving.url}/metrics`)).text();
    await until(async () => /^tagwire_push_subscriptions\{protocol="webhook"\} 1$/m.test(await metrics()));
    writeFileSync(join(content, 'new.md'), '---\ntitle: New\ndate: 2024-05-01T10:00:00Z\n---\n\nWords.\n');
    await until(async () => /^tagwire_push_pending\{state="failing"\} 1$/m.test(await metrics()));
    const { code, output } = await runProgram(['hub', content], variables);
    expect(code).toBe(0);
    expect(output).toContain('subscriptions: 1 webhook\n');
    expect(output).toMatch(/^\S+Z {2}failed {2}webhook {2}\/feed\.json {2}http:\/\/127\.0\.0\.1:\d+\/… {2}500 {2}/m);
    const json = await runProgram(['hub', content, '--json'], variables);
    expect(JSON.parse(json.output)).toMatchObject({
      subscriptions: { webhook: 1 },
      failing: 1,
      failed: [{ status: 500 }],
    });
    expect(output + json.output).not.toMatch(/correct horse|capability-77/);
  } finally {
    await serving.stop();
  }
}, 60_000);
