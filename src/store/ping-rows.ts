import type { Ping } from '../model/push.ts';
import { numberOf, type Operation, query, textOf } from './operation.ts';

/** The work behind `PushStore.readPings`. */
export function* readPings(subscription: number, limit: number): Operation<readonly Ping[]> {
  const rows = yield* query(
    'SELECT key, version FROM pings WHERE subscription = ? ORDER BY key LIMIT ?',
    subscription,
    limit,
  );
  return rows.map((row) => ({ key: textOf(row, 'key'), version: numberOf(row, 'version') }));
}

/** The work behind `PushStore.dropPings`. */
export function* dropPings(subscription: number, pings: readonly Ping[]): Operation<void> {
  for (const { key, version } of pings) {
    yield* query('DELETE FROM pings WHERE subscription = ? AND key = ? AND version = ?', subscription, key, version);
  }
}
