import { existsSync } from 'node:fs';
import { type PushReport, readPushReport, shownCallback } from '../hub/push-report.ts';
import { ConfigError } from '../model/errors.ts';
import { isoText } from '../time/instant.ts';
import type { Config } from './config.ts';
import { openFolderStore } from './folder.ts';

const SHOWN = 100;

/**
 * Tells who subscribes, what waits and what failed, as the database of a folder says; a server may run beside it. Throws
 * ConfigError when there is no database to look into.
 */
export async function hubReport({ database }: Config, json: boolean): Promise<string> {
  if (database === ':memory:' || !existsSync(database)) {
    throw new ConfigError(`DATA_DIR: there is no database "${database}"; serve the folder first, or name its DATA_DIR`);
  }
  const store = openFolderStore(database);
  try {
    const report = await readPushReport(store.push, SHOWN);
    return json ? `${JSON.stringify(toJson(report), undefined, 2)}\n` : inLines(report);
  } finally {
    store.close();
  }
}

const toJson = ({ newest, failed, ...counts }: PushReport) => ({
  ...counts,
  newest: newest.map(({ leaseUntil, subscribedAt, dueAt, callback, ...others }) => ({
    ...others,
    callback: shownCallback(callback),
    subscribedAt: isoText(subscribedAt),
    ...(leaseUntil === undefined ? {} : { leaseUntil: isoText(leaseUntil) }),
    ...(dueAt === undefined ? {} : { dueAt: isoText(dueAt) }),
  })),
  failed: failed.map(({ at, callback, detail, ...others }) => ({
    at: isoText(at),
    ...others,
    detail: detail.replaceAll(callback, shownCallback(callback)),
    callback: shownCallback(callback),
  })),
});

function inLines({ subscriptions, pending, failing, verifications, newest, failed }: PushReport): string {
  const counts = Object.entries(subscriptions).map(([protocol, count]) => `${count} ${protocol}`);
  return [
    `subscriptions: ${counts.join(', ') || 'none'}`,
    `deliveries that wait: ${pending}, of these ${failing} that have failed before`,
    `requests to be confirmed: ${verifications}`,
    '',
    ...newest.map(
      ({ protocol, topic, callback, leaseUntil, isPending, failures, dueAt }) =>
        `${protocol}  /${topic}  ${shownCallback(callback)}  ${leaseUntil === undefined ? 'by the settings' : `until ${isoText(leaseUntil)}`}` +
        `${isPending && dueAt !== undefined ? `  waits until ${isoText(dueAt)} after ${failures} failures` : ''}`,
    ),
    ...(failed.length === 0 ? ['no failures'] : ['', 'failures, the latest first:']),
    ...failed.map(
      ({ at, what, protocol, topic, callback, status, detail }) =>
        `${isoText(at)}  ${what}  ${protocol}  /${topic}  ${shownCallback(callback)}  ${status ?? '-'}  ${detail.replaceAll(callback, shownCallback(callback))}`,
    ),
    '',
  ].join('\n');
}
