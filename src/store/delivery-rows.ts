import type { Instant } from '../model/instant.ts';
import type { Delivery, SettledDelivery } from '../model/push.ts';
import { instantOf } from './article-rows.ts';
import { numberOf, type Operation, placeholders, query, queryOne } from './operation.ts';
import { noteEvent } from './push-events.ts';
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
  const rows = yield* query(
    `UPDATE deliveries SET claimed = 1 WHERE subscription IN (
       SELECT subscription FROM deliveries WHERE claimed = 0 AND (due_at <= ? OR due_at > ?)
       ${busyHosts.length === 0 ? '' : `AND host NOT IN (${placeholders(busyHosts)})`} ORDER BY due_at LIMIT ?
     ) RETURNING subscription, version, failures, failing_since`,
    now,
    now + LONGEST_WAIT_MS,
    ...busyHosts,
    limit,
  );
  const claimed: Delivery[] = [];
  for (const row of rows) {
    const number = numberOf(row, 'subscription');
    const found = yield* queryOne(
      `SELECT ${SUBSCRIPTION_COLUMNS} FROM subscriptions s JOIN topics t ON t.number = s.topic
       WHERE s.number = ? AND (s.lease_until IS NULL OR s.lease_until > ?)`,
      number,
      now,
    );
    if (found === undefined) {
      yield* query('DELETE FROM deliveries WHERE subscription = ?', number);
      continue;
    }
    claimed.push({
      subscription: toSubscription(found),
      version: numberOf(row, 'version'),
      failures: numberOf(row, 'failures'),
      failingSince: row.failing_since === null ? undefined : instantOf(row, 'failing_since'),
    });
  }
  return claimed;
}

/** The work behind `PushStore.settleDeliveries`. */
export function* settleDeliveries(settled: readonly SettledDelivery[]): Operation<void> {
  for (const one of settled) yield* settle(one);
}

const WORDS = { done: 'delivered', failed: 'failed', 'given up': 'given up', ended: 'ended' } as const;

function* settle({ delivery, end, at, tookMs }: SettledDelivery): Operation<void> {
  const { number, protocol, topic, callback } = delivery.subscription;
  const isSilent = end.kind === 'done' && end.status === undefined;
  if (!isSilent) {
    const detail = end.kind === 'done' ? '' : end.reason;
    yield* noteEvent({ at, protocol, topic, callback, what: WORDS[end.kind], status: end.status, detail, tookMs });
  }
  if (end.kind === 'ended') {
    yield* dropSubscription(number);
    return;
  }
  if (end.kind === 'failed') {
    yield* query(
      `UPDATE deliveries SET claimed = 0, failures = failures + 1, failing_since = coalesce(failing_since, ?), due_at = ?
       WHERE subscription = ?`,
      at,
      end.dueAt,
      number,
    );
    return;
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
  if (gone.length > 0) return;
  yield* query(
    `UPDATE deliveries SET claimed = 0, version = 1, failures = 0, failing_since = NULL, due_at = ?
     WHERE subscription = ?`,
    at,
    number,
  );
}
