import type { Instant } from '../model/instant.ts';
import type { AskedSubscription, PushEvent, PushLoad, Verification } from '../model/push.ts';
import { toInstant } from '../time/instant.ts';
import { instantOf } from './article-rows.ts';
import { LONGEST_WAIT_MS } from './delivery-rows.ts';
import { numberOf, type Operation, optionalTextOf, query, queryOne, type Row, textOf } from './operation.ts';
import { noteEvent, oneOf, protocolOf } from './push-events.ts';
import { dropSubscription, findSubscription, putSubscription } from './subscription-rows.ts';

/** The work behind `PushStore.releaseClaims`. */
export function* releaseClaims(): Operation<void> {
  yield* query('UPDATE verifications SET claimed = 0 WHERE claimed = 1');
  yield* query('UPDATE deliveries SET claimed = 0 WHERE claimed = 1');
}

/** The work behind `PushStore.readLoad`. */
export function* readLoad(asked: AskedSubscription): Operation<PushLoad> {
  const row = yield* queryOne(
    `SELECT (SELECT count(*) FROM subscriptions) AS subscriptions,
       (SELECT count(*) FROM subscriptions WHERE host = ?1) AS of_host,
       (SELECT count(*) FROM verifications WHERE host = ?1) AS verifications`,
    asked.host,
  );
  if (row === undefined) throw new Error('No row came back for counts');
  const known = yield* findSubscription(asked.protocol, asked.topic, asked.callback);
  return {
    isRenewal: known !== undefined,
    subscriptions: numberOf(row, 'subscriptions'),
    subscriptionsOfHost: numberOf(row, 'of_host'),
    verificationsOfHost: numberOf(row, 'verifications'),
  };
}

/** The work behind `PushStore.keepVerification`. */
export function* keepVerification(asked: Omit<Verification, 'number'>, dueAt: Instant): Operation<void> {
  yield* query(
    'DELETE FROM verifications WHERE callback = ? AND topic = ? AND protocol = ? AND claimed = 0',
    asked.callback,
    asked.topic,
    asked.protocol,
  );
  yield* query(
    `INSERT INTO verifications (protocol, mode, topic, callback, host, secret, lease_seconds, reason, due_at, claimed)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)`,
    asked.protocol,
    asked.mode,
    asked.topic,
    asked.callback,
    asked.host,
    asked.secret ?? null,
    asked.leaseSeconds,
    asked.reason,
    dueAt,
  );
}

/** The work behind `PushStore.claimVerifications`. */
export function* claimVerifications(now: Instant, limit: number): Operation<readonly Verification[]> {
  // Planned before the clock went back.
  yield* query('UPDATE verifications SET due_at = ? WHERE claimed = 0 AND due_at > ?', now, now + LONGEST_WAIT_MS);
  const rows = yield* query(
    `UPDATE verifications SET claimed = 1 WHERE number IN (
       SELECT v.number FROM verifications v WHERE v.claimed = 0 AND v.due_at <= ? AND NOT EXISTS (
         SELECT 1 FROM verifications other WHERE other.callback = v.callback AND other.topic = v.topic
           AND other.protocol = v.protocol AND other.claimed = 1
       ) ORDER BY v.due_at, v.number LIMIT ?
     ) RETURNING *`,
    now,
    limit,
  );
  return rows.map(toVerification);
}

const toVerification = (row: Row): Verification => ({
  number: numberOf(row, 'number'),
  protocol: protocolOf(row),
  mode: oneOf(['subscribe', 'unsubscribe', 'denied'], textOf(row, 'mode')),
  topic: textOf(row, 'topic'),
  callback: textOf(row, 'callback'),
  host: textOf(row, 'host'),
  secret: optionalTextOf(row, 'secret'),
  leaseSeconds: numberOf(row, 'lease_seconds'),
  reason: textOf(row, 'reason'),
});

/** The work behind `PushStore.postponeVerification`. */
export function* postponeVerification(number: number, dueAt: Instant): Operation<void> {
  yield* query('UPDATE verifications SET claimed = 0, due_at = ? WHERE number = ?', dueAt, number);
}

/** The work behind `PushStore.confirm`. */
export function* confirm(
  { number, protocol, mode, topic, callback, host, secret, leaseSeconds }: Verification,
  now: Instant,
  state: { readonly etag: string; readonly cursor?: string } | undefined,
): Operation<void> {
  yield* query('DELETE FROM verifications WHERE number = ?', number);
  const event = { at: now, protocol, topic, callback, status: undefined, tookMs: undefined };
  if (mode === 'subscribe') {
    const wasThere = yield* putSubscription({
      protocol,
      topic,
      callback,
      host,
      secret,
      leaseUntil: toInstant(now + leaseSeconds * 1000),
      subscribedAt: now,
      sentEtag: state?.etag,
      cursor: state?.cursor,
    });
    yield* noteEvent({ ...event, what: wasThere ? 'renewed' : 'subscribed', detail: `for ${leaseSeconds} seconds` });
    return;
  }
  const before = yield* findSubscription(protocol, topic, callback);
  if (before === undefined) return;
  yield* dropSubscription(before.number);
  yield* noteEvent({ ...event, what: 'unsubscribed', detail: '' });
}

/** The work behind `PushStore.dismiss`. */
export function* dismiss(
  { number, protocol, topic, callback }: Verification,
  event: Omit<PushEvent, 'protocol' | 'topic' | 'callback'>,
): Operation<void> {
  yield* query('DELETE FROM verifications WHERE number = ?', number);
  yield* noteEvent({ ...event, protocol, topic, callback });
}

/** The work behind `PushStore.nextDue`. */
export function* nextPushDue(): Operation<Instant | undefined> {
  const row = yield* queryOne(
    `SELECT min(at) AS at FROM (
       SELECT * FROM (SELECT due_at AS at FROM deliveries WHERE claimed = 0 ORDER BY due_at LIMIT 1)
       UNION ALL SELECT * FROM (SELECT due_at FROM verifications WHERE claimed = 0 ORDER BY due_at LIMIT 1)
       UNION ALL SELECT * FROM (SELECT lease_until FROM subscriptions WHERE lease_until IS NOT NULL ORDER BY lease_until LIMIT 1)
     )`,
  );
  return row === undefined || row.at === null ? undefined : instantOf(row, 'at');
}
