import { updatedLabels } from '../../time/stamp-words.ts';
import { endsSentence } from '../line-shape.ts';
import { namesOfByline } from './byline.ts';
import { timeOfLine } from './time-of-line.ts';

/** A longer line that holds a date is prose about that day, not its stamp. */
const MAX_LENGTH = 120;

export interface StampLine {
  /** What the line claims its time to be; undefined for a bare time. */
  readonly label: 'published' | 'updated' | undefined;
  readonly hasClock: boolean;
  /** Whether it names a day, or says how long ago; else it is a piece of a stamp: a clock, a month with its year. */
  readonly hasDay: boolean;
  /** With a label or two times in it that say that the article was changed later. */
  readonly hasUpdate?: true;
  readonly hasWeekday?: true;
}

/** Labels of updates, in lower case. */
export const UPDATED: ReadonlySet<string> = new Set(updatedLabels.flatMap(([, terms]) => terms.split('|')));

interface Token {
  readonly kind: string;
  readonly text: string;
}

/** Kinds of tokens that make no time by themselves. */
const WEAK: ReadonlySet<string> = new Set(['noise', 'label', 'weekday', 'part', 'zone']);
const isStrong = ({ kind }: Token): boolean => !WEAK.has(kind);
const namesDay = (token: Token): boolean => isStrong(token) && token.kind !== 'clock';

/**
 * Says whether a line of a page is a stamp: a time, with or without a label, a place, a byline or a few words beside it;
 * not a headline or a sentence that speaks of a day. A stamp may still be refused when it is read, for its order of day
 * and month, say.
 */
export function stampLineOf(text: string): StampLine | undefined {
  if (text.length > MAX_LENGTH || !/\p{Nd}/u.test(text)) return undefined;
  const { tokens } = timeOfLine(text).explanation;
  const first = tokens.findIndex(isStrong);
  if (isRange(tokens) || isOfSomethingElse(text)) return undefined;
  if (first === -1) return isPiece(tokens) ? { label: undefined, hasClock: false, hasDay: false } : undefined;
  const last = tokens.findLastIndex(isStrong);
  const labels = tokens.filter(({ kind }) => kind === 'label').map(({ text: label }) => label.toLowerCase());
  const updated = labels.filter((label) => UPDATED.has(label)).length;
  const before = tokens.slice(0, first);
  const isLabelled = before.some(({ kind }) => kind === 'label');
  if (!isShortBeside(before, tokens.slice(last + 1), isLabelled)) return undefined;
  const isUpdate = labels.length > 0 && updated === labels.length && (isLabelled || isOneDate(tokens));
  return {
    label: isUpdate ? 'updated' : isLabelled && labels.length > updated ? 'published' : undefined,
    hasClock: tokens.some(({ kind }) => kind === 'clock'),
    hasDay: tokens.some(namesDay),
    ...(!isUpdate && updated > 0 ? { hasUpdate: true as const } : {}),
    ...(tokens.some(({ kind }) => kind === 'weekday') ? { hasWeekday: true as const } : {}),
  };
}

/** A label behind a time says what it is when the line has no other: `2019年12月17日更新`. */
const isOneDate = (tokens: readonly Token[]): boolean => tokens.filter(({ kind }) => kind === 'date').length === 1;

/** What else has a day: somebody's birth, an event, the end of an offer. */
const OF_SOMETHING_ELSE =
  /^(?:date of (?:birth|death)|born|died|birthday|birth date|geboren|geburtsdatum|gestorben|fecha de nacimiento|data de nascimento|data di nascita|date de naissance|né le|née le|nato il|дата рождения|родился|родилась|event date|termin ?:|wann ?:|when ?:|beginn ?:|deadline|closing date|valid until|einsendeschluss|bewerbungsschluss|gültig bis|(?:出生|逝世|成立|上映|发行|上市|活动|比赛|截止|报名|生年月|開催)(?:日期|时间|時間|日時|日))/iu;

/** A printed issue bears the day until which it is sold. */
const OF_AN_ISSUE = /\p{Nd}{4} (?:print )?(?:issue|edition|ausgabe)$|^(?:issue|ausgabe) (?:of|vom|dated) /iu;

/** True for a line whose day is not that of an article. */
export const isOfSomethingElse = (text: string): boolean => OF_SOMETHING_ELSE.test(text) || OF_AN_ISSUE.test(text);

/** `9 January 2014 - 1 January 2017` alone: the time of something else. */
const isRange = (tokens: readonly Token[]): boolean => {
  const [one, dash, other, ...more] = tokens;
  return one?.kind === 'date' && other?.kind === 'date' && more.length === 0 && /^ ?[-–—] ?$/u.test(dash?.text ?? '');
};

/** A month with its year, a zone: parts of a stamp and nothing else. */
const isPiece = (tokens: readonly Token[]): boolean =>
  tokens.length > 0 && tokens.every(({ kind, text }) => kind !== 'noise' || wordsIn(text) === 0);

const MAX_LABELLED_WORDS = 8;
const MAX_PLACE_WORDS = 5;
const MAX_WORDS_AFTER = 3;
const DIVIDES_AFTER_PLACE = /[,|·•:(–—/-]\s*$/u;
const DIVIDES_BEFORE_PLACE = /^\s*[,|·•()–—/-]/u;

/** What stands around a time is a label, a place, a byline or a few words; else the time is part of a sentence. */
function isShortBeside(before: readonly Token[], after: readonly Token[], isLabelled: boolean): boolean {
  const [noiseBefore, noiseAfter] = [textOf(before, ['noise']), textOf(after, ['noise'])];
  const [wordsBefore, wordsAfter] = [wordsIn(noiseBefore), wordsIn(noiseAfter)];
  const isSourced = after.some(({ kind }) => kind === 'label');
  if (wordsAfter > 0 && (endsSentence(noiseAfter) || (noiseAfter.startsWith(':') && !isSourced))) return false;
  if (isLabelled || isByline(before)) return wordsBefore + wordsAfter <= MAX_LABELLED_WORDS;
  if (wordsBefore === 0) {
    const isPlace = DIVIDES_BEFORE_PLACE.test(noiseAfter) && wordsAfter <= MAX_PLACE_WORDS;
    return isPlace || wordsAfter <= MAX_WORDS_AFTER || isByline(after);
  }
  if (wordsAfter > 0) return false;
  return wordsBefore === 1 || (wordsBefore <= MAX_PLACE_WORDS && DIVIDES_AFTER_PLACE.test(noiseBefore));
}

const textOf = (tokens: readonly Token[], kinds: readonly string[]): string =>
  tokens
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join(' ');

/** Names of people may be taken for weekdays (`Ann`), months or zones. */
const isByline = (tokens: readonly Token[]): boolean =>
  namesOfByline(textOf(tokens, ['noise', 'weekday', 'part', 'zone'])).length > 0;

/** How many words stand in a text; of Chinese and Japanese, which puts no blanks between them, four signs are one. */
export const wordsIn = (text: string): number =>
  text
    .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+|[\p{L}\p{M}\p{N}]+/gu)
    ?.reduce((sum, word) => sum + (UNSPACED.test(word) ? Math.ceil(word.length / SIGNS_IN_WORD) : 1), 0) ?? 0;

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const SIGNS_IN_WORD = 4;
