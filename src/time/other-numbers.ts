import { agencies } from './agencies.ts';
import type { Atom, Atoms } from './date-atoms.ts';
import type { Lexeme } from './lex.ts';

/** What is bought for, in front of an amount: `$20 April 2021 promo`. */
const amountMarks = '$€£¥₹#%+@=&';
/** Of a law, or the label of a page. */
const articles = new Set(['article', 'artikel']);
/** Letters of a name such as `PS5`, `G20` or `BA2023`; a longer word is an author or a label without its space. */
const maxNameLetters = 4;

/**
 * True when the number that begins a date with a month's name belongs to the words before it: `Issue 14 April 2021`,
 * `PS5 March 2021`, `Euro 2020 11 June`, `$20 April 2021`.
 */
export function isOfOtherWords(lexemes: readonly Lexeme[], from: number, { atoms, gaps }: Atoms): boolean {
  const first = lexemes[from];
  const before = lexemes[from - 1];
  if (first?.kind !== 'number' || before === undefined || !atoms.some(({ kind }) => kind === 'month')) return false;
  if (before.kind === 'mark') {
    if (!first.spaced && amountMarks.includes(before.text)) return true;
    const isJoined = !before.spaced && (before.text === '.' || (before.text === '-' && !first.spaced));
    return isJoined && lexemes[from - 2]?.entry?.counts === true;
  }
  // No article of a law has a zero in front: `Article 05 May 2022` labels a page.
  if (before.entry?.counts === true) return !articles.has(before.text) || !first.text.startsWith('0');
  if (before.kind !== 'word') return false;
  return first.spaced ? isNamedYear(before, atoms, gaps) : isNameWithNumber(lexemes, from, before);
}

/** `Tokyo 2020 23 July`, `World Cup 2022 20 Nov`: a name, its year, and a day without one. */
function isNamedYear({ entry }: Lexeme, [first, , third]: readonly Atom[], gaps: readonly string[]): boolean {
  const isYear = first?.kind === 'number' && first.digits === 4 && first.role === undefined;
  const isName = entry === undefined || entry.counted === true || entry.numbered === true;
  return isYear && third !== undefined && isName && gaps[0] === '' && gaps[1] === '';
}

/** Capitals with a number: `G7 May 2021`. Not the end of a name (`JOHN DOE20 April 2021`), an agency, a zone or a label. */
function isNameWithNumber(lexemes: readonly Lexeme[], from: number, word: Lexeme): boolean {
  if (!word.isUpper || word.text.length > maxNameLetters || agencies.has(word.text)) return false;
  if (isStampWord(word)) return false;
  const previous = lexemes[from - 2];
  const isSurname = word.text.length > 2 && previous?.kind === 'word' && previous.isUpper;
  return !(isSurname && (previous.entry === undefined || previous.entry.numbered === true));
}

/** A word that ends right before a date: a zone, a label, a weekday; a letter alone is only a zone. */
function isStampWord({ text, entry }: Lexeme): boolean {
  if (entry === undefined || text.length === 1) return entry?.zone !== undefined;
  if (entry.weekdays !== undefined && text.length > 2) return true;
  return (entry.label ?? entry.zone ?? entry.meridiem ?? entry.months ?? entry.link ?? entry.clockMark) !== undefined;
}
