import { type KeptReading, readByKept } from './kept-reading.ts';
import { learnReading } from './learn-reading.ts';
import { type Lexicon, lexicon } from './lexicon.ts';
import type { LineReading } from './line-reading.ts';
import { haveOneShape, shapeHash } from './line-shape.ts';

/**
 * A shape that was met: one of its lines, how many the grammar had to read, and how they are read as far as that is known,
 * each way with other values.
 */
type Shape = { readonly line: string; lines: number; readonly ways: KeptReading[] };

const shapes = new Map<number, Shape>();
let knownTo: Lexicon | undefined;

/** Stamps that programs write have few shapes; where there are many, all are forgotten now and then. */
const maxShapes = 10_000;

/** Stamps stand in short lines; long ones are text, and each has a shape of its own. */
const maxLength = 100;

/**
 * Learning costs as much as reading some lines, so it waits for the fourth. It is tried again with the sixteenth,
 * the sixty-fourth, and so on: a line can be odd, with 24 for its hour, and those of many offsets are read in as many ways.
 */
const maxWays = 8;

/** Reads a cleaned line as others of its shape were read; undefined when that is not known, or its numbers differ. */
export function readAlike(line: string): LineReading | undefined {
  if (line.length > maxLength) return undefined;
  const known = lexicon(line);
  if (known !== knownTo || shapes.size >= maxShapes) shapes.clear();
  knownTo = known;
  const shape = shapes.get(shapeHash(line));
  if (shape === undefined || shape.ways.length === 0 || !haveOneShape(line, shape.line)) return undefined;
  for (const way of shape.ways) {
    const reading = readByKept(line, way);
    if (reading !== undefined) return reading;
  }
  return undefined;
}

/** Remembers how the grammar read a line that can be cut in one way only. */
export function keepReading(line: string, reading: LineReading): void {
  if (line.length > maxLength) return;
  const hash = shapeHash(line);
  const shape = shapes.get(hash);
  if (shape === undefined) shapes.set(hash, { line: copyOf(line), lines: 1, ways: [] });
  else if (haveOneShape(line, shape.line)) {
    shape.lines += 1;
    if (!isPowerOfFour(shape.lines)) return;
    const way = learnReading(line, reading);
    if (way !== undefined && shape.ways.unshift(way) > maxWays) shape.ways.pop();
  }
}

const isPowerOfFour = (count: number): boolean => Number.isInteger(Math.log2(count) / 2);

/** The same text by itself: a line may be a part of a large chunk, which would be kept with it. */
const copyOf = (line: string): string => Buffer.from(line, 'utf16le').toString('utf16le');
