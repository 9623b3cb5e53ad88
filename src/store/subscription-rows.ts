import type { Instant } from '../model/instant.ts';
import type { PushProtocol, Subscription } from '../model/push.ts';
import { instantOf } from './article-rows.ts';
import { numberOf, type Operation, optionalTextOf, query, queryOne, type Row, textOf } from './operation.ts';
import { noteEvent, protocolOf } from './push-events.ts';
import type { PushCounts, Standing, SubscriptionState } from './push-store.ts';
import { dropTopic, topicRow } from './topic-rows.ts';

/** All columns that `toSubscription` reads. */
export const SUBSCRIPTION_COLUMNS =
  's.number, s.protocol, t.path, s.callback, s.host, s.secret, s.lease_until, s.subscribed_at, s.sent_etag, s.cursor';

export const toSubscription = (row: Row): Subscription => ({
  number: numberOf(row, 'number'),
  protocol: protocolOf(row),
  topic: textOf(row, 'path'),
  callback: textOf(row, 'callback'),
  host: textOf(row, 'host'),
  secret: optionalTextOf(row, 'secret'),
  leaseUntil: row.lease_until === null ? undefined : instantOf(row, 'lease_until'),
  subscribedAt: instantOf(row, 'subscribed_at'),
  sentEtag: optionalTextOf(row, 'sent_etag'),
  cursor: optionalTextOf(row, 'cursor'),
});

export type NewSubscription = Omit<Subscription, 'number'>;

/** Makes a subscription, or makes the one of the same topic and callback anew. Answers whether it was there. */
export function* putSubscription(wanted: NewSubscription): Operation<boolean> {
  const { protocol, callback, subscribedAt } = wanted;
  const before = yield* findSubscription(protocol, wanted.topic, callback);
  if (before !== undefined && (before.leaseUntil ?? Number.POSITIVE_INFINITY) > subscribedAt) {
    // It has what it has: a renewal neither brings a delivery nor takes one away.
    yield* query(
      'UPDATE subscriptions SET secret = ?, lease_until = ?, subscribed_at = ? WHERE number = ?',
      wanted.secret ?? null,
      wanted.leaseUntil ?? null,
      subscribedAt,
      before.number,
    );
    return true;
  }
  if (before !== undefined) yield* dropSubscription(before.number);
  const topic = yield* topicRow(wanted.topic);
  yield* query(
    `INSERT INTO subscriptions (topic, callback, protocol, host, secret, lease_until, subscribed_at, sent_etag, cursor)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    topic,
    callback,
    protocol,
    wanted.host,
    wanted.secret ?? null,
    wanted.leaseUntil ?? null,
    subscribedAt,
    wanted.sentEtag ?? null,
    wanted.cursor ?? null,
  );
  // What has changed since the state that it can have seen is found by looking at the topic once more.
  yield* query('UPDATE topics SET revision = revision + 1 WHERE number = ?', topic);
  return false;
}

/** Takes a subscription away, with all that waits for it, and its topic when it was the last. */
export function* dropSubscription(number: number): Operation<void> {
  yield* query('DELETE FROM deliveries WHERE subscription = ?', number);
  yield* query('DELETE FROM pings WHERE subscription = ?', number);
  const [row] = yield* query('DELETE FROM subscriptions WHERE number = ? RETURNING topic', number);
  if (row !== undefined) yield* dropTopic(numberOf(row, 'topic'));
}

const SELECT = `SELECT ${SUBSCRIPTION_COLUMNS} FROM subscriptions s JOIN topics t ON t.number = s.topic`;

export function* findSubscription(
  protocol: PushProtocol,
  topic: string,
  callback: string,
): Operation<Subscription | undefined> {
  const row = yield* queryOne(
    `${SELECT} WHERE t.path = ? AND s.callback = ? AND s.protocol = ?`,
    topic,
    callback,
    protocol,
  );
  return row && toSubscription(row);
}

/** The work behind `PushStore.endSubscription`. */
export function* endSubscription(number: number, now: Instant, reason: string): Operation<boolean> {
  const row = yield* queryOne(`${SELECT} WHERE s.number = ?`, number);
  if (row === undefined) return false;
  yield* dropSubscription(number);
  const { protocol, topic, callback } = toSubscription(row);
  const nothing = { status: undefined, tookMs: undefined };
  yield* noteEvent({ at: now, protocol, topic, callback, what: 'ended', detail: reason, ...nothing });
  return true;
}

/** The work behind `PushStore.dropExpired`. */
export function* dropExpired(now: Instant): Operation<number> {
  const rows = yield* query(`${SELECT} WHERE s.lease_until <= ? LIMIT 1000`, now);
  for (const row of rows) {
    const { number, protocol, topic, callback } = toSubscription(row);
    yield* dropSubscription(number);
    const nothing = { status: undefined, detail: '', tookMs: undefined };
    yield* noteEvent({ at: now, protocol, topic, callback, what: 'expired', ...nothing });
  }
  return rows.length;
}

/** The work behind `PushStore.keepStanding`. */
export function* keepStanding(protocol: PushProtocol, wanted: readonly Standing[], now: Instant): Operation<void> {
  const names = new Set(wanted.map(({ topic, callback }) => `${topic} ${callback}`));
  for (const row of yield* query(`${SELECT} WHERE s.protocol = ?`, protocol)) {
    const { number, topic, callback } = toSubscription(row);
    if (!names.has(`${topic} ${callback}`)) yield* dropSubscription(number);
  }
  for (const one of wanted) {
    const always = { leaseUntil: undefined, subscribedAt: now, sentEtag: undefined };
    yield* putSubscription({ cursor: undefined, ...one, protocol, ...always });
  }
}

/** The work behind `PushStore.readSubscriptions`. */
export function* readSubscriptions(
  limit: number,
  before = Number.MAX_SAFE_INTEGER,
): Operation<readonly SubscriptionState[]> {
  const rows = yield* query(
    `SELECT ${SUBSCRIPTION_COLUMNS}, d.failures, d.due_at FROM subscriptions s JOIN topics t ON t.number = s.topic
     LEFT JOIN deliveries d ON d.subscription = s.number WHERE s.number < ? ORDER BY s.number DESC LIMIT ?`,
    before,
    limit,
  );
  return rows.map((row) => {
    const isPending = row.due_at !== null;
    return {
      ...toSubscription(row),
      isPending,
      failures: isPending ? numberOf(row, 'failures') : 0,
      dueAt: isPending ? instantOf(row, 'due_at') : undefined,
    };
  });
}

/** The work behind `PushStore.countPush`. */
export function* countPush(): Operation<PushCounts> {
  const count = function* (sql: string): Operation<number> {
    const row = yield* queryOne(`SELECT count(*) AS found FROM ${sql}`);
    return row === undefined ? 0 : numberOf(row, 'found');
  };
  const byProtocol = yield* query('SELECT protocol, count(*) AS found FROM subscriptions GROUP BY protocol');
  return {
    subscriptions: Object.fromEntries(byProtocol.map((row) => [protocolOf(row), numberOf(row, 'found')])),
    pending: yield* count('deliveries'),
    failing: yield* count('deliveries WHERE failures > 0'),
    verifications: yield* count('verifications'),
  };
}
