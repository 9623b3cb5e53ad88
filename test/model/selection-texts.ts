import { type SeededRandom, seededRandom } from './seeded-random.ts';

/** An expression over tags, with what it means worked out the slow way. */
export interface WrittenSelection {
  readonly text: string;
  /** Every set of terms that an article can bear, by `termKey`. */
  readonly bearings: readonly ReadonlySet<string>[];
  /** Whether an article of each of these bearings is selected. */
  readonly fits: readonly boolean[];
}

/** `a`, `b`, `c` … */
export const someLetters = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, place) => String.fromCharCode(97 + place));

interface Expression {
  readonly text: string;
  readonly isFit: (borne: ReadonlySet<string>) => boolean;
}

/** The spellings of four terms. */
const SPELLINGS: readonly (readonly [string, readonly string[]])[] = [
  ['tag:a', ['a', 'A', '%41', ' a', 'tag:a', '%23A']],
  ['tag:c-plus-plus', ['c-plus-plus', 'C%2B%2B', 'c%2b%2b', 'C-PLUS-PLUS']],
  ['section:a', ['section:a', 'section:A']],
  ['author:são', ['author:s%C3%A3o', 'author:são', 'author:Sa%CC%83o']],
];

const BEARINGS = Array.from(
  { length: 2 ** SPELLINGS.length },
  (_, bits) => new Set(SPELLINGS.flatMap(([key], place) => ((bits >> place) % 2 === 1 ? [key] : []))),
);

/** A chain of parts is bracketed in any case; brackets that are not needed must not matter. */
function expression(random: SeededRandom, depth: number): Expression {
  if (depth === 0 || random.below(4) === 0) {
    const [key, spellings] = random.pick(SPELLINGS);
    return { text: random.pick(spellings), isFit: (borne) => borne.has(key) };
  }
  if (random.below(4) === 0) {
    const { text, isFit } = expression(random, depth - 1);
    return { text: `-(${text})`, isFit: (borne) => !isFit(borne) };
  }
  const parts = Array.from({ length: 2 + random.below(3) }, () => expression(random, depth - 1));
  const isSum = random.below(2) === 0;
  return {
    text: `(${parts.map(({ text }) => text).join(isSum ? ',' : '+')})`,
    isFit: isSum
      ? (borne) => parts.some(({ isFit }) => isFit(borne))
      : (borne) => parts.every(({ isFit }) => isFit(borne)),
  };
}

/** A sum of products as a person writes it: no brackets, `+` before `,`. */
function plainExpression(random: SeededRandom): Expression {
  const literal = (): Expression => {
    const [key, spellings] = random.pick(SPELLINGS);
    const text = random.pick(spellings);
    return random.below(3) === 0
      ? { text: `-${text}`, isFit: (borne) => !borne.has(key) }
      : { text, isFit: (borne) => borne.has(key) };
  };
  const products = Array.from({ length: 1 + random.below(4) }, () =>
    Array.from({ length: 1 + random.below(3) }, literal),
  );
  return {
    text: products.map((literals) => literals.map(({ text }) => text).join('+')).join(','),
    isFit: (borne) => products.some((literals) => literals.every(({ isFit }) => isFit(borne))),
  };
}

/** As many selections, the same ones in every run, each with its truth table. */
export function writtenSelections(count: number): readonly WrittenSelection[] {
  const random = seededRandom(20_210_420);
  return Array.from({ length: count }, (_, place) => {
    const { text, isFit } = place % 2 === 0 ? plainExpression(random) : expression(random, 1 + random.below(3));
    return { text, bearings: BEARINGS, fits: BEARINGS.map(isFit) };
  });
}
