import type { Instant } from '../model/instant.ts';
import type { Delivery, DeliveryEnd, PushProtocol, SettledDelivery } from '../model/push.ts';
import type { PushStore } from '../store/push-store.ts';
import { nextTry } from './back-off.ts';
import { readCallback } from './callback.ts';
import type { Outgoing } from './outgoing.ts';
import type { Protocol } from './protocol.ts';

export interface DeliveryQueueOptions {
  readonly store: Pick<PushStore, 'claimDeliveries' | 'settleDeliveries'>;
  readonly outgoing: Pick<Outgoing, 'send'>;
  readonly protocols: Readonly<Partial<Record<PushProtocol, Protocol>>>;
  readonly now: () => Instant;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly retryFirstMs: number;
  /** Something is due again, now or later, or nothing is under way any more. */
  readonly onSettled: () => void;
  readonly onFault: (error: unknown) => void;
}

/**
 * Deliveries under way at a time. One that takes longer than SLOW_MS gives its place to another, so that those who hang
 * delay nobody; until there are `MAX_SLOW` of these, in all or on one host.
 */
const MAX_QUICK = 128;
const MAX_QUICK_PER_HOST = 32;
const MAX_SLOW = 512;
export const MAX_SLOW_PER_HOST = 128;
const SLOW_MS = 1_000;
/** Taken up from the store at once. */
const BATCH = 128;
/** What came of deliveries is written down in one go for all that end within this time. */
const SETTLE_MS = 25;

interface Places {
  quick: number;
  slow: number;
}

/**
 * Sends what is due, many at a time, each to its end: settled, to be tried again, given up, or ended. Holds a few
 * deliveries in memory and no bodies but those under way, however many wait in the store.
 */
export class DeliveryQueue {
  readonly #options: DeliveryQueueOptions;
  /** Taken up, but their host has no place free. */
  #waiting: Delivery[] = [];
  readonly #places: Places = { quick: 0, slow: 0 };
  readonly #byHost = new Map<string, Places>();
  #settled: SettledDelivery[] = [];
  #settling: NodeJS.Timeout | undefined;
  #claiming: Promise<void> | undefined;
  /** The hosts that were left out when nothing else was due; undefined when something may be. */
  #barred: readonly string[] | undefined;
  readonly #underWay = new Set<Promise<void>>();
  #isStopped = false;

  constructor(options: DeliveryQueueOptions) {
    this.#options = options;
  }

  /** Deliveries under way. */
  get size(): number {
    return this.#places.quick + this.#places.slow;
  }

  /** Takes up what is due, as far as there are places. Resolves when all that could be taken up is on its way. */
  pump(): Promise<void> {
    this.#barred = undefined;
    return this.#takeUp();
  }

