import type { Timestamp } from '../../time/timestamp.ts';
import type { Stamp } from '../draft.ts';
import { divideByline } from './byline.ts';
import type { DividedPage } from './divide-page.ts';
import type { KnownLine } from './known-lines.ts';
import { isLooseStamp, looseLabel } from './loose-stamp.ts';
import { isParagraph } from './page-facts.ts';
import { personsOf } from './person-line.ts';
import { type StampPlaces, stampPlaces } from './stamp-places.ts';
import { couldBeHeadline } from './stamp-runs.ts';
import { timeOfLine } from './time-of-line.ts';

/**
 * Every time that a page shows of its article, in the order of the page.
 *
 * A stamp that says what it is counts near the headline, in the text and right below it. A bare time counts between the
 * headline and the text, at the beginning of the text, right above the headline, or right below the text, in this order;
 * where there is none, a line that holds a date among other words may count there. The first line of the page, when it is
 * a bare time, is the page's clock (when it was looked at), and so is a bare time above the headline when another stands
 * below it, and the day in the masthead. What stands in lists, beside the headlines of other articles and below the place
 * where readers talk is theirs.
 */
export function pageStamps(page: DividedPage, headline: KnownLine | undefined): readonly Stamp[] {
  const places = stampPlaces(page, headline);
  const all = [...page.head, ...page.body, ...page.tail];
  const labelled = labelledStamps(places);
  const hasOwn = labelled.some(({ stamp }) => stamp?.label === 'published');
  const bare = bareStamps(places, hasOwn, labelled.length > 0);
  const article = hasOwn || bare.article.length > 0 ? bare.article : articleStampBelow(places);
  const [own, published] = [new Set(labelled), new Set(article)];
  const stamps = all.flatMap((line): readonly Stamp[] => {
    const label = own.has(line) ? line.stamp?.label : undefined;
    const role = label ?? (published.has(line) ? roleOf(line) : bare.clock.includes(line) ? 'clock' : undefined);
    return role === undefined ? [] : [toStamp(line, role)];
  });
  if (stamps.some(({ role }) => role !== 'clock')) return stamps;
  const told = toldStamp(all);
  if (told !== undefined) return [...stamps, toStamp(told, 'published')];
  if (stamps.length > 0) return stamps;
  const [lone, second] = all.filter(({ kind }) => kind === 'stamp');
  const isLone = lone !== undefined && second === undefined && !places.isListed(lone) && isRecent(lone);
  return isLone && places.ownTail.length === page.tail.length && !isInside(page, lone) ? [toDoubtful(lone)] : [];
}

/** A bare time is the publication; a line of more words may say that it is the update. */
const roleOf = ({ text, stamp }: KnownLine): 'published' | 'updated' =>
  stamp === undefined ? (looseLabel(text) ?? 'published') : 'published';

/** The sentence in which blogs tell when they published: `This entry was posted on 20 April 2021 in Coast.` */
const TOLD =
  /^(?:this (?:entry|post|article) was (?:posted|published|written)|(?:dieser|der|dieser) (?:beitrag|artikel|eintrag) wurde|ce (?:billet|message|contenu|article) a été (?:posté|publié)|esta entrada (?:fue|se) publi|este (?:post|artigo) foi publicado|questo articolo è stato pubblicato|dit bericht (?:is|werd) geplaatst|эта запись была опубликована|запись опубликована)|^.{5,120} wurde am .{6,40} (?:gepostet|veröffentlicht)\b/iu;
const MAX_TOLD_LENGTH = 300;
const MAX_LINES_TOLD = 400;

function toldStamp(lines: readonly KnownLine[]): KnownLine | undefined {
  const line = lines.slice(0, MAX_LINES_TOLD).find(({ text }) => text.length <= MAX_TOLD_LENGTH && TOLD.test(text));
  if (line === undefined) return undefined;
  const start = line.text.search(/\p{Nd}|(?<= (?:on|am|le|el|em|il|op) )\p{L}/u);
  const rest = line.text.slice(Math.max(0, start), start + MAX_DATE_LENGTH);
  const time = timeOfLine(rest);
  const last = time.explanation.tokens.findLast(({ kind }) => kind === 'date' || kind === 'clock')?.text;
  if (time.kind === 'error' || last === undefined) return undefined;
  return { ...line, text: rest.slice(0, rest.lastIndexOf(last) + last.length) };
}

