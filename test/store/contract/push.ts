import { describe, expect, test } from 'vitest';
import type { Instant } from '../../../src/model/instant.ts';
import type { Delivery, DeliveryEnd, Verification } from '../../../src/model/push.ts';
import type { Store } from '../../../src/store/store.ts';
import type { OpenStore } from '../contract.ts';
import { at, made, NOW, readAll, removed } from '../made-articles.ts';

const HOUR_MS = 3_600_000;
const plus = (ms: number): Instant => at(new Date(NOW + ms).toISOString());

const asked = (wishes: Partial<Verification> = {}): Omit<Verification, 'number'> => ({
  protocol: 'websub',
  mode: 'subscribe',
  topic: 'tags/a.rss',
  callback: 'https://reader.example/cb?a=%20',
  host: 'reader.example',
  secret: undefined,
  leaseSeconds: 3_600,
  reason: '',
  ...wishes,
});

async function subscribe(store: Store, wishes: Partial<Verification> = {}, etag = '"old"', now = NOW): Promise<void> {
  await store.push.keepVerification(asked(wishes), now);
  for (const verification of await store.push.claimVerifications(now, 10)) {
    await store.push.confirm(verification, now, { etag });
  }
}

/** Queues what has changed, each topic with this ETag, as the hub does. Answers the topics. */
async function fanOut(store: Store, etag: string | undefined, now = NOW): Promise<readonly string[]> {
  const stale = await store.push.readStaleTopics(100);
  for (const topic of stale) await store.push.queueDeliveries(topic, etag, now);
  return stale.map(({ topic }) => topic);
}

const claim = (store: Store, now = NOW, busy: readonly string[] = []): Promise<readonly Delivery[]> =>
  store.push.claimDeliveries(now, 100, busy);

const settle = (store: Store, delivery: Delivery | undefined, end: DeliveryEnd, now = NOW): Promise<boolean> => {
  if (delivery === undefined) throw new Error('there is no delivery');
  return store.push.settleDeliveries([{ delivery, end, at: now, tookMs: 5 }]);
};

const whatHappened = async (store: Store): Promise<readonly string[]> =>
  (await store.push.readEvents(100)).map(({ what }) => what).reverse();

async function siteOf(open: OpenStore): Promise<Store> {
  const store = open();
  await store.applyChanges(readAll(made('one', { tags: ['A', 'B'] }), made('two', { tags: ['C'] })), NOW);
  return store;
}

/** Changes the article that bears A and B. */
const change = (store: Store, title: string, now = NOW) =>
  store.applyChanges(readAll(made('one', { tags: ['A', 'B'], title })), now);