  #takeUp(): Promise<void> {
    this.#claiming ??= this.#claim().finally(() => {
      this.#claiming = undefined;
    });
    return this.#claiming;
  }

  /** Takes nothing up any more, waits for what is under way (but not longer than `patienceMs`), and writes it down. */
  async stop(patienceMs: number): Promise<void> {
    this.#isStopped = true;
    await this.#claiming;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patienceMs);
    });
    await Promise.race([Promise.all(this.#underWay), late]);
    clearTimeout(timer);
    clearTimeout(this.#settling);
    await this.#settle();
  }

  async #claim(): Promise<void> {
    const { store, now } = this.#options;
    this.#startWaiting();
    while (!this.#isStopped && this.#hasRoom(this.#places, MAX_QUICK, MAX_SLOW) && this.#waiting.length < BATCH) {
      const waiting = new Set(this.#waiting.map(({ subscription }) => subscription.host));
      const full = [...this.#byHost].filter(([, places]) => !this.#hasRoomOnHost(places)).map(([host]) => host);
      const barred = [...new Set([...waiting, ...full])];
      const found = await store.claimDeliveries(now(), BATCH, barred);
      if (found.length === 0) {
        this.#barred = barred;
        return;
      }
      this.#waiting.push(...found);
      this.#startWaiting();
    }
  }

  #hasRoom({ quick, slow }: Places, maxQuick: number, maxSlow: number): boolean {
    return quick < maxQuick && slow < maxSlow;
  }

  #hasRoomOnHost(places: Places | undefined): boolean {
    return places === undefined || this.#hasRoom(places, MAX_QUICK_PER_HOST, MAX_SLOW_PER_HOST);
  }

  #startWaiting(): void {
    const still: Delivery[] = [];
    for (const delivery of this.#waiting) {
      const isFree = this.#hasRoom(this.#places, MAX_QUICK, MAX_SLOW);
      if (isFree && this.#hasRoomOnHost(this.#byHost.get(delivery.subscription.host))) this.#start(delivery);
      else still.push(delivery);
    }
    this.#waiting = still;
  }

  #start(delivery: Delivery): void {
    const { now, onFault } = this.#options;
    const leave = this.#takePlace(delivery.subscription.host);
    const started = performance.now();
    const work = this.#deliver(delivery)
      .catch((error: unknown): DeliveryEnd => {
        onFault(error);
        return this.#failed(delivery, 'the fault is ours and has been logged');
      })
      .then((end) => {
        leave();
        this.#settled.push({ delivery, end, at: now(), tookMs: Math.round(performance.now() - started) });
        this.#settleSoon();
        this.#underWay.delete(work);
        this.#goOn();
      });
    this.#underWay.add(work);
  }

  /** Takes a place, which becomes a slow one after a while; answers how to leave it. */
  #takePlace(host: string): () => void {
    const ofHost = this.#byHost.get(host) ?? { quick: 0, slow: 0 };
    this.#byHost.set(host, ofHost);
    const both = [this.#places, ofHost];
    let kind: keyof Places = 'quick';
    for (const places of both) places[kind] += 1;
    const timer = setTimeout(() => {
      for (const places of both) {
        places.quick -= 1;
        places.slow += 1;
      }
      kind = 'slow';
      this.#goOn();
    }, SLOW_MS);
    return () => {
      clearTimeout(timer);
      for (const places of both) places[kind] -= 1;
      if (ofHost.quick + ofHost.slow === 0) this.#byHost.delete(host);
    };
  }

  /** A place is free. */
  #goOn(): void {
    if (this.#isStopped) return;
    this.#startWaiting();
    if (this.#waiting.length > 0) return;
    // Looking once more is worth it when a host that was left out has a place now.
    const isVain = this.#barred?.every((host) => !this.#hasRoomOnHost(this.#byHost.get(host))) ?? false;
    if (!isVain) this.#takeUp().catch(this.#options.onFault);
  }

  async #deliver(delivery: Delivery): Promise<DeliveryEnd> {
    const { outgoing, protocols } = this.#options;
    const { subscription } = delivery;
    const protocol = protocols[subscription.protocol];
    const callback = readCallback(subscription.callback);
    if (protocol === undefined) return { kind: 'given up', reason: 'it is switched off in the settings' };
    if ('problem' in callback) return { kind: 'ended', reason: callback.problem };
    const parcel = await protocol.parcel(subscription);
    if (parcel === undefined) return { kind: 'given up', reason: 'there is no such feed any more' };
    const { message, onArrival, ...state } = parcel;
    if (message === undefined) return { kind: 'done', ...state };
    const reply = await outgoing.send(callback, message, protocol.isTrusted);
    if (reply.kind === 'unanswered') return this.#failed(delivery, reply.reason);
    const { status } = reply;
    if (status >= 200 && status <= 299) {
      await onArrival?.();
      return { kind: 'done', status, ...state };
    }
    if (status === 410 && !protocol.isTrusted)
      return { kind: 'ended', status, reason: 'the callback is gone for good' };
    return this.#failed(delivery, `answered ${status}`, status);
  }

  #failed({ failures, failingSince }: Delivery, reason: string, status?: number): DeliveryEnd {
    const { now, random, retryFirstMs } = this.#options;
    const at = now();
    const said = { reason, ...(status === undefined ? {} : { status }) };
    const dueAt = nextTry(failures + 1, failingSince ?? at, at, retryFirstMs, random());
    return dueAt === undefined ? { kind: 'given up', ...said } : { kind: 'failed', ...said, dueAt };
  }

  #settleSoon(): void {
    if (this.#settled.length === BATCH) this.#settleNow();
    else this.#settling ??= setTimeout(() => this.#settleNow(), SETTLE_MS);
  }

  #settleNow(): void {
    clearTimeout(this.#settling);
    this.#settling = undefined;
    this.#settle().catch(this.#options.onFault);
  }

  async #settle(): Promise<void> {
    const settled = this.#settled;
    this.#settled = [];
    if (settled.length === 0) return;
    let isMoreDue = false;
    try {
      isMoreDue = await this.#options.store.settleDeliveries(settled);
    } catch (error) {
      // Not forgotten: what is not settled would never be taken up again.
      this.#settled.unshift(...settled);
      this.#settling ??= setTimeout(() => this.#settleNow(), SLOW_MS);
      throw error;
    }
    const isNews = isMoreDue || this.size === 0 || settled.some(({ end }) => end.kind === 'failed');
    if (isNews && !this.#isStopped) this.#options.onSettled();
  }
}
