import type { FoundAuthor } from '../draft.ts';
import { divideByline, isPersonName } from './byline.ts';
import type { DividedPage } from './divide-page.ts';
import { isFurniture } from './furniture.ts';
import type { KnownLine } from './known-lines.ts';

/** A name stands this close to a time, or to the headline. */
const NEAR = 3;
/** A byline stands this close to the text. */
const MAX_LINES = 60;

/**
 * The authors that a page names: in a byline above the text, or below it before other articles are named; in front of the
 * time (`Ann Lee Published 14 March 2024`); else a name that stands alone between the headline and the text, beside the
 * time or named again below the text.
 */
export function pageAuthors(
  { head, body, tail }: DividedPage,
  headline: KnownLine | undefined,
  section: KnownLine | undefined,
): readonly FoundAuthor[] {
  const end = tail.findIndex(({ kind }) => kind === 'name');
  const above = head.slice(-MAX_LINES).filter((line) => line !== section);
  const near = [
    ...above.filter(({ isItem }) => isItem === undefined),
    ...(end === -1 ? tail : tail.slice(0, end)).slice(0, MAX_LINES),
  ];
  for (const line of near) {
    if (line.kind !== 'byline' && line.kind !== 'stamp') continue;
    const names = line.kind === 'byline' || line.stamp !== undefined ? namesIn(line) : [];
    if (names.length > 0) return names.map((name) => ({ name, line: line.line }));
  }
  return loneName(above, [...body, ...tail.slice(0, MAX_LINES)], headline);
}

const STAMP_WORDS =
  /^(?<names>[^\d:]{3,80}?)(?: [–—|·-]+ .*| (?:published|updated|posted|publicado|publié|veröffentlicht|опубликовано) .*| ?\d.*)$/iu;

function namesIn({ text, kind }: KnownLine): readonly string[] {
  const { names } = divideByline(text);
  if (names.length > 0 || kind !== 'stamp') return names;
  const before = STAMP_WORDS.exec(text)?.groups?.names?.trim() ?? '';
  return isFullName(before) ? [before] : [];
}

/** At least two words, the first of which is no word of dates. */
const isFullName = (text: string): boolean =>
  /^\p{Lu}[\p{L}'’.-]+ \p{Lu}/u.test(text) && isPersonName(text) && !DAYS.test(text);

const DAYS =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:published|updated|posted|last|first|mon|tue|wed|thu|fri|sat|sun)\b|^(?:четвер|понеділок|вівторок|середа|субота|неділя)|^п[’']ятниця|^lun|^mar|^mié|^jue|^vie|^sáb|^dom/iu;

/** What a journalist is, behind a name without a comma. */
const ROLE =
  /^(?<name>\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,2}?) (?:(?:\p{L}+ ){0,3}?(?:editor|correspondent|reporter|writer|columnist|producer)\b.*|in \p{Lu}.*)$/u;
/** Korean names stand before their trade, Chinese ones behind it. */
const TRADES: readonly RegExp[] = [
  /^(?<name>\p{Script=Hangul}{2,4}) ?(?:기자|특파원)(?:$| )/u,
  /^(?:본지 )?(?:기자|글) ?[=:]? ?(?<name>\p{Script=Hangul}{2,4})$/u,
  /^(?:本报记者|本报通讯员|见习记者|特约记者|本刊记者)[ :：]?(?<name>\p{Script=Han}{2,4})(?:$| |，)/u,
];

function loneName(
  head: readonly KnownLine[],
  below: readonly KnownLine[],
  headline: KnownLine | undefined,
): readonly FoundAuthor[] {
  const top = head.findIndex(({ line }) => line === headline?.line);
  for (const [at, line] of head.entries()) {
    if (
      line.kind !== 'name' ||
      line.heading === 1 ||
      line.isItem ||
      line.line === headline?.line ||
      isFurniture(line.text)
    )
      continue;
    const traded = TRADES.map((trade) => trade.exec(line.text)?.groups?.name).find((name) => name !== undefined);
    if (traded !== undefined) return [{ name: traded, line: line.line }];
    if (top === -1 || at < top) continue;
    const name = ROLE.exec(line.text)?.groups?.name ?? line.text;
    const isRole = name !== line.text;
    const beside = head.slice(Math.max(0, at - NEAR), at + NEAR + 1);
    const isBesideStamp = beside.some(({ kind }) => kind === 'stamp');
    const isAgain = below.some(({ text }) => text.startsWith(name) || text.endsWith(` ${name}`));
    const isHan = /^\p{Script=Han}{2,3} ?\p{Script=Han}{1,3}$/u.test(line.text) && line.text.length <= 6;
    if (isFullName(name) && (isRole || isAgain || (isBesideStamp && at > top))) return [{ name, line: line.line }];
    if (isHan && isBesideStamp && head.some((one) => one !== line && one.text.includes(line.text)))
      return [{ name: line.text, line: line.line }];
  }
  return [];
}