const MAX_DATE_LENGTH = 40;

/** So far from both its ends what stands in the text belongs to something that the text tells of. */
const NEAR_ENDS = 8;

const isInside = ({ body }: DividedPage, line: KnownLine): boolean =>
  body.slice(NEAR_ENDS, -NEAR_ENDS).includes(line) || isOfTeaser(body, -1, line);

const toDoubtful = (line: KnownLine): Stamp => ({ ...toStamp(line, 'published'), isDoubtful: true });

const isLabelled = ({ kind, stamp }: KnownLine): boolean => kind === 'stamp' && stamp?.label !== undefined;
const isBare = ({ kind, stamp }: KnownLine): boolean => kind === 'stamp' && stamp?.label === undefined;

/** A labelled stamp stands no further above the headline, and below the text. */
const LABELLED_ABOVE = 8;
const LABELLED_BELOW = 25;
/** The last lines of a page may say when it was made. */
const LAST_LINES = 3;

function labelledStamps({ head, body, ownTail, top, isListed }: StampPlaces): readonly KnownLine[] {
  const isOwn = (line: KnownLine): boolean => isLabelled(line) && !isListed(line);
  const above = head.filter(isOwn);
  const near = above.filter((line) => top === -1 || head.indexOf(line) >= top - LABELLED_ABOVE);
  const inText = [...body.slice(0, NEAR_ENDS), ...body.slice(NEAR_ENDS).slice(-NEAR_ENDS)];
  const below = ownTail.filter((_, at) => at < LABELLED_BELOW || at >= ownTail.length - LAST_LINES);
  return [...(near.length > 0 ? near : above), ...inText.filter(isOwn), ...below.filter(isOwn)];
}

interface BareStamps {
  readonly clock: readonly KnownLine[];
  readonly article: readonly KnownLine[];
}

/** A stamp this many lines above the headline may be the article's. */
const NEAR_ABOVE = 6;

function bareStamps(places: StampPlaces, hasOwn: boolean, hasLabelled: boolean): BareStamps {
  const { head, top: headline, isListed } = places;
  const stamps = head.filter((line) => isBare(line) && !isListed(line));
  const [first] = stamps;
  const top = head.find(({ kind }) => kind !== 'furniture' && kind !== 'button');
  const isClock = (line: KnownLine): boolean => line === top && !isOwnAtTop(head, line, headline);
  const others = stamps.filter((line) => !isClock(line) || divideByline(line.text).names.length > 0).filter(isRecent);
  const below = others.filter(
    (line) => head.indexOf(line) > headline && !(headline !== -1 && isOfTeaser(head, headline, line)),
  );
  const above = others.filter((line) => {
    const at = head.indexOf(line);
    return at >= headline - NEAR_ABOVE && at < headline && !isMasthead(line, head[at - 1]);
  });
  const isAnyBelow = headline !== -1 && below.length > 0;
  const inText = isAnyBelow || hasOwn ? [] : stampsInText(places, hasLabelled);
  const near =
    headline === -1
      ? others.filter((line) => !isMasthead(line, head[head.indexOf(line) - 1]))
      : isAnyBelow
        ? below
        : inText.length > 0
          ? []
          : above;
  const last = near.at(-1);
  if (last === undefined) return { clock: first === undefined ? [] : [first], article: inText };
  // Of stamps with nothing but furniture between them the first is the publication.
  const between = head.findLastIndex((line, at) => at < head.indexOf(last) && (line.kind === 'name' || line === top));
  const group = near.filter((line) => head.indexOf(line) > between || line === last);
  const article = isAnyBelow ? near : group;
  return { clock: stamps.filter((line) => !article.includes(line)), article };
}

const LEAST_PARAGRAPHS = 2;

/** Paragraphs stand between the headline and this time, and another headline right above it: of a film, say. */
function isOfTeaser(lines: readonly KnownLine[], headline: number, line: KnownLine): boolean {
  const at = lines.indexOf(line);
  const before = lines[at - 1];
  if (!isTeaser(before) || personsOf(before?.text ?? '').names.length > 0) return false;
  return lines.slice(headline + 1, at).filter(isParagraph).length >= LEAST_PARAGRAPHS;
}

