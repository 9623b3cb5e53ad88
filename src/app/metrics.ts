import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import type { Publisher } from '../feeds/publisher.ts';
import type { LiveStreams } from '../hub/live-streams.ts';
import { PUSH_PROTOCOLS } from '../model/push.ts';
import type { Store } from '../store/store.ts';

export interface Metrics {
  /** Counts an answer. Costs an addition: it stands on the way of every request. */
  countAnswer(status: number): void;
  read(): Promise<{ readonly text: string; readonly contentType: string }>;
}

/** What keeps feeds in memory, by the kind that the metrics call it. */
type Memories = Readonly<Record<string, { readonly bytes: number; readonly evictions: number }>>;

type Streams = Pick<LiveStreams, 'listeners' | 'dropped' | 'sent'>;

export function createMetrics(publisher: Publisher, memories: Memories, store: Store, streams: Streams): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const answers = new Map<number, number>();
  new Counter({
    name: 'tagwire_answers_total',
    help: 'Requests answered, by status.',
    labelNames: ['status'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [status, count] of answers) this.inc({ status }, count);
    },
  });
  new Counter({
    name: 'tagwire_feed_renders_total',
    help: 'Feeds made, because they were asked for and not in memory.',
    registers: [registry],
    collect() {
      this.reset();
      this.inc(publisher.renders);
    },
  });
  new Gauge({
    name: 'tagwire_cache_bytes',
    help: 'Finished feeds, pieces of them and pages in memory, plain and compressed, without and with parameters; and on disk.',
    labelNames: ['kind'],
    registers: [registry],
    collect() {
      for (const [kind, { bytes }] of Object.entries(memories)) this.set({ kind }, bytes);
    },
  });
  new Counter({
    name: 'tagwire_cache_evictions_total',
    help: 'What was let go of because its share of the memory, or the disk cache, was full, by its kind.',
    labelNames: ['kind'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [kind, { evictions }] of Object.entries(memories)) this.inc({ kind }, evictions);
    },
  });
  new Gauge({
    name: 'tagwire_articles',
    help: 'Published articles.',
    registers: [registry],
    async collect() {
      this.set(await store.countArticles());
    },
  });
  new Gauge({
    name: 'tagwire_push_subscriptions',
    help: 'Subscriptions in force.',
    labelNames: ['protocol'],
    registers: [registry],
    async collect() {
      const { subscriptions } = await store.push.countPush();
      for (const protocol of PUSH_PROTOCOLS) this.set({ protocol }, subscriptions[protocol] ?? 0);
    },
  });
  new Gauge({
    name: 'tagwire_push_pending',
    help: 'Deliveries that wait or are under way, by whether they have failed before.',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      const { pending, failing } = await store.push.countPush();
      this.set({ state: 'new' }, pending - failing);
      this.set({ state: 'failing' }, failing);
    },
  });
  new Gauge({
    name: 'tagwire_stream_listeners',
    help: 'Live streams that are open.',
    registers: [registry],
    collect() {
      this.set(streams.listeners);
    },
  });
  new Counter({
    name: 'tagwire_stream_events_total',
    help: 'Events sent on live streams, each to one listener.',
    registers: [registry],
    collect() {
      this.reset();
      this.inc(streams.sent);
    },
  });
  new Counter({
    name: 'tagwire_stream_dropped_total',
    help: 'Listeners cut off because they took too slowly what was sent.',
    registers: [registry],
    collect() {
      this.reset();
      this.inc(streams.dropped);
    },
  });
  return {
    countAnswer: (status) => void answers.set(status, (answers.get(status) ?? 0) + 1),
    read: async () => ({ text: await registry.metrics(), contentType: registry.contentType }),
  };
}
