import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { type Answer, askOnce, fieldOf, fingerprint } from './answer.ts';
import { startSpeakingChild } from './child.ts';
import { mostUsedTag, writeCorpus } from './corpus.ts';
import { chooseClient, type LoadClient, type Loaded } from './load.ts';
import { type RunningNginx, startNginx } from './nginx.ts';
import { processorMsOf } from './processor-time.ts';
import { ratios, summarise } from './statistics.ts';
import { figure, type Table, withSpread } from './table.ts';
import { startTagwire } from './tagwire.ts';
import { temporaryFolder } from './tidy.ts';

const BARE_SERVER = new URL('./bare-server.ts', import.meta.url);
const CONNECTIONS = 32;
const FILES = 300;
/** Thirty articles of this length make a feed of about 120 KB. */
const LETTERS = 2_000;
const KILOBYTE = 1000;
const SETTLE_MS = 1_100;
const SETTLE_TURNS = 60;

interface HttpSize {
  readonly rounds: number;
  readonly seconds: number;
  /** Measures with our own client even where wrk is installed. */
  readonly ownClient: boolean;
}

const TAGS = z.object({ tags: z.array(z.object({ label: z.string(), count: z.number(), rss: z.url() })) });
const PORTS = z.object({ ports: z.array(z.number()) });

interface Case {
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly answer: Answer;
}

/** One server as it answers one case. */
interface Contestant {
  readonly url: string;
  readonly pid: number;
  readonly rounds: Measured[];
}

interface Measured extends Loaded {
  /** Processor time of the server for one request, in microseconds; NaN where it cannot be known. */
  readonly microseconds: number;
}

/**
 * A feed that is in memory: the real program against a bare `node:http` server that sends the same bytes and fields,
 * asked by the same client in turns.
 */
export async function benchHttp({ rounds, seconds, ownClient }: HttpSize): Promise<Table> {
  const client = await chooseClient(ownClient);
  using content = temporaryFolder();
  using data = temporaryFolder();
  writeCorpus(content.path, FILES, LETTERS);
  await using tagwire = await startTagwire(content.path, data.path);
  const path = await feedPath(tagwire.baseUrl);
  const feed = `${tagwire.baseUrl}${path}`;
  await settled(feed);
  const cases = await casesOf(feed);
  await using bare = startSpeakingChild(BARE_SERVER);
  bare.say(cases.map(({ answer }) => answer));
  const { ports } = PORTS.parse(await bare.answer());

  using files = temporaryFolder();
  const bodyOf = (name: string): Uint8Array => cases.find((one) => one.name === name)?.answer.body ?? new Uint8Array();
  const nginx = await startNginx(files.path, NGINX_NAME, bodyOf('identity'), bodyOf('gzip'));
  await using _nginx = nginx;
  const rows: string[][] = [];
  for (const [place, one] of cases.entries()) {
    const ours: Contestant = { url: feed, pid: tagwire.pid, rounds: [] };
    const theirs: Contestant = { url: `http://127.0.0.1:${ports[place]}/${path}`, pid: bare.pid, rounds: [] };
    const both = [ours, theirs];
    for (const { url } of both) await mustBeAlike(url, one);
    const third = nginx && (await nginxFor(nginx, one));
    const all: readonly (Contestant & { readonly one?: Case })[] = third === undefined ? both : [...both, third];
    for (const contestant of all) await measure(client, contestant, contestant.one ?? one, seconds);
    for (let round = 0; round < rounds; round += 1) {
      for (const contestant of all) {
        contestant.rounds.push(await measure(client, contestant, contestant.one ?? one, seconds));
      }
    }
    rows.push(rowOf(one.name, ours.rounds, theirs.rounds, third?.rounds));
  }
  const [identity, gzip] = cases;
  return {
    title: 'http: a cached feed against a bare node:http server with the same bytes',
    columns: [
      'answer',
      'throughput ratio',
      'processor time ratio',
      'req/s',
      'bare req/s',
      'µs/req',
      'bare µs/req',
      'p99 ms',
      'bare p99 ms',
      'throughput to nginx',
      'processor time to nginx',
    ],
    rows,
    notes: [
      `RSS, 30 entries: ${size(identity)} KB identity, ${size(gzip)} KB gzip. Medians of ${rounds} rounds of ${seconds} s by turns, in brackets the least and the most.`,
      `${CONNECTIONS} connections over loopback; client: ${client.name}.`,
      nginx === undefined
        ? 'nginx is not installed here and is left out.'
        : 'nginx as Debian ships it (sendfile, tcp_nopush, no open_file_cache), but with one worker, without an access log and without a limit of requests on a connection; the compressed feed as a file beside the plain one (gzip_static), its own ETag.',
      'Throughput: higher is better, 1 is the limit. Processor time of the server for one request: lower is better.',
    ],
  };
}

