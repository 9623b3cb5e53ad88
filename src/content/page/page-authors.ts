import type { FoundAuthor, Stamp } from '../draft.ts';
import { divideByline, namesOfByline, officeOfByline } from './byline.ts';
import type { DividedPage } from './divide-page.ts';
import { isFurniture } from './furniture.ts';
import type { KnownLine } from './known-lines.ts';
import { isLooseStamp } from './loose-stamp.ts';
import { isWordOfPages, nickAlone, nickBesideTime, personOfLife, personsBesideTime, personsOf } from './person-line.ts';
import { couldBeHeadline } from './stamp-runs.ts';

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
  stamps: readonly Stamp[],
): readonly FoundAuthor[] {
  const times = new Set(stamps.flatMap(({ role, line }) => (role === 'clock' ? [] : [line])));
  const { body, tail } = page;
  const head = page.head.filter(({ heading, text }) => heading !== 1 || namesOfByline(text).length === 0);
  const top = head.findIndex(({ line }) => line === headline?.line);
  const end = tail.findIndex(({ kind }) => kind === 'name');
  const above = head.slice(-MAX_LINES).filter((line) => line !== section);
  const start = body.slice(0, IN_TEXT);
  const own = top === -1 ? above : head.slice(Math.max(0, top - NEAR)).filter((line) => line !== section);
  const ends = [...body.slice(-NEAR), ...tail.slice(0, BELOW)];
  const teasers = new Set(ends.filter((_, at) => isTeaser(ends[at - 1])));
  const near = [
    ...(top === -1 ? [] : head.slice(top).filter((line) => line.isItem === undefined && line !== section)),
    ...above.filter(({ isItem }) => isItem === undefined),
    ...own.filter(({ isItem }) => isItem === true),
    ...start,
    ...(end === -1 ? tail : tail.slice(0, end)).slice(0, MAX_LINES),
  ];
  const timed = [...(top === -1 ? head.slice(-MAX_LINES) : head.slice(Math.max(0, top - NEAR))), ...start].filter(
    isTimed,
  );
  return (
    first(near, (line) => (OF_BYLINES.has(line.kind) ? divideByline(line.text).names : [])) ??
    first(timed, (line) => namesBesideTime(line, page)) ??
    belowLabel([...head.slice(-MAX_LINES), ...start, ...ends]) ??
    first(timed, ({ text }) => [nickBesideTime(text) ?? []].flat()) ??
    first([...head.slice(Math.max(0, top)).slice(-MAX_LINES), ...start.slice(0, 2)], ({ text }) =>
      [nickAlone(text) ?? []].flat(),
    ) ??
    loneNames([...head.slice(-MAX_LINES), ...start], page, headline, section, times) ??
    first(ends, (line) => bylineBelow(line, teasers.has(line))) ??
    first(ends, ({ text }) => [personOfLife(text) ?? []].flat()) ??
    first([...timed, ...ends.filter(isTimed)], ({ text }) => [nickBesideTime(text) ?? []].flat()) ??
    first([...own, ...start], ({ text }) => [officeOfByline(text) ?? []].flat()) ??
    []
  );
}

/** One word below the headline of another article names its author, or its section. */
function bylineBelow({ kind, text }: KnownLine, isBelowTeaser: boolean): Names {
  const names = OF_ENDS.has(kind) && !isFurniture(text) ? namesOfByline(text) : [];
  return isBelowTeaser && names.some((name) => !name.includes(' ')) ? [] : names;
}

/** What stands right below the headline of another article is its byline. */
const isTeaser = (line: KnownLine | undefined): boolean => line?.kind === 'name' && couldBeHeadline(line);

const OF_ENDS: ReadonlySet<string> = new Set(['name', 'byline']);

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
  [...new Set(names.map((name) => name.replace(/^(.+) \1$/u, '$1')))].map((name) => ({ name, line }));

const isTimed = (line: KnownLine): boolean => line.kind === 'stamp' || isLooseStamp(line);

function namesBesideTime({ text }: KnownLine, { head, body, tail }: DividedPage): Names {
  const { names } = divideByline(text);
  if (names.length > 0) return names;
  return personsBesideTime(text, (name) =>
    [head, body, tail].some((lines) => lines.some((line) => line.text !== text && line.text.startsWith(name))),
  );
}