/** So far into the text, and below its headline, a stamp may stand. */
const IN_TEXT = 4;
const LOOSE_BELOW = 12;
const LOOSE_ABOVE = 3;

/** A bare time at the beginning of the text; else a line that holds a date, there or beside the headline. */
function stampsInText({ head, body, top, isListed }: StampPlaces, hasLabelled: boolean): readonly KnownLine[] {
  const start = body.slice(0, IN_TEXT);
  const bare = start.filter(
    (line, at) => isBare(line) && !isListed(line) && isRecent(line) && !isTeaser(start[at - 1]),
  );
  // A labelled time says more than a line that holds a date.
  if (bare.length > 0 || hasLabelled) return bare;
  const below = top === -1 ? head.slice(-IN_TEXT) : head.slice(top + 1, top + 1 + LOOSE_BELOW);
  const above = top === -1 ? [] : head.slice(Math.max(0, top - LOOSE_ABOVE), top);
  for (const lines of [[...below, ...start], above.reverse()]) {
    const loose = lines.find((line) => isLooseStamp(line) && isRecent(line));
    if (loose !== undefined) return [loose];
  }
  return [];
}

const isTeaser = (line: KnownLine | undefined): boolean => line?.kind === 'name' && couldBeHeadline(line);

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

/** Pages of news are no older than the web: an older day is one that the page tells of. */
const EARLIEST_YEAR = 1990;

const isRecent = ({ text }: KnownLine): boolean => {
  const time = timeOfLine(text);
  const year = time.kind === 'date' ? Number(time.date.slice(0, 4)) : undefined;
  return year === undefined || year >= EARLIEST_YEAR;
};

/** So far below the text a bare time may be the article's. */
const MOST_BELOW = 25;

/** A bare time right below the text, or the only one that stands away from the headlines of other articles. */
function articleStampBelow({ tail, ownTail, isListed }: StampPlaces): readonly KnownLine[] {
  const stamps = tail.filter(isBare);
  const [first, second] = stamps;
  if (first === undefined || isListed(first) || !isRecent(first)) return [];
  const at = tail.indexOf(first);
  if (ownTail.length <= at || at > MOST_BELOW) return [];
  const isRightBelow = !tail.slice(0, at).some(({ kind }) => kind === 'name');
  const isBesideHeadline =
    (tail[at - 1]?.kind === 'name' && !first.opensBlock) ||
    (tail[at + 1]?.kind === 'name' && tail[at + 1]?.opensBlock === false);
  return isRightBelow || (second === undefined && !isBesideHeadline) ? [first] : [];
}

/** Names can look like parts of a date (`Ann`, `May`): a stamp is read without its byline, if that leaves a whole one. */
function toStamp({ text: line, line: number, stamp }: KnownLine, role: Stamp['role']): Stamp {
  const text = role === 'published' && stamp?.label === undefined ? withoutUpdate(line) : line;
  const { rest } = divideByline(text);
  const isWhole = rest !== text && (timeOfLine(rest).kind !== 'error' || timeOfLine(text).kind === 'error');
  return { text: isWhole && /\p{Nd}/u.test(rest) ? rest : text, line: number, role };
}

/** Of two times without a word between them, as blogs hide one of them, the later one is the update. */
function withoutUpdate(text: string): string {
  const { tokens } = timeOfLine(text).explanation;
  const [first, second] = tokens.flatMap(({ kind }, at) => (kind === 'date' ? [at] : []));
  const later = tokens[second ?? -1]?.text;
  const between = tokens.slice(first, second).every(({ kind }) => kind === 'date' || kind === 'clock');
  if (first === undefined || later === undefined || !between) return text;
  const rest = text.slice(text.lastIndexOf(later));
  const [one, other] = [timeOfLine(text), timeOfLine(rest)];
  return dayOf(other) < dayOf(one) ? rest : text;
}

const dayOf = (time: Timestamp): string =>
  time.kind === 'date' ? time.date : time.kind === 'instant' ? new Date(time.instant).toISOString().slice(0, 10) : '9';
