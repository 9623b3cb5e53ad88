import type { FoundAuthor } from '../draft.ts';
import { namesOfByline } from '../page/byline.ts';
import type { ArticleData } from './article-data.ts';
import { type Claim, metaClaims, shownAt } from './claim.ts';
import { attribute, elementsIn, plainText, textOf } from './dom.ts';
import { type Facts, linkTexts, ownPlaces, type Place } from './facts.ts';
import { nodeOf, textIn } from './json-ld.ts';
import { folded } from './titles.ts';

const METAS = `author article:author_name parsely-author sailthru.author byl dc.creator dcterms.creator dc.contributor
  citation_author article:author cxenseparse:author og:article:author og:author twitter:creator_name byline creator
  web_author`.split(/\s+/);

interface Person extends Claim {
  readonly url?: string;
}

type AuthorClaim = Omit<FoundAuthor, 'line'>;

/**
 * The authors of a page by the first source that names a person; the site itself, a firm or an office counts only where
 * no source names a person, nor what is shown in the text. Addresses, roles and the word `By` are no part of a name.
 */
export function authorClaims(
  facts: Facts,
  data: ArticleData,
  siteNames: readonly string[],
  shown: () => readonly AuthorClaim[],
): readonly AuthorClaim[] {
  const sources: readonly (() => readonly Person[])[] = [
    () => dataAuthors(data),
    ...METAS.map((name) => () => metaClaims(facts, [name]).filter(({ text }) => !isHandle(text))),
    () => propertyAuthors(facts),
    () => microformatAuthors(facts),
    () => relatedAuthors(facts),
    () => shownAuthors(facts),
  ];
  const sites = new Set(siteNames.map(folded));
  let office: readonly AuthorClaim[] = [];
  for (const take of sources) {
    const people = distinct(take().flatMap(namesIn));
    const persons = people.filter(({ name }) => !sites.has(folded(name)) && !OFFICE.test(name));
    if (persons.length > 0) return persons.slice(0, MAX_AUTHORS);
    if (office.length === 0) office = people;
  }
  const persons = shown();
  return persons.length > 0 ? persons : office.slice(0, MAX_AUTHORS);
}

const MAX_AUTHORS = 20;
/** `mikecason` is what a program calls a person. */
const isHandle = (text: string): boolean => /^[a-z\d_.-]+$/.test(text);
/** Who signs in place of a person. */
const OFFICE =
  /\b(?:newsroom|news ?desk|editors?|editorial|staff|agency|agencies|press|admin|administrator|webmaster|redaktion|redaction|rédaction|redacción|redação|redazione|redakcja|team|reuters|afp|ap|dpa|editor[ia]|desk|correspondents?|web ?desk|inc|llc|ltd|gmbh|corp(?:oration)?|media|news|condé nast|group|publish(?:ing|ers?))\b|редакция|編集部|통신|뉴스|新闻|新聞/iu;

function dataAuthors({ node, graph }: ArticleData): readonly Person[] {
  const given = node?.author ?? node?.creator;
  const source = node?.author === undefined ? 'JSON-LD creator' : 'JSON-LD author';
  const list = Array.isArray(given) ? given.flat() : [given];
  return list.flatMap((one): readonly Person[] => {
    const person = nodeOf(one, graph);
    const text = person === undefined ? textIn(one) : textIn(person.name);
    const url = person === undefined ? undefined : textIn(person.url);
    return text === undefined ? [] : [{ text, source, ...(url !== undefined && isAddress(url) ? { url } : {}) }];
  });
}

function propertyAuthors(facts: Facts): readonly Person[] {
  return ownPlaces(facts.properties.get('author')).map(({ element }) => {
    const [name] = elementsIn(element, (inner) => attribute(inner, 'itemprop') === 'name');
    return personAt(name ?? element, 'itemprop author', element);
  });
}

function microformatAuthors(facts: Facts): readonly Person[] {
  const places = facts.microformats.get('p-author') ?? [];
  const cards = places.length > 0 ? places : vcards(facts);
  return cards.map(({ element }) => {
    const [name] = elementsIn(element, (inner) => /(?:^|\s)(?:p-name|fn)(?:\s|$)/.test(attribute(inner, 'class')));
    return personAt(name ?? element, 'class p-author', element);
  });
}

/** The author's card of older microformats, as WordPress themes write it. */
const vcards = ({ bylines }: Facts): readonly Place[] =>
  bylines.filter(({ element, isBeside }) => !isBeside && /(?:^|\s)vcard(?:\s|$)/.test(attribute(element, 'class')));

function personAt(name: Place['element'], source: string, around: Place['element']): Person {
  const text = attribute(name, 'content') || textOf(name);
  const [link] = [name, around, ...elementsIn(around, ({ localName }) => localName === 'a')].filter(
    (one) => one.localName === 'a' && attribute(one, 'href') !== '',
  );
  return { text, source, ...(link === undefined ? {} : { url: attribute(link, 'href') }) };
}

