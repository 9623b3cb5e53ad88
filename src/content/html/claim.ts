import { attribute, textOf } from './dom.ts';
import { type Facts, ownPlaces, type Place } from './facts.ts';

/** What one part of a page says, and which part, in the words that `check --explain` shows: `meta author`. */
export interface Claim {
  readonly text: string;
  readonly source: string;
}

/** All that some metas say, by the order of the names; a meta that stands several times says each. */
export const metaClaims = ({ metas }: Facts, names: readonly string[]): readonly Claim[] =>
  names.flatMap((name) => (metas.get(name) ?? []).map((text) => ({ text, source: `meta ${name}` })));

/** What elements with `itemprop` say, those beside the article left out. */
export const propertyClaims = (
  { properties }: Facts,
  property: string,
  say: (place: Place) => string = saidAt,
): readonly Claim[] =>
  ownPlaces(properties.get(property)).map((place) => ({ text: say(place), source: `itemprop ${property}` }));

/** What elements with a class of microformats say. */
export const microformatClaims = (
  { microformats }: Facts,
  name: string,
  say: (place: Place) => string = saidAt,
): readonly Claim[] =>
  ownPlaces(microformats.get(name)).map((place) => ({ text: say(place), source: `class ${name}` }));

/** What a place says to programs: its `content` or `datetime`, else its text. */
export const saidAt = ({ element }: Place): string =>
  attribute(element, 'content') || attribute(element, 'datetime') || textOf(element);

export const shownAt = ({ element }: Place): string => textOf(element);
