import { readFeedPath } from '../model/feed-key.ts';
import type { Instant } from '../model/instant.ts';
import type { StaleTopic } from '../model/push.ts';
import { ANY_CHANGE, changeKeys } from '../model/selection.ts';
import { numberOf, type Operation, optionalTextOf, query, queryOne, textOf } from './operation.ts';

/** The row of a topic, made when it is not there. Throws for a path that is no feed's. */
export function* topicRow(path: string): Operation<number> {
  const known = yield* queryOne('SELECT number FROM topics WHERE path = ?', path);
  if (known !== undefined) return numberOf(known, 'number');
  const key = readFeedPath(path);
  if (key === undefined) throw new Error(`"${path}" is not the path of a feed`);
  const made = yield* queryOne(
    'INSERT INTO topics (path, etag, revision, told) VALUES (?, NULL, 0, 0) RETURNING number',
    path,
  );
  if (made === undefined) throw new Error('No row came back for a topic');
  const number = numberOf(made, 'number');
  for (const term of changeKeys(key.selection)) {
    yield* query('INSERT INTO topic_terms (key, topic) VALUES (?, ?)', term, number);
  }
  return number;
}

/** Forgets a topic that nobody subscribes to. */
export function* dropTopic(number: number): Operation<void> {
  const gone = yield* query(
    'DELETE FROM topics WHERE number = ?1 AND NOT EXISTS (SELECT 1 FROM subscriptions WHERE topic = ?1) RETURNING number',
    number,
  );
  if (gone.length > 0) yield* query('DELETE FROM topic_terms WHERE topic = ?', number);
}

/**
 * Writes down that feeds of these terms (`termKey`), and that of everything, have changed: what has to be pushed. Belongs
 * to the transaction that changes them. Costs one look when nobody subscribes to anything.
 */
export function* queuePushes(terms: readonly string[], now: Instant): Operation<void> {
  if ((yield* queryOne('SELECT 1 FROM topics LIMIT 1')) === undefined) return;
  const keys = [ANY_CHANGE, ...terms];
  for (const key of keys) {
    yield* query(
      'UPDATE topics SET revision = revision + 1 WHERE number IN (SELECT topic FROM topic_terms WHERE key = ?)',
      key,
    );
  }
  for (const row of yield* query(`SELECT number, host FROM subscriptions WHERE protocol = 'ping'`)) {
    const hub = numberOf(row, 'number');
    for (const key of keys) {
      yield* query(
        `INSERT INTO pings (subscription, key, version) VALUES (?, ?, 1)
         ON CONFLICT (subscription, key) DO UPDATE SET version = version + 1`,
        hub,
        key,
      );
    }
    yield* query(`${QUEUE} VALUES (?, ?, 1, ?, 0, NULL, 0) ${REPLACE}`, hub, textOf(row, 'host'), now);
  }
}

/** One that waits for its next try keeps its time and its failures: news do not make a subscriber well. */
const QUEUE = 'INSERT INTO deliveries (subscription, host, version, due_at, failures, failing_since, claimed)';
const REPLACE = 'ON CONFLICT (subscription) DO UPDATE SET version = version + 1';
/**
 * Who does not have this state yet, and is still there to have it. Webhooks hear of more than the feed shows; other hubs
 * are told otherwise.
 */
const LACKING = `FROM subscriptions WHERE topic = ?1 AND (sent_etag IS NOT ?2 OR protocol = 'webhook') AND protocol <> 'ping'
  AND (lease_until IS NULL OR lease_until > ?3)`;

/** The work behind `PushStore.readStaleTopics`. */
export function* readStaleTopics(limit: number): Operation<readonly StaleTopic[]> {
  const rows = yield* query(
    'SELECT number, path, revision, etag FROM topics WHERE revision <> told ORDER BY number LIMIT ?',
    limit,
  );
  return rows.map((row) => ({
    number: numberOf(row, 'number'),
    topic: textOf(row, 'path'),
    revision: numberOf(row, 'revision'),
    etag: optionalTextOf(row, 'etag'),
  }));
}

/** The work behind `PushStore.queueDeliveries`. */
export function* queueDeliveries(
  { number, topic, revision }: StaleTopic,
  etag: string | undefined,
  now: Instant,
): Operation<number> {
  const known = yield* query(
    'UPDATE topics SET told = ?, etag = ? WHERE number = ? AND path = ? RETURNING number',
    revision,
    etag ?? null,
    number,
    topic,
  );
  // Everybody may have left it meanwhile, and its number may be another's.
  if (known.length === 0 || etag === undefined) return 0;
  const queued = yield* queryOne(`SELECT count(*) AS queued ${LACKING}`, number, etag, now);
  yield* query(`${QUEUE} SELECT number, host, 1, ?3, 0, NULL, 0 ${LACKING} ${REPLACE}`, number, etag, now);
  return queued === undefined ? 0 : numberOf(queued, 'queued');
}
