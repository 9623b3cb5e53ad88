import { createServer } from 'node:http';
import { z } from 'zod';
import { tell } from './parent.ts';

/** What the bench sends: after how many questions or deliveries to tell it, and how to answer deliveries. */
const ORDER = z.object({ questions: z.number(), deliveries: z.number(), status: z.number() });

/** When the bench's processes may compare: milliseconds since 1970, with their fractions. */
const clockMs = (): number => performance.timeOrigin + performance.now();

/** Thousands of subscribers in one server: it echoes every challenge, and notes when each delivery was there whole. */
let order: z.output<typeof ORDER> | undefined;
let questions = 0;
let arrivedMs: number[] = [];

function report(): void {
  if (order === undefined || questions < order.questions || arrivedMs.length < order.deliveries) return;
  void tell({ arrivedMs });
  order = undefined;
}

const server = createServer((request, response) => {
  if (request.method === 'GET') {
    const parameters = new URLSearchParams(request.url?.split('?')[1]);
    response.end(parameters.get('hub.challenge') ?? '');
    questions += 1;
    report();
    return;
  }
  request.resume();
  request.on('end', () => {
    arrivedMs.push(clockMs());
    response.writeHead(order?.status ?? 200).end();
    report();
  });
});

process.on('message', (message) => {
  questions = 0;
  arrivedMs = [];
  order = ORDER.parse(message);
});
process.once('disconnect', () => process.exit());
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  void tell({ port: typeof address === 'object' ? (address?.port ?? 0) : 0 });
});
