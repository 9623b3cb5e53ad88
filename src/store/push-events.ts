import { PUSH_PROTOCOLS, type PushEvent, type PushProtocol } from '../model/push.ts';
import { instantOf } from './article-rows.ts';
import { numberOf, type Operation, placeholders, query, type Row, textOf } from './operation.ts';

/** So many events are kept, the newest. */
const MAX_EVENTS = 20_000;
/** The old ones are dropped now and then, not at every event. */
const TIDY_EVERY = 1_000;

/** Notes what happened between us and a subscriber. */
export function* noteEvent(event: PushEvent): Operation<void> {
  yield* noteEvents([event]);
}

/** The same for several at once, a hundred at the most. */
export function* noteEvents(events: readonly PushEvent[]): Operation<void> {
  if (events.length === 0) return;
  const rows = yield* query(
    `INSERT INTO push_events (at, protocol, topic, callback, what, status, detail, took_ms)
     VALUES ${events.map(() => '(?, ?, ?, ?, ?, ?, ?, ?)').join(', ')} RETURNING number`,
    ...events.flatMap((event) => [
      event.at,
      event.protocol,
      event.topic,
      event.callback,
      event.what,
      event.status ?? null,
      event.detail,
      event.tookMs ?? null,
    ]),
  );
  const last = Math.max(...rows.map((row) => numberOf(row, 'number')));
  if (last % TIDY_EVERY < events.length) yield* query('DELETE FROM push_events WHERE number <= ?', last - MAX_EVENTS);
}

const KINDS: readonly PushEvent['what'][] = [
  'subscribed',
  'renewed',
  'unsubscribed',
  'not verified',
  'denied',
  'expired',
  'delivered',
  'failed',
  'given up',
  'ended',
];

/** The work behind `PushStore.readEvents`. */
export function* readEvents(
  limit: number,
  what: readonly PushEvent['what'][] = KINDS,
): Operation<readonly PushEvent[]> {
  const rows = yield* query(
    `SELECT * FROM push_events WHERE what IN (${placeholders(what)}) ORDER BY number DESC LIMIT ?`,
    ...what,
    limit,
  );
  return rows.map((row) => ({
    at: instantOf(row, 'at'),
    protocol: protocolOf(row),
    topic: textOf(row, 'topic'),
    callback: textOf(row, 'callback'),
    what: oneOf(KINDS, textOf(row, 'what')),
    status: row.status === null ? undefined : numberOf(row, 'status'),
    detail: textOf(row, 'detail'),
    tookMs: row.took_ms === null ? undefined : numberOf(row, 'took_ms'),
  }));
}

/** A word of the database that must be one of these. Throws when it is none. */
export function oneOf<Word extends string>(words: readonly Word[], text: string): Word {
  const word = words.find((one) => one === text);
  if (word === undefined) throw new Error(`The database holds the word "${text}", which means nothing; delete it`);
  return word;
}

export const protocolOf = (row: Row): PushProtocol => oneOf(PUSH_PROTOCOLS, textOf(row, 'protocol'));
