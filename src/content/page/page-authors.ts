import type { FoundAuthor } from '../draft.ts';
import { divideByline, namesOfByline, officeOfByline } from './byline.ts';
import type { DividedPage } from './divide-page.ts';
import { isFurniture } from './furniture.ts';
import type { KnownLine } from './known-lines.ts';
import { isLooseStamp } from './loose-stamp.ts';
import { nickBesideTime, personOfLife, personsBesideTime, personsOf } from './person-line.ts';

/** A name stands this close to a time, or to the headline. */
const NEAR = 3;
/** A byline stands this close to the text. */
const MAX_LINES = 60;
/** The first lines of the text may be the byline, and the last ones tell of its author. */
const IN_TEXT = 4;
const BELOW = 14;

/**
 * The authors that a page names: in a byline above the text, or below it before other articles are named; beside the time
 * (`Ann Lee Published 14 March 2024`); below a label (`Author:`); else a name that stands alone between the headline and
 * the text, beside the time or named again below the text; else whom a sentence below the text tells of; else an office.
 */
export function pageAuthors(
  page: DividedPage,
  headline: KnownLine | undefined,
  section: KnownLine | undefined,
): readonly FoundAuthor[] {
  const { head, body, tail } = page;
  const top = head.findIndex(({ line }) => line === headline?.line);
  const end = tail.findIndex(({ kind }) => kind === 'name');
  const above = head.slice(-MAX_LINES).filter((line) => line !== section);
  const start = body.slice(0, IN_TEXT);
  const own = top === -1 ? above : head.slice(Math.max(0, top - NEAR)).filter((line) => line !== section);
  const ends = [...body.slice(-NEAR), ...tail.slice(0, BELOW)];
  const near = [
    ...above.filter(({ isItem }) => isItem === undefined),
    ...own.filter(({ isItem }) => isItem === true),
    ...start,
    ...(end === -1 ? tail : tail.slice(0, end)).slice(0, MAX_LINES),
  ];
  return (
    first(near, (line) => (OF_BYLINES.has(line.kind) ? divideByline(line.text).names : [])) ??
    first([...own, ...start], (line) => (isTimed(line) ? namesBesideTime(line, page) : [])) ??
    belowLabel([...above, ...start, ...ends]) ??
    loneNames([...head.slice(-MAX_LINES), ...start], page, headline, section) ??
    first(ends, ({ kind, text }) => (kind === 'name' && !isFurniture(text) ? namesOfByline(text) : [])) ??
    first(ends, ({ text }) => [personOfLife(text) ?? []].flat()) ??
    first([...own, ...start, ...ends], (line) => (isTimed(line) ? [nickBesideTime(line.text) ?? []].flat() : [])) ??
    first([...own, ...start], ({ text }) => [officeOfByline(text) ?? []].flat()) ??
    []
  );
}

type Names = readonly string[];

const OF_BYLINES: ReadonlySet<string> = new Set(['byline', 'stamp', 'mark']);
function first(lines: readonly KnownLine[], namesOf: (line: KnownLine) => Names): readonly FoundAuthor[] | undefined {
  for (const line of lines) {
    const names = namesOf(line);
    if (names.length > 0) return toAuthors(names, line);
  }
  return undefined;
}

const toAuthors = (names: Names, { line }: KnownLine): readonly FoundAuthor[] =>
  [...new Set(names)].map((name) => ({ name, line }));

const isTimed = (line: KnownLine): boolean => line.kind === 'stamp' || isLooseStamp(line);

function namesBesideTime({ text }: KnownLine, { head, body, tail }: DividedPage): Names {
  const { names } = divideByline(text);
  if (names.length > 0) return names;
  return personsBesideTime(text, (name) =>
    [head, body, tail].some((lines) => lines.some((line) => line.text !== text && line.text.startsWith(name))),
  );
}

const LABEL_ALONE =
  /^(?:by|written by|authors?|von|autor(?:in|en)?|autores?|par|auteurs?|por|di|autore|автор|текст|reporter|writer|作者|记者|記者)\s?[:：]?$/iu;

