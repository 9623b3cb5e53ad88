import { endsSentence } from '../line-shape.ts';
import type { KnownLine } from './known-lines.ts';
import { isOfSomethingElse, UPDATED, wordsIn } from './stamp-line.ts';
import { timeOfLine } from './time-of-line.ts';

const MAX_LENGTH = 160;
const MAX_WORDS_BEFORE = 7;
const MAX_WORDS_BEFORE_LABEL = 14;
const MAX_WORDS_AFTER = 12;
/** A date with its year, a clock or not: the time may say more about it. */
const COULD_BE_DATE = /\p{Nd}{4}|\p{Nd}{1,2}[./-]\p{Nd}{1,2}[./-]\p{Nd}{2}/u;

/**
 * True for a line that holds a whole date among more words than a stamp has, but is no sentence about that day: what stood
 * beside each other on the page was put in one line (`Ann Lee March 9, 2024 13`, `5 min. 1 May 2024 Ann Lee Comment`). It
 * is a stamp only where one must stand.
 */
export function isLooseStamp({ kind, text, isLinked, heading }: KnownLine): boolean {
  if (kind === 'stamp' || kind === 'mark' || kind === 'credit' || kind === 'tags' || isLinked) return false;
  if (heading !== undefined || text.length > MAX_LENGTH || !COULD_BE_DATE.test(text)) return false;
  if (isOfSomethingElse(text)) return false;
  const time = timeOfLine(text);
  if (time.kind === 'error') return false;
  const { tokens } = time.explanation;
  const first = tokens.findIndex((token) => token.kind === 'date');
  const last = tokens.findLastIndex((token) => token.kind === 'date' || token.kind === 'clock');
  if (first === -1) return false;
  const before = wordsOf(tokens.slice(0, first));
  const after = wordsOf(tokens.slice(last + 1));
  const isLabelled = tokens.slice(0, first).some((token) => token.kind === 'label');
  if (endsSentence(text) && !isLabelled) return false;
  if (SAYS_MORE.test(before.text) || (before.count > MAX_WORDS_OF && IS_OF.test(before.text))) return false;
  const most = labelBefore(tokens, first) === undefined ? MAX_WORDS_BEFORE : MAX_WORDS_BEFORE_LABEL;
  return before.count <= most && after.count <= MAX_WORDS_AFTER;
}

/** What a line of more words than a stamp has claims its time to be, by the label right before its date. */
export function looseLabel(text: string): 'published' | 'updated' | undefined {
  const { tokens } = timeOfLine(text).explanation;
  const label = labelBefore(
    tokens,
    tokens.findIndex((token) => token.kind === 'date'),
  );
  return label === undefined ? undefined : UPDATED.has(label.toLowerCase()) ? 'updated' : 'published';
}

type Tokens = readonly { readonly kind: string; readonly text: string }[];

/** The label before a date, when nothing but signs stands between them. */
function labelBefore(tokens: Tokens, date: number): string | undefined {
  const at = tokens.slice(0, Math.max(0, date)).findLastIndex(({ kind }) => kind === 'label');
  const between = tokens.slice(at + 1, date);
  return at !== -1 && between.every(({ kind, text }) => kind === 'weekday' || wordsIn(text) === 0)
    ? tokens[at]?.text
    : undefined;
}

/** Words in front of a day that something else happened on. */
const SAYS_MORE = /\b(?:born|died|until|since|before|after|bis|seit|geboren|hasta|jusqu|fino|до|с)\s*$/iu;

/** `Press release of 20 May 2024` is one, `Minutes of the last meeting of the board of 20 May 2024` is not. */
const IS_OF = /\b(?:of|from|vom|von|der|du|del|dal|van|от)\s*$/iu;
const MAX_WORDS_OF = 3;

const wordsOf = (tokens: readonly { readonly text: string }[]): { readonly text: string; readonly count: number } => {
  const text = tokens.map((token) => token.text).join(' ');
  return { text, count: wordsIn(text) };
};
