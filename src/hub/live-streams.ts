import { setImmediate as nextTurn } from 'node:timers/promises';
import { feedAddress } from '../feeds/addresses.ts';
import { type JournalPart, type JournalPlace, toJournalPlace } from '../model/journal.ts';
import type { Selection } from '../model/selection.ts';
import type { Site } from '../model/site.ts';
import type { Store } from '../store/store.ts';
import { type Chunk, heartbeat, LiveEvents, opening, placeMark, resetEvent } from './live-events.ts';
import { type Group, LiveGroups } from './live-groups.ts';
import { Listener, type Wire } from './live-listener.ts';
import { concerns, newsFor } from './news.ts';

export interface LiveStreamsOptions {
  readonly site: Site;
  readonly store: Pick<Store, 'journalEnd' | 'readJournal' | 'readFeed'>;
  /** How many articles a feed shows: so many follow a reset. */
  readonly items: number;
  /** Listeners at a time; 0: there are no streams. */
  readonly maxListeners: number;
  /** How often each listener gets a sign of life. */
  readonly beatMs?: number;
  /** Is told of what the store throws; listeners are sent away then, and come back. */
  readonly onFault: (error: unknown) => void;
}

/** What somebody wants to hear. */
export interface Wish {
  readonly selection: Selection;
  /** Names the selection. */
  readonly path: string;
  /** Who asks, for the cap on listeners of one address. */
  readonly asker: string;
  /** The id of the last event that was seen. */
  readonly lastEventId: string | undefined;
}

/** Proxies close what is silent for a minute, many after half of one. */
const BEAT_MS = 15_000;
/** Listeners get their signs of life in so many turns, not all at once. */
const SLOTS = 15;
/** Entries that are read at a time. */
const BATCH = 50;
/** Who is further behind than so many entries of the whole site begins anew: reading up would be dearer. */
const MAX_BEHIND = 2_000;
/** After so many listeners others get their turn. */
const LISTENERS_PER_TURN = 500;

/** Tells those who listen what changes in their selections, in the order of the journal. */
export class LiveStreams {
  readonly #options: LiveStreamsOptions;
  readonly #events: LiveEvents;
  readonly #groups = new LiveGroups();
  readonly #listeners = new Set<Listener>();
  readonly #byAsker = new Map<string, number>();
  readonly #slots = Array.from({ length: SLOTS }, () => ({ listeners: new Set<Listener>(), told: '' }));
  /** All who listen have been told of everything before it; undefined while nobody listens. */
  #place: JournalPlace | undefined;
  /** A change is on its way to the listeners. */
  #isSpreading = false;
  #running: Promise<void> | undefined;
  #isCalled = false;
  #timer: NodeJS.Timeout | undefined;
  #turn = 0;
  #isClosed = false;
  /** Listeners that were cut off for being slow, since the start. */
  dropped = 0;
  /** Events that were sent, each to one listener, since the start. */
  sent = 0;