/** `Author:`, with the name on the next line. */
function belowLabel(lines: readonly KnownLine[]): readonly FoundAuthor[] | undefined {
  for (const [at, { text }] of lines.entries()) {
    const next = lines[at + 1];
    if (next === undefined || text.length > 20 || !LABEL_ALONE.test(text)) continue;
    const { names } = personsOf(next.text);
    if (names.length > 0) return toAuthors(names, next);
  }
  return undefined;
}

/** Korean names stand before their trade, Chinese ones behind it. */
const TRADES: readonly RegExp[] = [
  /^(?<name>\p{Script=Hangul}{2,4}) ?(?:기자|특파원)(?:$| )/u,
  /^(?:본지 )?(?:기자|글) ?[=:]? ?(?<name>\p{Script=Hangul}{2,4})$/u,
  /^(?:本报记者|本报通讯员|见习记者|特约记者|本刊记者)[ :：]?(?<name>\p{Script=Han}{2,4})(?:$| |，)/u,
];

function loneNames(
  head: readonly KnownLine[],
  { body, tail }: DividedPage,
  headline: KnownLine | undefined,
  section: KnownLine | undefined,
): readonly FoundAuthor[] | undefined {
  const top = head.findIndex(({ line }) => line === headline?.line);
  const below = [...body, ...tail.slice(0, MAX_LINES)];
  let best: { readonly authors: readonly FoundAuthor[]; readonly score: number } | undefined;
  for (const [at, line] of head.entries()) {
    if (line.kind !== 'name' || line.heading === 1 || line === head[top] || isFurniture(line.text)) continue;
    const traded = TRADES.map((trade) => trade.exec(line.text)?.groups?.name).find((name) => name !== undefined);
    if (traded !== undefined && !line.isItem) return toAuthors([traded], line);
    if (top === -1 ? at < head.length - IN_TEXT - IN_TEXT : at < top) continue;
    const beside = head.slice(Math.max(0, at - NEAR), at + NEAR + 1);
    const isBesideStamp = top !== -1 && at > top && beside.some(isTimed);
    const { names, isSure } = personsOf(line.text);
    const [name = ''] = names;
    const isHan = /^\p{Script=Han}{2,3} ?\p{Script=Han}{1,3}$/u.test(line.text) && line.text.length <= 6;
    if (isHan && !line.isItem && isBesideStamp && head.some((one) => one !== line && one.text.includes(line.text)))
      return toAuthors([line.text], line);
    if (name === '' || (line.isItem && !isSure && !isBesideStamp) || isSubject(name, headline, body)) continue;
    const isAgain = below.some((one) => one !== line && (one.text.startsWith(name) || one.text.endsWith(` ${name}`)));
    const score =
      (isSure ? WEIGHTS.isSure : 0) +
      (names.length > 1 ? WEIGHTS.isSeveral : 0) +
      (isBesideStamp ? WEIGHTS.isBesideStamp : 0) +
      (isAgain ? WEIGHTS.isAgain : 0) +
      (name === name.toUpperCase() ? WEIGHTS.isInCapitals : 0) +
      (line === section ? WEIGHTS.isSection : 0);
    if (score > (best?.score ?? 0)) best = { authors: toAuthors(names, line), score };
  }
  return best?.authors;
}

/** What speaks for a line of names as that of the authors. */
const WEIGHTS = { isSure: 3, isSeveral: 1, isBesideStamp: 2, isAgain: 2, isInCapitals: -1.5, isSection: -3 };

/** So many paragraphs that name somebody tell of them. */
const OFTEN = 2;

/** The headline or the text tells of them. */
function isSubject(name: string, headline: KnownLine | undefined, body: readonly KnownLine[]): boolean {
  if (headline?.text.toLowerCase().includes(name.toLowerCase())) return true;
  const family = name.split(' ').at(-1) ?? name;
  const paragraphs = body.slice(0, -NEAR).filter(({ kind, text }) => kind === 'prose' && text.includes(family));
  return paragraphs.length >= OFTEN;
}
