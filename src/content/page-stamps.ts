import { divideByline } from './byline.ts';
import type { DividedPage } from './divide-page.ts';
import type { Stamp } from './draft.ts';
import type { KnownLine } from './known-lines.ts';

/**
 * Every time that a page shows of its article, in the order of the page.
 *
 * A stamp that says what it is counts wherever it stands. The first line of the page, when it is a bare time, is the
 * page's clock (when it was looked at), and so is a bare time above the headline when another stands below it. Any other
 * bare time above the text, or right below it, is the article's. Beside the headlines of other articles it is theirs.
 */
export function pageStamps({ head, body, tail }: DividedPage): readonly Stamp[] {
  const bare = bareStamps(head);
  const below = bare.article.length > 0 ? [] : articleStampBelow(tail);
  const own = new Set([...bare.article, ...below]);
  const lines = [...head, ...body, ...tail];
  const sure = lines.flatMap((line): readonly Stamp[] => {
    const role = line.stamp?.label ?? (own.has(line) ? 'published' : bare.clock.includes(line) ? 'clock' : undefined);
    return line.kind !== 'stamp' || role === undefined ? [] : [toStamp(line, role)];
  });
  if (sure.length > 0) return sure;
  const [lone, second] = lines.filter(({ kind }) => kind === 'stamp');
  return lone === undefined || second !== undefined ? [] : [toStamp(lone, 'published')];
}

const isBare = ({ kind, stamp }: KnownLine): boolean => kind === 'stamp' && stamp?.label === undefined;

interface BareStamps {
  readonly clock: readonly KnownLine[];
  readonly article: readonly KnownLine[];
}

function bareStamps(head: readonly KnownLine[]): BareStamps {
  const top = head.find(({ kind }) => kind !== 'furniture' && kind !== 'button');
  const stamps = head.filter((line) => isBare(line));
  const [first] = stamps;
  const others = stamps.filter((line) => line !== top || divideByline(line.text).names.length > 0);
  const last = others.at(-1);
  if (last === undefined) return { clock: first === undefined ? [] : [first], article: [] };
  // Of stamps with nothing but furniture between them the first is the publication.
  const between = head.findLastIndex((line, at) => at < head.indexOf(last) && (line.kind === 'name' || line === top));
  const article = others.filter((line) => head.indexOf(line) > between || line === last);
  return { clock: stamps.filter((line) => !article.includes(line)), article };
}

/** A bare time right below the text, or the only one that stands away from the headlines of other articles. */
function articleStampBelow(tail: readonly KnownLine[]): readonly KnownLine[] {
  const stamps = tail.filter(isBare);
  const [first, second] = stamps;
  if (first === undefined) return [];
  const at = tail.indexOf(first);
  const isRightBelow = !tail.slice(0, at).some(({ kind }) => kind === 'name');
  const isBesideHeadline =
    (tail[at - 1]?.kind === 'name' && !first.opensBlock) ||
    (tail[at + 1]?.kind === 'name' && tail[at + 1]?.opensBlock === false);
  return isRightBelow || (second === undefined && !isBesideHeadline) ? [first] : [];
}

/** Names can look like parts of a date (`Ann`, `May`): a stamp is read without its byline. */
function toStamp({ text, line }: KnownLine, role: Stamp['role']): Stamp {
  const { rest } = divideByline(text);
  return { text: /\p{Nd}/u.test(rest) ? rest : text, line, role };
}
