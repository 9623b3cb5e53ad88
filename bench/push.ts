import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { askOnce, fieldOf } from './answer.ts';
import { type Child, startSpeakingChild } from './child.ts';
import { mostUsedTag, writeCorpus } from './corpus.ts';
import { randomFrom } from './random.ts';
import { ratios, summarise } from './statistics.ts';
import { figure, type Table, withSpread } from './table.ts';
import { type RunningTagwire, startTagwire } from './tagwire.ts';
import { temporaryFolder } from './tidy.ts';
import { paragraph } from './words.ts';

interface PushSize {
  readonly subscribers: number;
  readonly rounds: number;
}

/** As many as Tagwire sends to one host at a time. */
const CONNECTIONS = 32;
const FILES = 300;
/** Thirty articles of this length make a feed of about 60 KB. */
const LETTERS = 1_000;
/** After every generated article, before today. */
const FIRST_DATE = Date.UTC(2026, 0, 1);
const DAY_MS = 86_400_000;
const SETTLE_MS = 1_500;
const KILOBYTE = 1_000;

const PORT = z.object({ port: z.number() });
const ARRIVALS = z.object({ arrivedMs: z.array(z.number()) });

const clockMs = (): number => performance.timeOrigin + performance.now();

/** One fan-out as the subscribers saw it. */
interface FanOut {
  readonly perSecond: number;
  /** From the writing of the file to the first and to the last delivery, and the middle and the slow of all. */
  readonly firstMs: number;
  readonly middleMs: number;
  readonly slowMs: number;
  readonly lastMs: number;
}

/** From the writing of a file to thousands of subscribers of one feed, beside a bare loop that sends the same bytes. */
export async function benchPush({ subscribers, rounds }: PushSize): Promise<readonly Table[]> {
  using content = temporaryFolder();
  using data = temporaryFolder();
  writeCorpus(content.path, FILES, LETTERS);
  await using receivers = startSpeakingChild(new URL('./push-subscribers.ts', import.meta.url));
  await using bare = startSpeakingChild(new URL('./bare-pusher.ts', import.meta.url));
  const { port } = PORT.parse(await receivers.answer());
  const origin = `http://127.0.0.1:${port}`;
  await using tagwire = await startTagwire(content.path, data.path, {
    HUB_ALLOW_CALLBACKS: '127.0.0.1/32',
    HUB_RETRY_FIRST: '3600',
  });
  const topic = `${tagwire.baseUrl}tags/${mostUsedTag().toLowerCase().replaceAll(' ', '-')}.rss`;
  const self = /<([^>]*)>; rel="self"/.exec(fieldOf(await askOnce(topic), 'link') ?? '')?.[1] ?? '';
  await subscribe(tagwire, receivers, self, origin, subscribers);

  const ours: FanOut[] = [];
  const theirs: FanOut[] = [];
  let change = 0;
  const fanOut = async (status: number): Promise<FanOut> => {
    change += 1;
    const arrivals = arrivalsOf(receivers, subscribers, status);
    const written = clockMs();
    writeArticle(content.path, change);
    return seen(await arrivals, written);
  };
  const bareFanOut = async (): Promise<FanOut> => {
    const answer = await askOnce(topic);
    const headers = {
      'content-type': fieldOf(answer, 'content-type') ?? '',
      link: `<${tagwire.baseUrl}hub>; rel="hub", <${self}>; rel="self"`,
    };
    const arrivals = arrivalsOf(receivers, subscribers, 200);
    const written = clockMs();
    bare.say({ origin, headers, body: answer.body, times: subscribers, connections: CONNECTIONS });
    const result = seen(await arrivals, written);
    await bare.answer();
    return result;
  };
  // The first of each warms up.
  for (let round = 0; round <= rounds; round += 1) {
    const [ownRound, bareRound] = [await fanOut(200), await bareFanOut()];
    await pause(SETTLE_MS);
    if (round === 0) continue;
    ours.push(ownRound);
    theirs.push(bareRound);
  }
  const idleKilobytes = residentKilobytes(tagwire.pid);
  await fanOut(503);
  await pause(SETTLE_MS);
  const waitingKilobytes = residentKilobytes(tagwire.pid);
  const bodyKilobytes = (await askOnce(topic)).body.byteLength / KILOBYTE;

  const of = (all: readonly FanOut[], what: keyof FanOut): readonly number[] => all.map((one) => one[what]);
  const notes = [
    `${subscribers.toLocaleString('en')} subscribers of one feed of ${figure(bodyKilobytes)} KB in one process over loopback, ${CONNECTIONS} connections; medians of ${rounds} rounds by turns.`,
  ];
  return [
    {
      title: 'push: a changed feed to all its subscribers, beside a bare undici loop with the same bytes',
      columns: ['', 'throughput ratio', 'deliveries/s', 'first ms', 'p50 ms', 'p99 ms', 'last ms'],
      rows: [
        ['Tagwire', withSpread(ratios(of(ours, 'perSecond'), of(theirs, 'perSecond'))), ...figuresOf(ours)],
        ['bare loop', '1', ...figuresOf(theirs)],
      ],
      notes: [
        ...notes,
        'Times are from the writing of the file (the bare loop: from the order to send) to the first, the middle, the slow and the last delivery.',
        'Throughput: from the first delivery to the last; higher is better, 1 is the limit.',
      ],
    },
    {
      title: 'push: memory with deliveries that wait',
      columns: ['deliveries that wait', 'resident MB', 'of this for each KB'],
      rows: [
        ['none', figure(idleKilobytes / KILOBYTE), '–'],
        [
          subscribers.toLocaleString('en'),
          figure(waitingKilobytes / KILOBYTE),
          figure((waitingKilobytes - idleKilobytes) / subscribers),
        ],
      ],
      notes: ['All subscribers answer 503, so that every delivery waits for its next try.'],
    },
  ];
}

