import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Verification } from '../model/push.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { PushStore } from '../store/push-store.ts';
import { DeliveryQueue, type DeliveryQueueOptions } from './delivery-queue.ts';
import { VerificationQueue, type VerificationQueueOptions } from './verification-queue.ts';

export interface PushEngineOptions
  extends Omit<DeliveryQueueOptions, 'store' | 'onSettled'>,
    Omit<VerificationQueueOptions, 'store' | 'onSettled'> {
  readonly store: PushStore;
  readonly snapshotAt: (topic: string) => Promise<Snapshot | undefined>;
}

/** The first of several changes is told of at once, the others no more often than this. */
const FAN_OUT_EVERY_MS = 250;
const TOPICS_AT_A_TIME = 50;
/** After a fault of our own, such as a full disk. */
const AFTER_FAULT_MS = 30_000;
/** A timer looks at least this often, so that a clock that was set is noticed. */
const MAX_WAIT_MS = 60 * 60 * 1000;

/**
 * Does all that push has to do, step by step, each written down before the next: looks which feeds have really changed,
 * queues deliveries, sends them, asks callbacks, ends leases. Woken by a change or a request, and by one timer at what
 * is next due; between them it does nothing.
 */
export class PushEngine {
  readonly #options: PushEngineOptions;
  readonly #deliveries: DeliveryQueue;
  readonly #verifications: VerificationQueue;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  #isAgain = false;
  #pauses = 0;
  #isHeldBack = false;
  #isStopped = false;
  #fannedOutAt = Number.NEGATIVE_INFINITY;

  constructor(options: PushEngineOptions) {
    this.#options = options;
    const onSettled = (): void => this.wake();
    this.#deliveries = new DeliveryQueue({ ...options, onSettled });
    this.#verifications = new VerificationQueue({ ...options, onSettled });
  }

  /** Deliveries under way. */
  get underWay(): number {
    return this.#deliveries.size;
  }

  /** Takes up again what was under way when the program ended. */
  async start(): Promise<void> {
    await this.#options.store.releaseClaims();
    this.wake();
  }

  /** Something may be due. Costs nothing to those who call it. */
  wake(): void {
    this.#isAgain = true;
    if (this.#isStopped || this.#running !== undefined) return;
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
      if (this.#isAgain) this.wake();
    });
  }

  /** Keeps a request until its callback has been asked, which happens later. */
  async keep(asked: Omit<Verification, 'number'>): Promise<void> {
    await this.#options.store.keepVerification(asked, this.#options.now());
    this.wake();
  }

  /** Holds back the news while `work` goes on: a folder that is being read is told of when it has been read. */
  async during<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#pauses += 1;
    try {
      return await work();
    } finally {
      this.#pauses -= 1;
      if (this.#isHeldBack) this.wake();
    }
  }

  /** Takes nothing up any more and lets what is under way end, for so long. */
  async stop(patienceMs: number): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#running;
    await Promise.all([this.#deliveries.stop(patienceMs), this.#verifications.stop(patienceMs)]);
  }

  async #run(): Promise<void> {
    // Who woke it goes first.
    await nextTurn();
    this.#isAgain = false;
    clearTimeout(this.#timer);
    if (this.#isStopped) return;
    let waitMs: number | undefined;
    try {
      const { store, now } = this.#options;
      await store.dropExpired(now());
      await this.#verifications.pump();
      waitMs = await this.#fanOut();
      await this.#deliveries.pump();
      const due = await store.nextDue();
      // What is due and was not taken up waits for a place; whoever leaves one goes on with it.
      const dueMs = due === undefined ? MAX_WAIT_MS : due - now();
      if (due !== undefined) waitMs = Math.min(waitMs ?? MAX_WAIT_MS, dueMs > 0 ? dueMs : FAN_OUT_EVERY_MS);
    } catch (error) {
      this.#options.onFault(error);
      waitMs = AFTER_FAULT_MS;
    }
    if (waitMs === undefined || this.#isStopped) return;
    this.#timer = setTimeout(() => this.wake(), Math.min(waitMs, MAX_WAIT_MS));
    this.#timer.unref();
  }

  /** Queues deliveries of the feeds that have changed. Answers how long to wait until the next time, if there is one. */
  async #fanOut(): Promise<number | undefined> {
    const { store } = this.#options;
    this.#isHeldBack = this.#pauses > 0;
    if (this.#isHeldBack) return undefined;
    const restMs = this.#fannedOutAt + FAN_OUT_EVERY_MS - performance.now();
    if (restMs > 0) return (await store.readStaleTopics(1)).length > 0 ? Math.ceil(restMs) : undefined;
    for (;;) {
      const stale = await store.readStaleTopics(TOPICS_AT_A_TIME);
      if (stale.length === 0 || this.#isStopped) return undefined;
      this.#fannedOutAt = performance.now();
      for (const topic of stale) {
        const snapshot = await this.#options.snapshotAt(topic.topic);
        const queued = await store.queueDeliveries(topic, snapshot?.etag, this.#options.now());
        if (queued > 0) void this.#deliveries.pump().catch(this.#options.onFault);
      }
      await nextTurn();
    }
  }
}
