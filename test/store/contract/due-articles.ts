import { describe, expect, test } from 'vitest';
import type { Change } from '../../../src/model/changes.ts';
import type { OpenStore } from '../contract.ts';
import { at, changedAtOf, feedOf, made, NOW, namesIn, readAll, removed, termNamed } from '../made-articles.ts';

const NOON = '2026-05-01T12:00:00Z';
const EVENING = '2026-05-01T18:00:00Z';
const TOMORROW = '2026-05-02T12:00:00Z';

const shown = made('shown', { tags: ['Known'] });
const evening = made('evening', { tags: ['Known', 'Fresh'], on: EVENING });
const tomorrow = made('tomorrow', { tags: ['Later'], on: TOMORROW });

/** Articles that wait for their time. */
export function describeDueArticles(open: OpenStore): void {
  describe('an article of the future', () => {
    test('is nowhere to be seen', async () => {
      const store = open();
      const { change } = await store.applyChanges(readAll(shown, evening), at(NOON));
      expect(change?.terms).toEqual(['tag:known']);
      expect(await namesIn(store, '*')).toEqual(['shown']);
      expect(await namesIn(store, 'known')).toEqual(['shown']);
      expect(await namesIn(store, '-known')).toEqual([]);
      expect(await namesIn(store, 'fresh')).toBeUndefined();
      expect(await store.readTerms('tag')).toEqual([{ ...termNamed('tag', 'Known'), count: 1 }]);
      expect(await store.readArticle(evening.slug)).toBeUndefined();
      expect(await store.countArticles()).toBe(1);
    });

    test('is not news', async () => {
      const store = open();
      await store.applyChanges(readAll(shown), at(NOON));
      const heard: Change[] = [];
      store.onChange((change) => heard.push(change));
      const respelled = made('evening', { tags: ['KNOWN', 'FRESH'], on: EVENING });
      const edited = { ...evening, title: 'Other' };
      for (const changes of [readAll(evening), readAll(respelled), readAll(edited), [removed('evening.md')]]) {
        expect((await store.applyChanges(changes, at(NOON))).change).toBeUndefined();
        expect(await namesIn(store, 'fresh')).toBeUndefined();
      }
      expect(heard).toEqual([]);
      expect(await store.nextDue()).toBeUndefined();
    });

    test('of this very millisecond is shown', async () => {
      const store = open();
      await store.applyChanges(readAll(made('now', { on: NOON })), at(NOON));
      expect(await namesIn(store, '*')).toEqual(['now']);
    });

    test('is due at its time, the earliest first', async () => {
      const store = open();
      expect(await store.nextDue()).toBeUndefined();
      await store.applyChanges(readAll(shown), at(NOON));
      expect(await store.nextDue()).toBeUndefined();
      await store.applyChanges(readAll(tomorrow, evening), at(NOON));
      expect(await store.nextDue()).toBe(at(EVENING));
      expect(await store.publishDue(at('2026-05-01T17:59:59.999Z'))).toBeUndefined();
      expect(await namesIn(store, '*')).toEqual(['shown']);
      expect(await store.publishDue(at(EVENING))).toBeDefined();
      expect(await store.nextDue()).toBe(at(TOMORROW));
      expect(await namesIn(store, '*')).toEqual(['evening', 'shown']);
      await store.publishDue(at(TOMORROW));
      expect(await store.nextDue()).toBeUndefined();
      expect(await namesIn(store, '*')).toEqual(['tomorrow', 'evening', 'shown']);
    });

    test('is news in all its terms when its time comes', async () => {
      const store = open();
      await store.applyChanges(readAll(shown, evening, tomorrow), at(NOON));
      const heard: Change[] = [];
      store.onChange((change) => heard.push(change));
      const change = await store.publishDue(at('2026-05-01T18:00:01.500Z'));
      expect(change).toEqual({ terms: ['tag:fresh', 'tag:known'], changedAt: at('2026-05-01T18:00:01Z') });
      expect(heard).toEqual([change]);
      expect(await changedAtOf(store, 'fresh')).toBe('2026-05-01T18:00:01.000Z');
      expect((await feedOf(store, 'fresh')).articles).toStrictEqual([evening]);
      expect(await store.readArticle(evening.slug)).toStrictEqual(evening);
      expect(await store.countArticles()).toBe(2);
    });

    test('several at once are one piece of news', async () => {
      const store = open();
      await store.applyChanges(readAll(evening, tomorrow), at(NOON));
      expect((await store.publishDue(at('2026-06-01T00:00:00Z')))?.terms).toEqual([
        'tag:fresh',
        'tag:known',
        'tag:later',
      ]);
      expect(await store.publishDue(at('2026-06-01T00:00:00Z'))).toBeUndefined();
    });

    test('counts for the label of its terms only when it is shown', async () => {
      const store = open();
      const spelled = made('spelled', { tags: ['Syria', 'Beside'] });
      const loud = ['one', 'two'].map((name) => made(name, { tags: ['SYRIA'], on: EVENING }));
      await store.applyChanges(readAll(spelled, ...loud), at(NOON));
      expect((await feedOf(store, 'syria')).labels.get('tag:syria')).toBe('Syria');
      expect((await store.publishDue(at(EVENING)))?.terms).toEqual(['tag:beside', 'tag:syria']);
      expect((await feedOf(store, 'syria')).labels.get('tag:syria')).toBe('SYRIA');
    });

    test('is shown by a write after its time too', async () => {
      const store = open();
      await store.applyChanges(readAll(evening), at(NOON));
      const { change } = await store.applyChanges(readAll(evening), at(EVENING));
      expect(change?.terms).toEqual(['tag:fresh', 'tag:known']);
      expect(await namesIn(store, 'fresh')).toEqual(['evening']);
      expect(await store.nextDue()).toBeUndefined();
    });

    test('was shown before it was dated: it goes, and its terms are news', async () => {
      const store = open();
      await store.applyChanges(readAll(shown, made('other', { tags: ['Other'] })), NOW);
      const { change } = await store.applyChanges(readAll(made('shown', { tags: ['Known'], on: TOMORROW })), NOW);
      expect(change?.terms).toEqual(['tag:known']);
      expect(await namesIn(store, 'known')).toEqual([]);
      expect(await store.nextDue()).toBe(at(TOMORROW));
      await store.publishDue(at(TOMORROW));
      expect(await namesIn(store, 'known')).toEqual(['shown']);
    });
  });
}
