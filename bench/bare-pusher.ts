import { Agent } from 'undici';
import { z } from 'zod';
import { tell } from './parent.ts';

/** What the bench sends: what to send, where to, how often, and how many at a time. */
const ORDER = z.object({
  origin: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.instanceof(Uint8Array),
  times: z.number(),
  connections: z.number(),
});

/**
 * The least that undici can do: sends the same bytes so many times, so many at a time, and keeps no books. This is the
 * limit that a fan-out is measured against.
 */
process.on('message', async (message) => {
  const { origin, headers, body, times, connections } = ORDER.parse(message);
  const agent = new Agent({ connections, pipelining: 1, allowH2: false });
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < times) {
      const path = `/${next}`;
      next += 1;
      const answer = await agent.request({ origin, path, method: 'POST', headers, body });
      await answer.body.dump();
    }
  };
  await Promise.all(Array.from({ length: connections }, work));
  await agent.close();
  await tell({ sent: next });
});
process.once('disconnect', () => process.exit());