/** Those beside each other: further ones are of other articles. */
function relatedAuthors(facts: Facts): readonly Person[] {
  const [first, ...others] = ownPlaces(facts.relations.get('author')).filter((place) => shownAt(place) !== '');
  if (first === undefined) return [];
  const beside = others.filter(({ element }) => element.parentElement === first.element.parentElement);
  return [first, ...beside].map(({ element }) => personAt(element, 'rel author', element));
}

/** The byline that the page shows: a place that says `By`, or the links of one that is called after authors. */
function shownAuthors(facts: Facts): readonly Person[] {
  const places = ownPlaces(facts.bylines).filter((place) => {
    const text = shownAt(place);
    return text !== '' && text.length <= MAX_BYLINE_LENGTH;
  });
  for (const place of places) {
    const names = namesOfByline(shownAt(place));
    if (names.length > 0) return names.map((text) => ({ text, source: 'byline' }));
  }
  for (const place of places) {
    const names = linkTexts(place).filter(isName);
    if (names.length > 0) return names.map((text) => ({ text, source: 'byline' }));
  }
  const whole = places.map(shownAt).find(isName);
  return whole === undefined ? [] : [{ text: whole, source: 'byline' }];
}

const MAX_BYLINE_LENGTH = 200;
const isName = (text: string): boolean => {
  const words = text.split(' ');
  const isNamed = [words[0], words.at(-1)].every((word) => /^\p{Lu}|^\p{Lo}/u.test(word ?? ''));
  return words.length >= 2 && words.length <= 5 && isNamed && !/[:!?\d]/.test(text);
};

const isAddress = (text: string): boolean => /^(?:https?:)?\/\/|^\/[^ ]+$|^www\./i.test(text);

const BEFORE_NAME =
  /^(?:(?:written |words |story |posted |reported |review |text |photo(?:graph)?s? )?by|von|par|por|di|door|av|af|автор(?:ы)?|текст|作者|記者|文|글|author|autor(?:a|in)?|auteur|autore|著者|执笔|執筆|撰文)(?:[:：●]\s*|\s+)|^by(?=\p{Lu}\p{Ll})/iu;
/** A place, a role, an address behind a name. */
const AFTER_NAME =
  /\s*(?:[|｜•·/]|\s[–—-]\s|\s@\w|<|\().*$|,\s*(?:\p{Ll}|(?:staff|senior|chief|political|contributing|associate|deputy|special|news|[\w ]{0,20}(?:editor|writer|reporter|correspondent|columnist|contributor|journalist))\b|(?:bbc|cnn|reuters|ap|afp|usa today|associated press|the [A-Z]).*$).*$|\s+(?:기자|記者|记者)$|\s(?:january|february|march|april|may|june|july|august|september|october|november|december|\d).*$/iu;
const BETWEEN_NAMES = /\s*[;、]\s*|\s*,\s*(?:and|und|et|y|e|и|&)\s+|\s+(?:and|und|et|и|&|with)\s+|\s*,\s*/u;
/** They stand between two full names only: `Ortega y Gasset` is one person. */
const SMALL_BETWEEN = /\s+(?:y|e|i|og|och|en)\s+/u;

function namesIn(claim: Person): readonly AuthorClaim[] {
  const text = plainText(claim.text).replace(BEFORE_NAME, '').trim();
  if (text === '' || isAddress(text) || text.length > MAX_BYLINE_LENGTH * 2) return [];
  const parts = divided(text);
  return parts
    .map((part) =>
      part
        .replace(BEFORE_NAME, '')
        .replace(AFTER_NAME, '')
        .replace(/[\s,.;:]+$/u, '')
        .trim(),
    )
    .filter((name) => /\p{L}/u.test(name) && !isAddress(name) && name.length <= MAX_NAME_LENGTH && !NOBODY.test(name))
    .map((name) => ({
      name,
      source: claim.source,
      ...(claim.url === undefined || parts.length > 1 ? {} : { url: claim.url }),
    }));
}

const MAX_NAME_LENGTH = 100;
const NOBODY = /^(?:null|undefined|none|n\/a|unknown|admin|anonymous|false|author|by|\[.*\])$/i;

/** Divides where every part is a full name: `Lee, Ann` and `Smith, Jones and Company` stay whole. */
function divided(text: string): readonly string[] {
  for (const between of [BETWEEN_NAMES, SMALL_BETWEEN]) {
    const parts = text.split(between).filter((part) => part !== '');
    const names = parts.filter((part) => !ROLE.test(part));
    const isList = names.every((part) => part.includes(' ') || /[\p{sc=Han}\p{sc=Hangul}]{2,4}/u.test(part));
    if (parts.length > 1 && names.length > 0 && isList) return names;
  }
  return [text];
}

const ROLE =
  /\b(?:editor|writer|reporter|correspondent|columnist|contributor|journalist|bureau|chief|news|times|post|press|usa today|reuters|magazine|staff)\b/i;

function distinct(people: readonly AuthorClaim[]): readonly AuthorClaim[] {
  const byName = new Map<string, AuthorClaim>();
  for (const person of people) if (!byName.has(folded(person.name))) byName.set(folded(person.name), person);
  return [...byName.values()];
}