/** Subscriptions, and what is to be sent to them. */
export function describePush(open: OpenStore): void {
  describe('a request to subscribe', () => {
    test('changes nothing until it is confirmed, and then is kept as it was asked', async () => {
      const store = await siteOf(open);
      await store.push.keepVerification(asked({ secret: 'ä', leaseSeconds: 60 }), NOW);
      expect(await store.push.readSubscriptions(10)).toEqual([]);
      const [verification] = await store.push.claimVerifications(NOW, 10);
      if (verification === undefined) throw new Error('nothing to verify');
      await store.push.confirm(verification, plus(500), { etag: '"seen"', cursor: 'x' });
      expect(await store.push.readSubscriptions(10)).toEqual([
        {
          number: expect.any(Number),
          protocol: 'websub',
          topic: 'tags/a.rss',
          callback: 'https://reader.example/cb?a=%20',
          host: 'reader.example',
          secret: 'ä',
          leaseUntil: plus(60_500),
          subscribedAt: plus(500),
          sentEtag: '"seen"',
          cursor: 'x',
          isPending: false,
          failures: 0,
          dueAt: undefined,
        },
      ]);
      expect(await whatHappened(store)).toEqual(['subscribed']);
    });

    test('is taken up once, and again after a restart', async () => {
      const store = await siteOf(open);
      await store.push.keepVerification(asked(), NOW);
      expect(await store.push.claimVerifications(NOW, 10)).toHaveLength(1);
      expect(await store.push.claimVerifications(NOW, 10)).toEqual([]);
      await store.push.releaseClaims();
      expect(await store.push.claimVerifications(NOW, 10)).toHaveLength(1);
    });

    test('that waits is replaced by a later one of the same topic and callback, and by no other', async () => {
      const store = await siteOf(open);
      await store.push.keepVerification(asked({ secret: 'one' }), NOW);
      await store.push.keepVerification(asked({ secret: 'two' }), NOW);
      await store.push.keepVerification(asked({ topic: 'tags/b.rss' }), NOW);
      await store.push.keepVerification(asked({ callback: 'https://reader.example/cb?a=+' }), NOW);
      const claimed = await store.push.claimVerifications(NOW, 10);
      expect(claimed.map(({ topic, secret }) => [topic, secret])).toEqual([
        ['tags/a.rss', 'two'],
        ['tags/b.rss', undefined],
        ['tags/a.rss', undefined],
      ]);
    });

    test('waits while an earlier one of the same topic and callback is under way', async () => {
      const store = await siteOf(open);
      await store.push.keepVerification(asked(), NOW);
      const [first] = await store.push.claimVerifications(NOW, 10);
      await store.push.keepVerification(asked({ mode: 'unsubscribe' }), NOW);
      expect(await store.push.claimVerifications(NOW, 10)).toEqual([]);
      if (first === undefined) throw new Error('nothing to verify');
      await store.push.confirm(first, NOW, { etag: '"x"' });
      const [second] = await store.push.claimVerifications(NOW, 10);
      expect(second?.mode).toBe('unsubscribe');
      if (second === undefined) throw new Error('nothing to verify');
      await store.push.confirm(second, NOW);
      expect(await store.push.readSubscriptions(10)).toEqual([]);
      expect(await whatHappened(store)).toEqual(['subscribed', 'unsubscribed']);
    });

    test('that is dismissed leaves a word and nothing else', async () => {
      const store = await siteOf(open);
      await subscribe(store, { secret: 'kept' });
      await store.push.keepVerification(asked({ secret: 'forged' }), NOW);
      const [verification] = await store.push.claimVerifications(NOW, 10);
      if (verification === undefined) throw new Error('nothing to verify');
      const event = { at: NOW, status: 404, detail: 'no', tookMs: 3 };
      await store.push.dismiss(verification, { ...event, what: 'not verified' });
      expect((await store.push.readSubscriptions(10)).map(({ secret }) => secret)).toEqual(['kept']);
      const { callback, topic, protocol } = verification;
      const [last] = await store.push.readEvents(1);
      expect(last).toEqual({ ...event, what: 'not verified', callback, topic, protocol });
    });

    test('that renews takes the new secret and lease, drops the old ones, and keeps what was sent', async () => {
      const store = await siteOf(open);
      await subscribe(store, { secret: 'old' }, '"first"');
      await subscribe(store, { secret: undefined, leaseSeconds: 7_200 }, '"second"', plus(1_000));
      const all = await store.push.readSubscriptions(10);
      expect(all.map(({ secret, leaseUntil, sentEtag }) => [secret, leaseUntil, sentEtag])).toEqual([
        [undefined, plus(1_000 + 2 * HOUR_MS), '"first"'],
      ]);
      expect(await whatHappened(store)).toEqual(['subscribed', 'renewed']);
    });

    test('is counted, in all and by host', async () => {
      const store = await siteOf(open);
      await subscribe(store);
      await subscribe(store, { topic: 'tags/b.rss' });
      await subscribe(store, { callback: 'https://other.example/', host: 'other.example' });
      await store.push.keepVerification(asked({ topic: 'tags/c.rss' }), NOW);
      expect(await store.push.readLoad(asked())).toEqual({
        isRenewal: true,
        subscriptions: 3,
        subscriptionsOfHost: 2,
        verificationsOfHost: 1,
      });
    });
  });

  describe('a lease', () => {
    test('ends the subscription, and nothing is sent after it', async () => {
      const store = await siteOf(open);
      await subscribe(store);
      await fanOut(store, '"old"');
      await change(store, 'New');
      await fanOut(store, '"new"');
      expect(await claim(store, plus(HOUR_MS))).toEqual([]);
      expect(await store.push.dropExpired(plus(HOUR_MS - 1))).toBe(0);
      expect(await store.push.dropExpired(plus(HOUR_MS))).toBe(1);
      expect(await store.push.readSubscriptions(10)).toEqual([]);
      expect(await whatHappened(store)).toEqual(['subscribed', 'expired']);
    });

    test('that is over makes a renewal a new subscription', async () => {
      const store = await siteOf(open);
      await subscribe(store, {}, '"first"');
      await subscribe(store, {}, '"second"', plus(2 * HOUR_MS));
      expect((await store.push.readSubscriptions(10)).map(({ sentEtag }) => sentEtag)).toEqual(['"second"']);
    });
  });

  describe('a change', () => {
    test.each([
      ['its own tag', 'tags/a.rss', true],
      ['another format', 'tags/b.json', true],
      ['everything', 'feed.atom', true],
      ['a tag of another article', 'tags/c.rss', false],
      ['one of two tags', 'tags/b,c.rss', true],
      ['both of two tags', 'tags/a+c.rss', true],
      ['a tag without another', 'tags/c+-a.rss', true],
      ['all without a tag', 'tags/-c.rss', true],
      ['tags that it does not touch', 'tags/c+d.rss', false],
    ])('wakes the subscribers of what it may change: %s', async (_name, topic, isWoken) => {
      const store = await siteOf(open);
      await subscribe(store, { topic });
      await fanOut(store, '"old"');
      await change(store, 'New');
      expect(await fanOut(store, '"new"')).toEqual(isWoken ? [topic] : []);
      expect(await claim(store)).toHaveLength(isWoken ? 1 : 0);
    });

    test.each([
      ['an article that came', (store: Store) => store.applyChanges(readAll(made('new', { tags: ['A'] })), NOW)],
      ['an article that went', (store: Store) => store.applyChanges([removed('one.md')], NOW)],
      ['an article whose time has come', (store: Store) => store.publishDue(plus(2 * HOUR_MS))],
      ['a tombstone that is dropped', (store: Store) => store.dropTombstones(plus(31 * 24 * HOUR_MS))],
    ])('of every kind is written down with it: %s', async (_name, work) => {
      const store = await siteOf(open);
      const later = made('later', { tags: ['A'], on: new Date(NOW + HOUR_MS).toISOString() });
      await store.applyChanges(readAll(later, made('gone', { tags: ['A'] })), NOW);
      await store.applyChanges([removed('gone.md')], NOW);
      await subscribe(store);
      await fanOut(store, '"old"');
      await work(store);
      expect(await fanOut(store, '"new"')).toEqual(['tags/a.rss']);
    });

    test('that leaves the bytes as they were sends nothing', async () => {
      const store = await siteOf(open);
      await subscribe(store, {}, '"same"');
      await change(store, 'New');
      await fanOut(store, '"same"');
      expect(await claim(store)).toEqual([]);
      expect(await store.push.readStaleTopics(10)).toEqual([]);
    });

    test('between the look at a feed and its queue is not lost', async () => {
      const store = await siteOf(open);
      await subscribe(store);
      await fanOut(store, '"old"');
      await change(store, 'New');
      const [seen] = await store.push.readStaleTopics(10);
      if (seen === undefined) throw new Error('nothing changed');
      await change(store, 'Newer');
      await store.push.queueDeliveries(seen, '"new"', NOW);
      expect(await fanOut(store, '"newer"')).toEqual(['tags/a.rss']);
    });

    test('before the request is confirmed is found by the look that follows', async () => {
      const store = await siteOf(open);
      await store.push.keepVerification(asked(), NOW);
      const [verification] = await store.push.claimVerifications(NOW, 1);
      await change(store, 'New');
      if (verification === undefined) throw new Error('nothing to verify');
      await store.push.confirm(verification, NOW, { etag: '"before"' });
      expect(await fanOut(store, '"after"')).toEqual(['tags/a.rss']);
      expect(await claim(store)).toHaveLength(1);
    });

    test('of a topic that everybody has left meanwhile queues nothing', async () => {
      const store = await siteOf(open);
      await subscribe(store);
      await change(store, 'New');
      const [stale] = await store.push.readStaleTopics(1);
      await subscribe(store, { mode: 'unsubscribe' });
      if (stale === undefined) throw new Error('nothing changed');
      expect(await store.push.queueDeliveries(stale, '"new"', NOW)).toBe(0);
      await change(store, 'Newer');
      expect(await store.push.readStaleTopics(1)).toEqual([]);
    });

    test('that fails as a whole pushes nothing', async () => {
      const store = await siteOf(open);
      await subscribe(store);
      await fanOut(store, '"old"');
      const broken = {
        ...made('broken', { tags: ['A'] }),
        get language(): string {
          throw new Error('this article cannot be written');
        },
      };
      const first = readAll(made('one', { tags: ['A'], title: 'New' }))[0];
      const second = readAll(made('broken'))[0];
      if (first?.kind !== 'read' || second?.kind !== 'read') throw new Error('no files');
      await expect(store.applyChanges([first, { ...second, articles: [broken] }], NOW)).rejects.toThrow();
      expect(await store.push.readStaleTopics(10)).toEqual([]);
    });
  });

  describe('a delivery', () => {
    /** A store with one subscriber of A, who lacks the state `"new"`. */
    async function waiting(): Promise<Store> {
      const store = await siteOf(open);
      await subscribe(store);
      await fanOut(store, '"old"');
      await change(store, 'New');
      await fanOut(store, '"new"');
      return store;
    }

    test('is taken up once, and again after a restart', async () => {
      const store = await waiting();
      const [first] = await claim(store);
      expect(first).toMatchObject({ version: 1, failures: 0, subscription: { sentEtag: '"old"' } });
      expect(await claim(store)).toEqual([]);
      await store.push.releaseClaims();
      expect(await claim(store)).toEqual([first]);
    });

    test('that is done is over, and the same state is not sent again', async () => {
      const store = await waiting();
      const [delivery] = await claim(store);
      await settle(store, delivery, { kind: 'done', status: 204, etag: '"new"', cursor: 'here' });
      expect(await store.push.countPush()).toMatchObject({ pending: 0, failing: 0 });
      const [subscription] = await store.push.readSubscriptions(1);
      expect(subscription).toMatchObject({ sentEtag: '"new"', cursor: 'here', isPending: false });
      await change(store, 'Newer');
      await fanOut(store, '"new"');
      expect(await claim(store)).toEqual([]);
    });

    test('is replaced by a newer state, and not doubled', async () => {
      const store = await waiting();
      await change(store, 'Newer');
      await fanOut(store, '"newer"');
      const claimed = await claim(store);
      expect(claimed.map(({ version }) => version)).toEqual([2]);
      await settle(store, claimed[0], { kind: 'done', status: 200, etag: '"newer"' });
      expect(await claim(store)).toEqual([]);
    });

    test('whose feed changes while it is under way stays, and is due at once', async () => {
      const store = await waiting();
      const [delivery] = await claim(store);
      await change(store, 'Newer');
      await fanOut(store, '"newer"');
      expect(await claim(store)).toEqual([]);
      expect(await settle(store, delivery, { kind: 'done', status: 200, etag: '"new"' })).toBe(true);
      const [again] = await claim(store);
      expect(await settle(store, again, { kind: 'done', status: 200, etag: '"newer"' })).toBe(false);
      expect(await claim(store)).toEqual([]);
    });

    test('that failed waits for its time, keeps it when the feed changes, and remembers since when it fails', async () => {
      const store = await waiting();
      const [delivery] = await claim(store);
      await settle(store, delivery, { kind: 'failed', status: 500, reason: 'no', dueAt: plus(60_000) });
      await change(store, 'Newer');
      await fanOut(store, '"newer"', plus(1_000));
      expect(await claim(store, plus(59_999))).toEqual([]);
      expect(await store.push.nextDue()).toBe(plus(60_000));
      const [again] = await claim(store, plus(60_000));
      expect(again).toMatchObject({ failures: 1, failingSince: NOW });
      await settle(store, again, { kind: 'failed', reason: 'no', dueAt: plus(180_000) }, plus(60_000));
      expect((await claim(store, plus(180_000)))[0]).toMatchObject({ failures: 2, failingSince: NOW });
    });

    test('that waits longer than any does is due: the clock went back', async () => {
      const store = await waiting();
      const [delivery] = await claim(store);
      await settle(store, delivery, { kind: 'failed', reason: 'no', dueAt: plus(60_000) });
      expect(await claim(store, plus(-24 * HOUR_MS))).toHaveLength(1);
    });

    test('that is given up ends, and the subscription hears of the next change', async () => {
      const store = await waiting();
      const [delivery] = await claim(store);
      await settle(store, delivery, { kind: 'given up', status: 500, reason: 'a day is over' });
      expect(await claim(store, plus(HOUR_MS / 2))).toEqual([]);
      await change(store, 'Newer');
      await fanOut(store, '"newer"');
      expect((await claim(store))[0]).toMatchObject({ failures: 0, failingSince: undefined });
    });

    test('to who is gone ends the subscription', async () => {
      const store = await waiting();
      const [delivery] = await claim(store);
      await settle(store, delivery, { kind: 'ended', status: 410, reason: 'gone' });
      expect(await store.push.readSubscriptions(10)).toEqual([]);
      expect(await store.push.countPush()).toMatchObject({ pending: 0 });
      expect(await whatHappened(store)).toEqual(['subscribed', 'ended']);
    });

    test('is not taken up for a host that is busy', async () => {
      const store = await waiting();
      expect(await claim(store, NOW, ['other.example', 'reader.example'])).toEqual([]);
      expect(await claim(store, NOW, ['other.example'])).toHaveLength(1);
    });

    test('to who has unsubscribed meanwhile is settled to nothing', async () => {
      const store = await waiting();
      const [delivery] = await claim(store);
      await subscribe(store, { mode: 'unsubscribe' });
      await settle(store, delivery, { kind: 'failed', reason: 'no', dueAt: NOW });
      expect(await claim(store, plus(1))).toEqual([]);
      expect(await store.push.countPush()).toEqual({ subscriptions: {}, pending: 0, failing: 0, verifications: 0 });
    });
  });

  describe('what the settings name', () => {
    const hook = { topic: 'tags/a.json', callback: 'http://inside/hook', host: 'inside', secret: 's' };

    test('is there from the start, for ever, and gone with its setting', async () => {
      const store = await siteOf(open);
      await subscribe(store);
      await store.push.keepStanding('webhook', [hook, { ...hook, topic: 'feed.json' }], NOW);
      await store.push.keepStanding('webhook', [{ ...hook, secret: 't' }], plus(1_000));
      const standing = (await store.push.readSubscriptions(10)).filter(({ protocol }) => protocol === 'webhook');
      expect(standing).toEqual([expect.objectContaining({ ...hook, secret: 't', leaseUntil: undefined })]);
      await store.push.keepStanding('webhook', [], NOW);
      expect((await store.push.countPush()).subscriptions).toEqual({ websub: 1 });
    });

    test('another hub is told of every term that changes, once for many changes', async () => {
      const store = await siteOf(open);
      const hub = { topic: 'feed.rss', callback: 'https://hub.example/', host: 'hub.example', secret: undefined };
      await store.push.keepStanding('ping', [hub], NOW);
      await fanOut(store, '"x"');
      expect(await claim(store)).toEqual([]);
      await change(store, 'New');
      await change(store, 'Newer');
      const [delivery, ...others] = await claim(store);
      expect(others).toEqual([]);
      const number = delivery?.subscription.number ?? 0;
      const pings = await store.push.readPings(number, 10);
      expect(pings.map(({ key }) => key)).toEqual(['*', 'tag:a', 'tag:b']);
      await store.applyChanges(readAll(made('three', { tags: ['B'] })), NOW);
      await store.push.dropPings(number, pings);
      expect((await store.push.readPings(number, 10)).map(({ key }) => key)).toEqual(['*', 'tag:b']);
    });
  });

  test('a subscription can be ended from outside', async () => {
    const store = await siteOf(open);
    await subscribe(store);
    const [{ number } = { number: 0 }] = await store.push.readSubscriptions(1);
    expect(await store.push.endSubscription(number, NOW, 'by hand')).toBe(true);
    expect(await store.push.endSubscription(number, NOW, 'by hand')).toBe(false);
    expect(await store.push.readSubscriptions(10)).toEqual([]);
  });

  test('nothing is due when nobody subscribes', async () => {
    const store = await siteOf(open);
    await change(store, 'New');
    expect(await store.push.nextDue()).toBeUndefined();
  });
}
