import { endsSentence, weightOf } from '../line-shape.ts';
import { type BareLine, bareLines } from './page-markup.ts';

/** One line of a page dump without its indentation, its odd spaces and the marks of the extractor. */
export interface PageLine extends BareLine {
  /** 1-based line of the file. */
  readonly line: number;
  /** A blank line, or the beginning of the file, stands before it. */
  readonly opensBlock: boolean;
}

/**
 * Cuts a page dump into its lines, blank ones left out. Where a text extractor has wrapped paragraphs at a fixed width,
 * the lines of a paragraph are joined again.
 */
export function pageLines(text: string): readonly PageLine[] {
  const raw = text.split('\n');
  const wrapping = wrappingOf(raw);
  const blocks: PageLine[][] = [];
  let block: PageLine[] = [];
  for (const [index, bare] of bareLines(text).entries()) {
    if (bare.text !== '') block.push({ ...bare, line: index + 1, opensBlock: block.length === 0 });
    else if (block.length > 0) {
      blocks.push(block);
      block = [];
    }
  }
  if (block.length > 0) blocks.push(block);
  return blocks.flatMap((lines) => {
    if (wrapping !== undefined) return joinedAt(lines, raw, wrapping);
    return isWrapped(lines) ? [joined(lines)] : lines;
  });
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
const EVERY_WIDE = new RegExp(WIDE, 'g');

/** How wide a text is: in letters, or in columns of a terminal. */
type Measure = (text: string) => number;
const inLetters: Measure = (text) => text.length;
const inColumns: Measure = (text) => text.length + (text.match(EVERY_WIDE)?.length ?? 0);

interface Wrapping {
  readonly width: number;
  readonly measure: Measure;
}

const MAX_WIDTH = 160;
const MIN_WIDTH = 50;
/** A shorter line is not full. */
const FULL = 0.6;
const LEAST_BREAKS = 2;
/** Lists of headlines speak neither for a width nor against it, where so many sentences go on in lower case. */
const LEAST_RUNNING_ON = 3;
/** How a dump was wrapped shows in its beginning. */
const MAX_LINES_LOOKED_AT = 2_000;
/** A longer line was not wrapped; extractors leave addresses whole, and items of lists. */
const isUnbreakable = (line: string): boolean =>
  line.includes('](') || hasLongWord(line) || /^\s*(?:[*•·-]|\d+\.) /.test(line);

const LONG_WORD = 60;

/** Looks at every 60th letter, and from there back to the last blank: a word as long holds one of them. */
function hasLongWord(line: string): boolean {
  let blank = -1;
  while (blank + LONG_WORD < line.length) {
    let at = blank + LONG_WORD;
    while (at > blank && !isBlank(line.charCodeAt(at))) at -= 1;
    if (at === blank) return true;
    blank = at;
  }
  return false;
}

const isBlank = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || (code >= 160 && /\s/.test(String.fromCharCode(code)));

interface Break {
  readonly width: number;
  /** What the line would have measured with the first word of the next one. */
  readonly withNext: number;
  /** Another line follows, and the sentence is not at its end. */
  readonly isSure: boolean;
  /** Besides, the next line goes on in lower case. */
  readonly runsOn: boolean;
}

/**
 * How a whole dump was wrapped, as its breaks show: the first word of the next line would not have found room.
 * Undefined for a dump that was not wrapped.
 */
function wrappingOf(raw: readonly string[]): Wrapping | undefined {
  let best: (Wrapping & { readonly soft: number }) | undefined;
  // Without wide letters both measures are one.
  const measures = raw.slice(0, MAX_LINES_LOOKED_AT + 1).some((line) => WIDE.test(line))
    ? [inLetters, inColumns]
    : [inLetters];
  for (const measure of measures) {
    const all = raw.slice(0, MAX_LINES_LOOKED_AT).flatMap((line, at) => breakOf(line, raw[at + 1], measure));
    const breaks = all.filter((one) => one.width <= MAX_WIDTH);
    if (breaks.filter(({ isSure }) => isSure).length < LEAST_BREAKS) continue;
    const tooWide = all.length - breaks.length;
    for (let width = MIN_WIDTH; width <= MAX_WIDTH; width += 1) {
      let [soft, hard, runningOn, against] = [0, 2 * tooWide, 0, tooWide];
      for (const one of breaks) {
        if (one.width > width) {
          hard += 2;
          against += 1;
        } else if (one.width < width * FULL) continue;
        else if (one.withNext > width) {
          soft += one.isSure ? 1 : 0;
          runningOn += one.runsOn ? 1 : 0;
        } else {
          hard += 1;
          against += one.runsOn ? 1 : 0;
        }
      }
      const isWrapped =
        (soft >= LEAST_BREAKS && soft > 2 * hard) || (runningOn >= LEAST_RUNNING_ON && runningOn > 2 * against);
      if (isWrapped && soft > (best?.soft ?? 0)) best = { width, measure, soft };
    }
  }
  return best;
}

function breakOf(line: string, next: string | undefined, measure: Measure): readonly Break[] {
  const trimmed = line.trimEnd();
  if (trimmed.length < (MIN_WIDTH * FULL) / 2 || isUnbreakable(trimmed)) return [];
  const width = trimmed.length > MAX_WIDTH * 2 ? trimmed.length : measure(trimmed);
  if (next === undefined || next.trim() === '')
    return [{ width, withNext: Number.POSITIVE_INFINITY, isSure: false, runsOn: false }];
  if (isUnbreakable(next)) return [];
  const isSure = !endsSentence(trimmed);
  return [{ width, withNext: withFirstWord(width, next, measure), isSure, runsOn: isSure && /^\s*\p{Ll}/u.test(next) }];
}

const withFirstWord = (width: number, next: string, measure: Measure): number => {
  const trimmed = next.trimStart();
  if (WIDE.test(trimmed.charAt(0)) && !/[\uac00-\ud7a3]/.test(trimmed.charAt(0)))
    return width + measure(trimmed.charAt(0));
  return width + 1 + measure(/^\S{0,60}/.exec(trimmed)?.[0] ?? '');
};

/** Joins the lines of a block whose breaks were made by the width. */
function joinedAt(
  lines: readonly PageLine[],
  raw: readonly string[],
  { width, measure }: Wrapping,
): readonly PageLine[] {
  const runs: PageLine[][] = [];
  for (const line of lines) {
    const last = runs.at(-1)?.at(-1);
    const before = last === undefined ? '' : (raw[last.line - 1]?.trimEnd() ?? '');
    const isNew = line.isItem === true || line.heading !== undefined || last?.heading !== undefined;
    if (!isNew && last !== undefined && withFirstWord(measure(before), raw[line.line - 1] ?? '', measure) > width) {
      runs.at(-1)?.push(line);
    } else runs.push([line]);
  }
  return runs.map((run) => (run.length === 1 && run[0] !== undefined ? run[0] : joined(run)));
}

const MAX_WRAP_WIDTH = 110;
const MIN_WRAP_WIDTH = 45;
/** Where words are not divided by blanks, or have no capitals, the lines of a paragraph are as long as each other. */
const LEAST_EVEN_LINES = 3;
const EVEN = 0.75;

/**
 * A run of headlines begins each line with a capital; a wrapped paragraph goes on in lower case and ends a sentence.
 * Where there are no capitals, it has at least three lines of nearly one width, few of which end a sentence.
 */
function isWrapped(lines: readonly PageLine[]): boolean {
  const [, ...others] = lines;
  const last = others.at(-1);
  if (last === undefined || !endsSentence(last.text)) return false;
  const widths = lines.map(({ text }) => weightOf(text));
  const full = widths.slice(0, -1);
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  const narrowest = full.reduce((least, width) => Math.min(least, width), widest);
  if (widest > MAX_WRAP_WIDTH || narrowest < MIN_WRAP_WIDTH) return false;
  if (others.filter(({ text }) => /^\p{Ll}/u.test(text)).length * 2 >= others.length) return true;
  const ends = lines.filter(({ text }) => endsSentence(text)).length;
  const isUncased = lines.every(({ text }) => /^[^\p{Lu}\p{Ll}]*$/u.test(text.slice(0, 1)));
  return isUncased && lines.length >= LEAST_EVEN_LINES && narrowest >= widest * EVEN && ends * 2 <= lines.length;
}

const WIDE_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff65]$/u;

/** Chinese and Japanese are written without blanks between their words. */
function joined(lines: readonly PageLine[]): PageLine {
  const words = lines.map(({ text }, at) => {
    const isGlued = at === 0 || WIDE_END.test(lines[at - 1]?.text.slice(-1) ?? '');
    return isGlued ? text : ` ${text}`;
  });
  const { line, opensBlock, ...marks } = lines[0] ?? { line: 1, opensBlock: true };
  const isLinked = lines.every((one) => one.isLinked === true);
  return { line, opensBlock, ...marks, text: words.join(''), ...(isLinked ? { isLinked: true as const } : {}) };
}
