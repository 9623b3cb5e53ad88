import type { ShownTerms } from '../model/journal.ts';
import { ANY_CHANGE, changeKeys, type Selection } from '../model/selection.ts';
import type { Listener } from './live-listener.ts';
import { concerns } from './news.ts';

/** Those who listen to one selection. */
export interface Group {
  readonly selection: Selection;
  readonly listeners: Set<Listener>;
}

/** The selections that are listened to, found by the terms of what changed: most changes concern few of them. */
export class LiveGroups {
  readonly #byPath = new Map<string, Group>();
  readonly #byKey = new Map<string, Set<Group>>();

  /** `path` names the selection. */
  add(path: string, selection: Selection, listener: Listener): void {
    const known = this.#byPath.get(path);
    if (known !== undefined) {
      known.listeners.add(listener);
      return;
    }
    const group: Group = { selection, listeners: new Set([listener]) };
    this.#byPath.set(path, group);
    for (const key of changeKeys(selection)) {
      const beside = this.#byKey.get(key);
      if (beside === undefined) this.#byKey.set(key, new Set([group]));
      else beside.add(group);
    }
  }

  remove(path: string, listener: Listener): void {
    const group = this.#byPath.get(path);
    if (group === undefined) return;
    group.listeners.delete(listener);
    if (group.listeners.size > 0) return;
    this.#byPath.delete(path);
    for (const key of changeKeys(group.selection)) {
      const beside = this.#byKey.get(key);
      beside?.delete(group);
      if (beside?.size === 0) this.#byKey.delete(key);
    }
  }

  /** The groups to whom an entry with these terms can be news. */
  touched(before: ShownTerms, after: ShownTerms): readonly Group[] {
    const near = new Set<Group>();
    for (const key of [ANY_CHANGE, ...(before ?? []), ...(after ?? [])]) {
      for (const group of this.#byKey.get(key) ?? []) near.add(group);
    }
    return [...near].filter(({ selection }) => concerns(selection, before, after));
  }
}