  constructor(options: LiveStreamsOptions) {
    this.#options = options;
    this.#events = new LiveEvents(options.site);
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  get isFull(): boolean {
    return this.#isClosed || this.#listeners.size >= this.#options.maxListeners;
  }

  listenersOf(asker: string): number {
    return this.#byAsker.get(asker) ?? 0;
  }

  /** Takes a listener in. What is answered is to be called when its connection is gone. */
  open(wish: Wish, wire: Wire): () => void {
    const listener = new Listener(wire, wish.asker);
    this.#listeners.add(listener);
    this.#byAsker.set(wish.asker, this.listenersOf(wish.asker) + 1);
    this.#timer ??= setInterval(() => this.#beat(), (this.#options.beatMs ?? BEAT_MS) / SLOTS).unref();
    listener.send(opening());
    this.#join(listener, wish).catch((error: unknown) => {
      this.#options.onFault(error);
      listener.cut();
    });
    return () => this.#forget(listener, wish.path);
  }

  /** Looks for news; told after every change. */
  wake(): Promise<void> {
    this.#isCalled = true;
    this.#running ??= this.#run();
    return this.#running;
  }

  /** Sends everybody home. */
  close(): void {
    this.#isClosed = true;
    clearInterval(this.#timer);
    for (const listener of this.#listeners) listener.end();
  }

  #forget(listener: Listener, path: string): void {
    if (listener.isGone) return;
    listener.isGone = true;
    this.#listeners.delete(listener);
    const left = this.listenersOf(listener.asker) - 1;
    if (left > 0) this.#byAsker.set(listener.asker, left);
    else this.#byAsker.delete(listener.asker);
    this.#groups.remove(path, listener);
    for (const { listeners } of this.#slots) listeners.delete(listener);
    if (this.#listeners.size > 0) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #send(listener: Listener, chunk: Chunk): void {
    if (!listener.send(chunk)) this.#drop(listener);
  }

  #drop(listener: Listener): void {
    if (listener.isGone) return;
    this.dropped += 1;
    listener.cut();
  }

  /** Brings a listener to where all others are, and adds it to them. */
  async #join(listener: Listener, { selection, path, lastEventId }: Wish): Promise<void> {
    let place: JournalPlace | undefined;
    if (lastEventId === undefined) place = await this.#here();
    else place = toJournalPlace(lastEventId) ?? (await this.#reset(listener, selection));
    for (let behind = 0; !listener.isGone && !this.#isClosed && place !== this.#place; ) {
      const part = await this.#read(place, (before, after) => concerns(selection, before, after));
      if (part === undefined || behind > MAX_BEHIND) {
        behind = 0;
        place = await this.#reset(listener, selection);
      } else if (part.end === place) {
        await this.#here();
        await this.wake();
        await nextTurn();
      } else {
        behind += BATCH;
        place = part.end;
        const events = part.entries.flatMap((entry) => this.#events.eventOf(entry, newsFor(selection, entry)) ?? []);
        this.sent += events.length;
        if (events.length > 0) this.#send(listener, Buffer.concat(events));
        await listener.drained();
      }
    }
    if (listener.isGone || this.#isClosed || place === undefined) return;
    this.#send(listener, placeMark(place));
    this.#groups.add(path, selection, listener);
    this.#slots[this.#turn++ % SLOTS]?.listeners.add(listener);
  }

  /** Where those who listen are, or, when there are none, the end of the journal. */
  async #here(): Promise<JournalPlace> {
    if (this.#place !== undefined) return this.#place;
    const end = await this.#options.store.journalEnd();
    if (this.#place === undefined) {
      this.#place = end;
      // What was written while this was read has called in vain.
      void this.wake();
    }
    return this.#place;
  }

  async #reset(listener: Listener, selection: Selection): Promise<JournalPlace> {
    const { site, store, items } = this.#options;
    // In this order: what changes between the two is told twice rather than never.
    const place = await store.journalEnd();
    const feed = await store.readFeed(selection, items);
    const address = feedAddress(site, { selection, format: 'json' });
    this.#send(listener, resetEvent(site, address, feed?.articles ?? []));
    await listener.drained();
    return place;
  }

  #read(place: JournalPlace, isWanted: Parameters<Store['readJournal']>[2]): Promise<JournalPart | undefined> {
    return this.#options.store.readJournal(place, BATCH, isWanted);
  }

  async #run(): Promise<void> {
    try {
      while (this.#isCalled) {
        this.#isCalled = false;
        while (await this.#tell());
      }
    } catch (error) {
      this.#options.onFault(error);
      this.#sendAway();
    }
    this.#running = undefined;
  }

  /** Tells of the next entries; answers whether there were any. */
  async #tell(): Promise<boolean> {
    if (this.#listeners.size === 0) this.#place = undefined;
    const from = this.#place;
    if (from === undefined || this.#isClosed) return false;
    const part = await this.#read(from, (before, after) => this.#groups.touched(before, after).length > 0);
    if (part === undefined) this.#sendAway();
    if (part === undefined || part.end === from) return false;
    const news = new Map<Group, Chunk[]>();
    for (const entry of part.entries) {
      for (const group of this.#groups.touched(entry.before, entry.after)) {
        const event = this.#events.eventOf(entry, newsFor(group.selection, entry));
        if (event !== undefined) news.set(group, [...(news.get(group) ?? []), event]);
      }
    }
    // Who joins from here on is behind these entries, and gets none of them.
    this.#place = part.end;
    const posts = [...news].map(([{ listeners }, events]) => ({ listeners: [...listeners], events }));
    this.#isSpreading = true;
    for (const { listeners, events } of posts) await this.#spread(listeners, events);
    this.#isSpreading = false;
    return true;
  }

  async #spread(listeners: readonly Listener[], events: readonly Chunk[]): Promise<void> {
    const chunk = Buffer.concat(events);
    for (const [count, listener] of listeners.entries()) {
      this.#send(listener, chunk);
      if (count % LISTENERS_PER_TURN === LISTENERS_PER_TURN - 1) await nextTurn();
    }
    this.sent += events.length * listeners.length;
  }

  /** The journal does not continue where the listeners are: they come back, and each begins anew. */
  #sendAway(): void {
    this.#place = undefined;
    this.#isSpreading = false;
    for (const listener of this.#listeners) listener.end();
  }

  #beat(): void {
    this.#turn += 1;
    const slot = this.#slots[this.#turn % SLOTS];
    if (slot === undefined) return;
    // While a change is on its way, some have not got it yet: no place is named then.
    const place = this.#isSpreading || this.#place === slot.told ? undefined : this.#place;
    if (place !== undefined) slot.told = place;
    const chunk = heartbeat(place);
    for (const listener of slot.listeners) if (!listener.beat(chunk)) this.#drop(listener);
  }
}
