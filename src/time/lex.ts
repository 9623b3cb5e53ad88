import { type Entry, entryOf } from './lexicon.ts';

/** A number, a word or a mark of a cleaned line. */
export type Lexeme = {
  readonly kind: 'number' | 'word' | 'mark';
  /** Lower case. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A space stands before it. */
  readonly spaced: boolean;
  /** The value of a number of at most 15 digits, else -1. */
  readonly value: number;
  readonly entry: Entry | undefined;
};

const shape =
  /(?<number>\d+)|(?<word>[APap]\.\s?[Mm]\b|\p{Lu}?[\p{Ll}\p{Lt}\p{Lm}\p{Lo}\p{M}]+|\p{Lu}[\p{Lu}\p{M}]*(?!\p{Ll})|\p{Lu})|(?<mark>\S)/gu;

/** Cuts a cleaned line into lexemes. `PublishedApr 20` and `02:27GMTUpdated` are cut where the case says so. */
export function lex(line: string): Lexeme[] {
  const lexemes: Lexeme[] = [];
  let before = 0;
  for (const found of line.matchAll(shape)) {
    const { number, word } = found.groups ?? {};
    const start = found.index;
    const end = start + found[0].length;
    const spaced = start > before;
    if (number !== undefined) {
      const value = number.length > 15 ? -1 : Number(number);
      lexemes.push({ kind: 'number', text: number, start, end, spaced, value, entry: undefined });
    } else if (word === undefined) {
      lexemes.push({ kind: 'mark', text: found[0], start, end, spaced, value: -1, entry: undefined });
    } else {
      const text = word.replace(/[.\s]/g, '').toLowerCase();
      lexemes.push({ kind: 'word', text, start, end, spaced, value: -1, entry: entryOf(text) });
    }
    before = end;
  }
  return lexemes;
}
