import { RE2JS, RE2JSException } from 're2js';

/** Longer ones are lists, and a list is better kept as algebra or in several feeds. */
const MAX_PATTERN_LENGTH = 500;
/** Of patterns that are more than words: what each character of a text may cost. */
const MAX_STEPS_PER_CHARACTER = 200;

/** A regular expression that never takes longer than its steps times the length of the text. */
export interface Pattern {
  /** What looking at one character can cost at the most, in steps of some 60 ns. */
  readonly stepsPerCharacter: number;
  /** Whether it fits anywhere in the text. */
  readonly fits: (text: string) => boolean;
}

/** Words, groups of words and alternatives have no more states than signs; all else can have a state for each character. */
const isWords = (text: string): boolean => !/[.[\\*+?{]/.test(text.replace(/\\[^\p{L}\p{N}]|\(\?(?:i\)|:)/gu, ''));

/**
 * Makes a pattern of text that anybody may have sent. RE2 syntax: no look-around, no back-references, and time that grows
 * with the text and never explodes. Answers a problem in words, to be put after the name of the parameter, for bad syntax,
 * for more than 500 characters, and for one that expands to too much (`(.{50}){20}`).
 */
export function toPattern(text: string, isCaseSensitive: boolean): Pattern | { readonly problem: string } {
  if (text.length > MAX_PATTERN_LENGTH) {
    return { problem: `the pattern is ${text.length} characters long, at most ${MAX_PATTERN_LENGTH} are read` };
  }
  try {
    const compiled = RE2JS.compile(text, isCaseSensitive ? 0 : RE2JS.CASE_INSENSITIVE);
    const stepsPerCharacter = isWords(text) ? 1 : compiled.programSize();
    if (stepsPerCharacter > MAX_STEPS_PER_CHARACTER) {
      return { problem: `"${text}" expands to too large a pattern; repeat less` };
    }
    return { stepsPerCharacter, fits: (searched) => compiled.test(searched) };
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    return { problem: `"${text}" is no pattern (${error.message}); write a regular expression of RE2` };
  }
}
