import type { Instant } from '../model/instant.ts';
import type { PushProtocol, Verification } from '../model/push.ts';
import type { PushStore } from '../store/push-store.ts';
import { toInstant } from '../time/instant.ts';
import { readCallback } from './callback.ts';
import type { Protocol, Verdict } from './protocol.ts';

export interface VerificationQueueOptions {
  readonly store: Pick<PushStore, 'claimVerifications' | 'postponeVerification' | 'confirm' | 'dismiss'>;
  readonly protocols: Readonly<Partial<Record<PushProtocol, Protocol>>>;
  readonly now: () => Instant;
  /** How often a minute callbacks of one host are asked; 0 is without limit. */
  readonly perMinute: (host: string) => number;
  /** Is called after something was written down. */
  readonly onSettled: () => void;
  readonly onFault: (error: unknown) => void;
}

/** Callbacks that are asked at a time. */
const MAX_UNDER_WAY = 32;
const MINUTE_MS = 60_000;

/**
 * Asks callbacks whether they want what was asked for in their name, and does it when they do. No host is asked more
 * often than some times a minute: who sends us requests cannot make us a burden to others.
 */
export class VerificationQueue {
  readonly #options: VerificationQueueOptions;
  readonly #underWay = new Set<Promise<void>>();
  /** How often each host was asked since `#since`. */
  readonly #asked = new Map<string, number>();
  #since: Instant | undefined;
  #isStopped = false;

  constructor(options: VerificationQueueOptions) {
    this.#options = options;
  }

  /** Takes up what is due, as far as there are places. */
  async pump(): Promise<void> {
    const { store, now, onFault } = this.#options;
    while (!this.#isStopped && this.#underWay.size < MAX_UNDER_WAY) {
      const found = await store.claimVerifications(now(), MAX_UNDER_WAY - this.#underWay.size);
      if (found.length === 0) return;
      for (const verification of found) {
        const laterAt = this.#turn(verification.host);
        if (laterAt !== undefined) {
          await store.postponeVerification(verification.number, laterAt);
          continue;
        }
        const work = this.#verify(verification)
          .catch(onFault)
          .then(() => {
            this.#underWay.delete(work);
            if (!this.#isStopped) this.#options.onSettled();
          });
        this.#underWay.add(work);
      }
    }
  }

  /** Takes nothing up any more, and waits for what is under way, but not longer than `patienceMs`. */
  async stop(patienceMs: number): Promise<void> {
    this.#isStopped = true;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, patienceMs);
    });
    await Promise.race([Promise.all(this.#underWay), late]);
    clearTimeout(timer);
  }

  /** Counts one more question to a host; answers when its turn is, unless that is now. */
  #turn(host: string): Instant | undefined {
    const { now, perMinute } = this.#options;
    const at = now();
    if (this.#since === undefined || at < this.#since || at - this.#since >= MINUTE_MS) {
      this.#since = at;
      this.#asked.clear();
    }
    const limit = perMinute(host);
    const count = this.#asked.get(host) ?? 0;
    if (limit > 0 && count >= limit) return toInstant(this.#since + MINUTE_MS);
    this.#asked.set(host, count + 1);
    return undefined;
  }

  async #verify(verification: Verification): Promise<void> {
    const { store, now } = this.#options;
    const started = performance.now();
    const verdict = await this.#verdictOn(verification);
    if (verdict.kind === 'meant') {
      await store.confirm(verification, now(), verdict);
      return;
    }
    const status = verdict.kind === 'not meant' ? verdict.status : undefined;
    await store.dismiss(verification, {
      at: now(),
      what: verdict.kind === 'denied' ? 'denied' : 'not verified',
      status,
      detail: `${verification.mode}: ${verdict.reason}`,
      tookMs: Math.round(performance.now() - started),
    });
  }

  async #verdictOn(verification: Verification): Promise<Verdict> {
    const callback = readCallback(verification.callback);
    const verify = this.#options.protocols[verification.protocol]?.verify;
    if ('problem' in callback) return { kind: 'not meant', reason: callback.problem };
    if (verify === undefined) return { kind: 'not meant', reason: 'it is switched off in the settings' };
    return verify(verification, callback);
  }
}
