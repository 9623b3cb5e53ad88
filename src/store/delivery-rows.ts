import type { Instant } from '../model/instant.ts';
import type { Delivery, PushEvent, SettledDelivery } from '../model/push.ts';
import { instantOf } from './article-rows.ts';
import { numberOf, type Operation, placeholders, query } from './operation.ts';
import { noteEvents } from './push-events.ts';
import { dropSubscription, SUBSCRIPTION_COLUMNS, toSubscription } from './subscription-rows.ts';

/**
 * No delivery waits longer than this for its next try: one that seems to was planned before the clock went back, and
 * is due.
 */
export const LONGEST_WAIT_MS = 2 * 60 * 60 * 1000;

/** The work behind `PushStore.claimDeliveries`. */
export function* claimDeliveries(
  now: Instant,
  limit: number,
  busyHosts: readonly string[],
): Operation<readonly Delivery[]> {
  yield* query('UPDATE deliveries SET due_at = ? WHERE claimed = 0 AND due_at > ?', now, now + LONGEST_WAIT_MS);
  const rows = yield* query(
    `UPDATE deliveries SET claimed = 1 WHERE subscription IN (
       SELECT subscription FROM deliveries WHERE claimed = 0 AND due_at <= ?
       ${busyHosts.length === 0 ? '' : `AND host NOT IN (${placeholders(busyHosts)})`} ORDER BY due_at LIMIT ?
     ) RETURNING subscription, version, failures, failing_since`,
    now,
    ...busyHosts,
    limit,
  );
  const numbers = rows.map((row) => numberOf(row, 'subscription'));
  const found = yield* query(
    `SELECT ${SUBSCRIPTION_COLUMNS} FROM subscriptions s JOIN topics t ON t.number = s.topic
     WHERE s.number IN (${placeholders(numbers)}) AND (s.lease_until IS NULL OR s.lease_until > ?)`,
    ...numbers,
    now,
  );
  const byNumber = new Map(found.map((row) => [numberOf(row, 'number'), toSubscription(row)]));
  const claimed: Delivery[] = [];
  for (const row of rows) {
    const number = numberOf(row, 'subscription');
    const subscription = byNumber.get(number);
    if (subscription === undefined) {
      yield* query('DELETE FROM deliveries WHERE subscription = ?', number);
      continue;
    }
    claimed.push({
      subscription,
      version: numberOf(row, 'version'),
      failures: numberOf(row, 'failures'),
      failingSince: row.failing_since === null ? undefined : instantOf(row, 'failing_since'),
    });
  }
  return claimed;
}

/** The work behind `PushStore.settleDeliveries`. */
export function* settleDeliveries(settled: readonly SettledDelivery[]): Operation<boolean> {
  const events = settled.flatMap((one) => eventOf(one) ?? []);
  for (let from = 0; from < events.length; from += EVENTS_PER_STATEMENT) {
    yield* noteEvents(events.slice(from, from + EVENTS_PER_STATEMENT));
  }
  // Nearly all of a fan-out end alike: one statement for all of these.
  const alike = Map.groupBy(settled, ({ delivery, end }) =>
    end.kind === 'done' && end.cursor === undefined && end.hasMore !== true
      ? `${delivery.version} ${end.etag}`
      : undefined,
  );
  let isMoreDue = false;
  for (const [name, group] of alike) {
    const [first] = group;
    if (name !== undefined && first?.end.kind === 'done') {
      isMoreDue = (yield* settleAlike(group, first, first.end.etag)) || isMoreDue;
    } else {
      for (const one of group) isMoreDue = (yield* settle(one)) || isMoreDue;
    }
  }
  return isMoreDue;
}

const EVENTS_PER_STATEMENT = 64;
const WORDS = { done: 'delivered', failed: 'failed', 'given up': 'given up', ended: 'ended' } as const;

/** What people are told of the end of a delivery; nothing where nothing was sent. */
function eventOf({ delivery, end, at, tookMs }: SettledDelivery): PushEvent | undefined {
  if (end.kind === 'done' && end.status === undefined) return undefined;
  const { protocol, topic, callback } = delivery.subscription;
  const detail = end.kind === 'done' ? '' : end.reason;
  return { at, protocol, topic, callback, what: WORDS[end.kind], status: end.status, detail, tookMs };
}

function* settleAlike(
  group: readonly SettledDelivery[],
  { delivery: { version }, at }: SettledDelivery,
  etag: string,
): Operation<boolean> {
  const numbers = group.map(({ delivery }) => delivery.subscription.number);
  const list = placeholders(numbers);
  yield* query(`UPDATE subscriptions SET sent_etag = ? WHERE number IN (${list})`, etag, ...numbers);
  yield* query(`DELETE FROM deliveries WHERE version = ? AND subscription IN (${list})`, version, ...numbers);
  // What is left has changed meanwhile.
  return (yield* query(`${AGAIN} WHERE subscription IN (${list}) RETURNING subscription`, at, ...numbers)).length > 0;
}

const AGAIN = 'UPDATE deliveries SET claimed = 0, version = 1, failures = 0, failing_since = NULL, due_at = ?';

function* settle({ delivery, end, at }: SettledDelivery): Operation<boolean> {
  const { number } = delivery.subscription;
  if (end.kind === 'ended') {
    yield* dropSubscription(number);
    return false;
  }
  if (end.kind === 'failed') {
    yield* query(
      `UPDATE deliveries SET claimed = 0, failures = failures + 1, failing_since = coalesce(failing_since, ?), due_at = ?
       WHERE subscription = ?`,
      at,
      end.dueAt,
      number,
    );
    return false;
  }
  if (end.kind === 'done') {
    yield* query(
      'UPDATE subscriptions SET sent_etag = ?, cursor = coalesce(?, cursor) WHERE number = ?',
      end.etag,
      end.cursor ?? null,
      number,
    );
  }
  const gone = yield* query(
    'DELETE FROM deliveries WHERE subscription = ? AND version = ? RETURNING subscription',
    number,
    end.kind === 'done' && end.hasMore === true ? 0 : delivery.version,
  );
  return (
    gone.length === 0 && (yield* query(`${AGAIN} WHERE subscription = ? RETURNING subscription`, at, number)).length > 0
  );
}
