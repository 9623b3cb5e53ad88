import { createServer } from 'node:http';
import { z } from 'zod';
import { tell } from './parent.ts';

/** What the bench sends: the answers to give, one server each. */
const ANSWERS = z.array(
  z.object({
    status: z.number(),
    fields: z.array(z.tuple([z.string(), z.string()])),
    body: z.instanceof(Uint8Array),
  }),
);

/**
 * The least that `node:http` can do: a server for each answer, which gives that to every request without looking at it.
 * This is the limit that Tagwire is measured against.
 */
process.once('message', async (message) => {
  const ports = ANSWERS.parse(message).map(({ status, fields, body }) => {
    const headers = Object.fromEntries(fields);
    const server = createServer((_request, response) => {
      response.writeHead(status, headers);
      if (body.byteLength > 0) response.end(body);
      else response.end();
    });
    return new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' ? (address?.port ?? 0) : 0);
      });
    });
  });
  await tell({ ports: await Promise.all(ports) });
});
process.once('disconnect', () => process.exit());
