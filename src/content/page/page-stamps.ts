import { readTimestamp } from '../../time/timestamp.ts';
import type { Stamp } from '../draft.ts';
import { divideByline } from './byline.ts';
import type { DividedPage } from './divide-page.ts';
import { isDiscussion } from './furniture.ts';
import type { KnownLine } from './known-lines.ts';
import { headsOthers } from './notices.ts';

/**
 * Every time that a page shows of its article, in the order of the page.
 *
 * A stamp that says what it is counts above the text, in it and right below it. A bare time counts near the headline, or
 * right below the text. The first line of the page, when it is a bare time, is the page's clock (when it was looked at),
 * and so is a bare time above the headline when another stands below it, and the day in the masthead. What stands in
 * lists, beside the headlines of other articles and below the place where readers talk is theirs.
 */
export function pageStamps(page: DividedPage, headline: KnownLine | undefined): readonly Stamp[] {
  const { head, body, tail } = page;
  const top = head.findIndex(({ line }) => line === headline?.line);
  const labelled = [...head, ...body].filter((line) => isLabelled(line) && !isListed(line));
  const labelledBelow = ownTail(tail).filter((line) => isLabelled(line) && !isListed(line));
  const bare = bareStamps(head, top);
  const hasOwn = [...labelled, ...labelledBelow].some(({ stamp }) => stamp?.label === 'published');
  const below = hasOwn || bare.article.length > 0 ? [] : articleStampBelow(tail);
  const published = new Set([...bare.article, ...below]);
  const own = new Set([...labelled, ...labelledBelow]);
  const stamps = [...head, ...body, ...tail].flatMap((line): readonly Stamp[] => {
    const label = own.has(line) ? line.stamp?.label : undefined;
    const role = label ?? (published.has(line) ? 'published' : bare.clock.includes(line) ? 'clock' : undefined);
    return role === undefined ? [] : [toStamp(line, role)];
  });
  if (stamps.length > 0) return stamps;
  const [lone, second] = [...head, ...body, ...tail].filter(({ kind }) => kind === 'stamp');
  const isLone = lone !== undefined && second === undefined && !isListed(lone) && ownTail(tail).length === tail.length;
  return isLone ? [toStamp(lone, 'published')] : [];
}

const isLabelled = ({ kind, stamp }: KnownLine): boolean => kind === 'stamp' && stamp?.label !== undefined;
const isBare = ({ kind, stamp }: KnownLine): boolean => kind === 'stamp' && stamp?.label === undefined;
const isListed = ({ isItem }: KnownLine): boolean => isItem === true;

/** What stands below the text before other articles are headed or readers talk. */
function ownTail(tail: readonly KnownLine[]): readonly KnownLine[] {
  const end = tail.findIndex(({ text }) => isDiscussion(text) || headsOthers(text));
  return end === -1 ? tail : tail.slice(0, end);
}

interface BareStamps {
  readonly clock: readonly KnownLine[];
  readonly article: readonly KnownLine[];
}

/** A stamp this many lines above the headline may be the article's. */
const NEAR_ABOVE = 6;

function bareStamps(head: readonly KnownLine[], headline: number): BareStamps {
  const stamps = head.filter((line) => isBare(line) && !isListed(line));
  const [first] = stamps;
  if (first === undefined) return { clock: [], article: [] };
  const top = head.find(({ kind }) => kind !== 'furniture' && kind !== 'button');
  const isClock = (line: KnownLine): boolean => line === top && !isOwnAtTop(head, line, headline);
  const others = stamps.filter((line) => !isClock(line) || divideByline(line.text).names.length > 0);
  const below = others.filter((line) => head.indexOf(line) > headline);
  const above = others.filter((line) => {
    const at = head.indexOf(line);
    return at >= headline - NEAR_ABOVE && at < headline && !isMasthead(line, head[at - 1]);
  });
  const near =
    headline === -1
      ? others.filter((line) => !isMasthead(line, head[head.indexOf(line) - 1]))
      : below.length > 0
        ? below
        : above;
  const last = near.at(-1);
  if (last === undefined) return { clock: [first], article: [] };
  // Of stamps with nothing but furniture between them the first is the publication.
  const between = head.findLastIndex((line, at) => at < head.indexOf(last) && (line.kind === 'name' || line === top));
  const group = near.filter((line) => head.indexOf(line) > between || line === last);
  const article = headline === -1 || below.length === 0 ? group : near;
  return { clock: stamps.filter((line) => !article.includes(line)), article };
}

/** A time in the first line is the article's when the headline, a byline or the text follows at once. */
function isOwnAtTop(head: readonly KnownLine[], line: KnownLine, headline: number): boolean {
  if (line.stamp?.hasUpdate === true) return true;
  const at = head.indexOf(line);
  if (at !== 0 || head.some(({ kind }) => kind === 'furniture' || kind === 'button' || kind === 'series')) return false;
  return headline === 1 || head.length === 1 || head[1]?.kind === 'byline';
}

/** A weekday and a day without a clock, above the headline of the page: the day on which it was looked at. */
const isMasthead = ({ stamp, opensBlock }: KnownLine, before: KnownLine | undefined): boolean =>
  stamp?.hasClock === false && stamp.hasWeekday === true && (opensBlock || before?.kind !== 'byline');

/** A bare time right below the text, or the only one that stands away from the headlines of other articles. */
function articleStampBelow(tail: readonly KnownLine[]): readonly KnownLine[] {
  const stamps = tail.filter(isBare);
  const [first, second] = stamps;
  if (first === undefined || isListed(first)) return [];
  const at = tail.indexOf(first);
  if (ownTail(tail).length <= at) return [];
  const isRightBelow = !tail.slice(0, at).some(({ kind }) => kind === 'name');
  const isBesideHeadline =
    (tail[at - 1]?.kind === 'name' && !first.opensBlock) ||
    (tail[at + 1]?.kind === 'name' && tail[at + 1]?.opensBlock === false);
  return isRightBelow || (second === undefined && !isBesideHeadline) ? [first] : [];
}

/** Names can look like parts of a date (`Ann`, `May`): a stamp is read without its byline, if that leaves a whole one. */
function toStamp({ text, line }: KnownLine, role: Stamp['role']): Stamp {
  const { rest } = divideByline(text);
  const isWhole = rest !== text && (readTimestamp(rest).kind !== 'error' || readTimestamp(text).kind === 'error');
  return { text: isWhole && /\p{Nd}/u.test(rest) ? rest : text, line, role };
}