const LABEL_ALONE =
  /^(?:by|(?:written|posted|published|edited|reported)(?: on .{1,20})? by|(?:story|text|words|article) by|about the authors?|authors?|von|(?:geschrieben|veröffentlicht|erstellt|ein beitrag) von|autor(?:in|en)?|autor[*:_/]in(?:nen)?|über den autor|über die autorin|autores?|par|(?:écrit|publié|rédigé) par|auteurs?|por|(?:escrito|publicado|redactado) por|di|(?:scritto|pubblicato) da|a cura di|autore|door|(?:geschreven|geplaatst) door|av|skrevet av|skriven av|af|tekst|autorzy|yazan|yazar|автор|авторы|текст|reporter|writer|作者|记者|記者|文|글|الكاتب|بقلم|كتب)\s?[:：]?$/iu;

const MAX_LABEL_LENGTH = 40;
/** One word behind such a label is a name. */
const SHORT_NAME = /^@?\p{Lu}[\p{L}\d_-]{2,20}$/u;

/** `Author:`, with the name on the next line. */
function belowLabel(lines: readonly KnownLine[]): readonly FoundAuthor[] | undefined {
  for (const [at, { text }] of lines.entries()) {
    const next = lines[at + 1];
    if (next === undefined || text.length > MAX_LABEL_LENGTH || !LABEL_ALONE.test(text)) continue;
    const { names } = personsOf(next.text);
    if (names.length > 0) return toAuthors(names, next);
    if (
      next.kind === 'name' &&
      !next.opensBlock &&
      SHORT_NAME.test(next.text) &&
      !isWordOfPages(next.text) &&
      !isFurniture(next.text)
    )
      return toAuthors([next.text], next);
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
  times: ReadonlySet<number>,
): readonly FoundAuthor[] | undefined {
  const top = head.findIndex(({ line }) => line === headline?.line);
  const below = [...body, ...tail.slice(0, MAX_LINES)];
  let best: { readonly authors: readonly FoundAuthor[]; readonly score: number } | undefined;
  for (const [at, line] of head.entries()) {
    if (!isNameLike(line) || line.heading === 1 || line === head[top] || isFurniture(line.text)) continue;
    const traded = TRADES.map((trade) => trade.exec(line.text)?.groups?.name).find((name) => name !== undefined);
    if (traded !== undefined && !line.isItem) return toAuthors([traded], line);
    if (top === -1 ? at < head.length - IN_TEXT - IN_TEXT : at < top) continue;
    const beside = head.slice(Math.max(0, at - NEAR), at + NEAR + 1);
    const isBesideStamp = top !== -1 && at > top && beside.some(isTimed);
    const isBesideOwn = isBesideStamp && head.slice(Math.max(0, at - 2), at + 3).some((one) => times.has(one.line));
    const isRightBelow = top !== -1 && at === top + 1 && !line.isItem && !isAmongNames(head, at);
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
      (isBesideOwn ? WEIGHTS.isBesideOwn : 0) +
      (isRightBelow ? WEIGHTS.isRightBelow : 0) +
      (isAgain ? WEIGHTS.isAgain : 0) +
      (name === name.toUpperCase() ? WEIGHTS.isInCapitals : 0) +
      (line === section ? WEIGHTS.isSection : 0);
    if (score > (best?.score ?? 0) || (isBesideOwn && score === best?.score))
      best = { authors: toAuthors(names, line), score };
  }
  return best?.authors;
}

const MAX_NAME_LENGTH = 40;

/** A name that ends with an initial looks like prose. */
const isNameLike = ({ kind, text }: KnownLine): boolean =>
  kind === 'name' || (kind === 'prose' && text.length <= MAX_NAME_LENGTH && / \p{Lu}\.$/u.test(text));

/** Another short line stands above or below it in its block. */
const isAmongNames = (lines: readonly KnownLine[], at: number): boolean =>
  lines[at + 1]?.kind === 'name' && lines[at + 1]?.opensBlock === false;

/** What speaks for a line of names as that of the authors. */
const WEIGHTS = {
  isSure: 3,
  isSeveral: 1,
  isBesideStamp: 1.5,
  isBesideOwn: 1,
  isRightBelow: 1.6,
  isAgain: 2,
  isInCapitals: -1.5,
  isSection: -3.5,
};

/** So many paragraphs that name somebody tell of them. */
const OFTEN = 2;

/** The headline or the text tells of them. */
function isSubject(name: string, headline: KnownLine | undefined, body: readonly KnownLine[]): boolean {
  if (headline?.text.toLowerCase().includes(name.toLowerCase())) return true;
  const family = name.split(' ').at(-1) ?? name;
  const paragraphs = body.slice(0, -NEAR).filter(({ kind, text }) => kind === 'prose' && text.includes(family));
  return paragraphs.length >= OFTEN;
}
