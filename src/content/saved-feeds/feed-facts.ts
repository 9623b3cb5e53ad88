import type { XmlElement } from './xml-elements.ts';

/** What the entries of a feed have of it when they say nothing themselves. */
export interface FeedFacts {
  readonly language?: string;
  /** Absolute; addresses are read from here. */
  readonly base?: string;
  /** The elements that name the authors of an Atom feed. */
  readonly authors: readonly XmlElement[];
}