const size = (one: Case | undefined): string => figure((one?.answer.body.byteLength ?? 0) / KILOBYTE);

/** The address of the feed of the most used tag, below the base address. */
async function feedPath(baseUrl: string): Promise<string> {
  const { body } = await askOnce(`${baseUrl}tags.json`);
  const { tags } = TAGS.parse(JSON.parse(Buffer.from(body).toString()));
  const tag = tags.find(({ label }) => label === mostUsedTag());
  if (tag === undefined || tag.count < 30)
    throw new Error(`the generated folder has too few articles of ${mostUsedTag()}`);
  return new URL(tag.rss).pathname.slice(1);
}

/** Last-Modified may follow the clock for a while after several writes within one second; then it stands. */
async function settled(feed: string): Promise<void> {
  let before = '';
  for (let turn = 0; turn < SETTLE_TURNS; turn += 1) {
    // Its gzip is compressed as a whole when it was asked for a second time.
    const now = fingerprint(await askOnce(feed)) + fingerprint(await askOnce(feed, { 'Accept-Encoding': 'gzip' }));
    if (now === before && turn > 2) return;
    before = now;
    await pause(SETTLE_MS);
  }
  throw new Error(`${feed} does not stop changing`);
}

async function casesOf(feed: string): Promise<readonly Case[]> {
  const compressed = { 'Accept-Encoding': 'gzip' };
  const gzip = await askOnce(feed, compressed);
  const etag = fieldOf(gzip, 'etag');
  if (etag === undefined) throw new Error(`${feed} has no ETag`);
  const conditional = { ...compressed, 'If-None-Match': etag };
  return [
    { name: 'identity', fields: {}, answer: await askOnce(feed) },
    { name: 'gzip', fields: compressed, answer: gzip },
    { name: '304', fields: conditional, answer: await askOnce(feed, conditional) },
  ];
}

async function mustBeAlike(url: string, { name, fields, answer }: Case): Promise<void> {
  const seen = await askOnce(url, fields);
  if (seen.status !== (name === '304' ? 304 : 200)) throw new Error(`${name}: ${url} answers ${seen.status}`);
  if (fingerprint(seen) !== fingerprint(answer)) throw new Error(`${name}: ${url} answers with other bytes or fields`);
}

async function measure(
  client: LoadClient,
  { url, pid }: Contestant,
  { fields }: Case,
  seconds: number,
): Promise<Measured> {
  const before = processorMsOf(pid) ?? Number.NaN;
  const loaded = await client.run({ url, fields, connections: CONNECTIONS, seconds });
  const usedMs = (processorMsOf(pid) ?? Number.NaN) - before;
  return { ...loaded, microseconds: (usedMs * 1000) / loaded.requests };
}

const NGINX_NAME = 'feed.rss';

/** What nginx is asked for: the same, but for its own ETag. */
async function nginxFor({ baseUrl, pid }: RunningNginx, one: Case): Promise<Contestant & { readonly one: Case }> {
  const url = `${baseUrl}${NGINX_NAME}`;
  if (one.name !== '304') return { url, pid, rounds: [], one };
  const etag = fieldOf(await askOnce(url, { 'Accept-Encoding': 'gzip' }), 'etag') ?? '';
  return { url, pid, rounds: [], one: { ...one, fields: { ...one.fields, 'If-None-Match': etag } } };
}

function rowOf(
  name: string,
  ours: readonly Measured[],
  theirs: readonly Measured[],
  nginx: readonly Measured[] | undefined,
): string[] {
  const of = (rounds: readonly Measured[], what: keyof Measured): readonly number[] => rounds.map((one) => one[what]);
  const median = (rounds: readonly Measured[], what: keyof Measured): string =>
    figure(summarise(of(rounds, what)).median);
  return [
    name,
    withSpread(ratios(of(ours, 'perSecond'), of(theirs, 'perSecond'))),
    withSpread(ratios(of(ours, 'microseconds'), of(theirs, 'microseconds'))),
    ...(['perSecond', 'microseconds', 'slowMs'] as const).flatMap((what) => [median(ours, what), median(theirs, what)]),
    nginx === undefined ? '–' : withSpread(ratios(of(ours, 'perSecond'), of(nginx, 'perSecond'))),
    nginx === undefined ? '–' : withSpread(ratios(of(ours, 'microseconds'), of(nginx, 'microseconds'))),
  ];
}
