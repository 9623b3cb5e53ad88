import { claimDeliveries, settleDeliveries } from './delivery-rows.ts';
import { dropPings, readPings } from './ping-rows.ts';
import { readEvents } from './push-events.ts';
import type { PushStore } from './push-store.ts';
import type { SqliteDatabase } from './sqlite.ts';
import { countPush, dropExpired, endSubscription, keepStanding, readSubscriptions } from './subscription-rows.ts';
import { queueDeliveries, readStaleTopics } from './topic-rows.ts';
import {
  claimVerifications,
  confirm,
  dismiss,
  keepVerification,
  nextPushDue,
  postponeVerification,
  readLoad,
  releaseClaims,
} from './verification-rows.ts';

/** The part of the store that push works with, on an open database. */
export function openPush(database: SqliteDatabase): PushStore {
  return {
    releaseClaims: async () => database.write(releaseClaims()),
    nextDue: async () => database.read(nextPushDue()),
    readLoad: async (asked) => database.read(readLoad(asked)),
    keepVerification: async (asked, dueAt) => database.write(keepVerification(asked, dueAt)),
    claimVerifications: async (now, limit) => database.write(claimVerifications(now, limit)),
    postponeVerification: async (number, dueAt) => database.write(postponeVerification(number, dueAt)),
    confirm: async (verification, now, state) => database.write(confirm(verification, now, state)),
    dismiss: async (verification, event) => database.write(dismiss(verification, event)),
    keepStanding: async (protocol, wanted, now) => database.write(keepStanding(protocol, wanted, now)),
    endSubscription: async (number, now, reason) => database.write(endSubscription(number, now, reason)),
    dropExpired: async (now) => database.write(dropExpired(now)),
    readStaleTopics: async (limit) => database.read(readStaleTopics(limit)),
    queueDeliveries: async (topic, etag, now) => database.write(queueDeliveries(topic, etag, now)),
    claimDeliveries: async (now, limit, busyHosts) => database.write(claimDeliveries(now, limit, busyHosts)),
    settleDeliveries: async (settled) => database.write(settleDeliveries(settled)),
    readPings: async (subscription, limit) => database.read(readPings(subscription, limit)),
    dropPings: async (subscription, keys) => database.write(dropPings(subscription, keys)),
    readSubscriptions: async (limit, before) => database.read(readSubscriptions(limit, before)),
    readEvents: async (limit, what) => database.read(readEvents(limit, what)),
    countPush: async () => database.read(countPush()),
  };
}