function figuresOf(all: readonly FanOut[]): readonly string[] {
  const columns = ['perSecond', 'firstMs', 'middleMs', 'slowMs', 'lastMs'] as const;
  return columns.map((what) => figure(summarise(all.map((one) => one[what])).median));
}

async function arrivalsOf(receivers: Child, deliveries: number, status: number): Promise<readonly number[]> {
  receivers.say({ questions: 0, deliveries, status });
  return ARRIVALS.parse(await receivers.answer()).arrivedMs;
}

function seen(arrivedMs: readonly number[], written: number): FanOut {
  const after = arrivedMs.map((at) => at - written).sort((a, b) => a - b);
  const at = (share: number): number =>
    after[Math.min(after.length - 1, Math.floor(after.length * share))] ?? Number.NaN;
  const [firstMs, lastMs] = [at(0), at(1)];
  const perSecond = (after.length / (lastMs - firstMs)) * 1000;
  return { perSecond, firstMs, middleMs: at(0.5), slowMs: at(0.99), lastMs };
}

async function subscribe(
  tagwire: RunningTagwire,
  receivers: Child,
  topic: string,
  origin: string,
  count: number,
): Promise<void> {
  receivers.say({ questions: count, deliveries: 0, status: 200 });
  const verified = receivers.answer();
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < count) {
      const callback = `${origin}/${next}`;
      next += 1;
      const body = new URLSearchParams({ 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.callback': callback });
      const answer = await fetch(`${tagwire.baseUrl}hub`, { method: 'POST', body });
      if (answer.status !== 202) throw new Error(`${callback}: ${answer.status} ${await answer.text()}`);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  await Promise.race([verified, tagwire.failed]);
  await pause(SETTLE_MS);
}

function writeArticle(folder: string, change: number): void {
  const date = new Date(FIRST_DATE + change * DAY_MS).toISOString();
  const matter = `---\ntitle: New article number ${change}\ndate: ${date}\ntags: [${mostUsedTag()}]\n---\n`;
  writeFileSync(join(folder, `pushed-${change}.md`), `${matter}\n${paragraph(randomFrom(change))}\n`);
}

/** Memory of a process as the system counts it; NaN where it does not tell (only Linux has `/proc`). */
function residentKilobytes(pid: number): number {
  if (process.platform !== 'linux') return Number.NaN;
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}
