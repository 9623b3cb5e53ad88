import { type Random, randomFrom, zipfOf } from './random.ts';

const STARTS = 'b br c ch d dr f fl g gr h j k l m n p pl qu r s sh st t th tr v w z'.split(' ');
const MIDDLES = 'a e i o u ai ea ee ou oa'.split(' ');
const ENDS = ['', '', '', 'n', 'r', 's', 'l', 'm', 't', 'nd', 'st', 'ck', 'sh'];
const VOCABULARY_SEED = 20_260_101;
const VOCABULARY_SIZE = 6_000;

/** What holds real sentences together; by them a language is told. */
const SMALL_WORDS = 'the of and to in a is that for on with as was by at from it he his are be this not but they'.split(
  ' ',
);

/**
 * An invented language: the small words are those of English and stand first, as the frequent ones do; then words of one to
 * four syllables, all different, the short ones first.
 */
function inventVocabulary(): readonly string[] {
  const random = randomFrom(VOCABULARY_SEED);
  const words = new Set<string>(SMALL_WORDS);
  while (words.size < VOCABULARY_SIZE) {
    const syllables = 1 + Math.floor((words.size / VOCABULARY_SIZE) * 3) + random.below(2);
    words.add(
      Array.from({ length: syllables }, () => `${random.pick(STARTS)}${random.pick(MIDDLES)}${random.pick(ENDS)}`).join(
        '',
      ),
    );
  }
  return [...words];
}

export const VOCABULARY = inventVocabulary();
const drawWord = zipfOf(VOCABULARY, 3);

/** `quonder` becomes `Quonder`. */
export const capitalised = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

/** Some words of the vocabulary, as running text draws them. */
export const wordsOf = (random: Random, count: number): readonly string[] =>
  Array.from({ length: count }, () => drawWord(random));

/** A headline: each word with a capital, no stop at the end. */
export const headline = (random: Random): string =>
  wordsOf(random, 5 + random.below(4))
    .map(capitalised)
    .join(' ');

/** One sentence of 8 to 19 words, with a comma now and then, a full stop and no other mark. */
function sentence(random: Random): string {
  const words = wordsOf(random, 8 + random.below(12));
  const comma = random.below(words.length * 2);
  return `${capitalised(words.map((word, place) => (place === comma ? `${word},` : word)).join(' '))}.`.replace(
    ',.',
    '.',
  );
}

/** A paragraph of three to six sentences; about 430 letters. */
export const paragraph = (random: Random): string =>
  Array.from({ length: 3 + random.below(4) }, () => sentence(random)).join(' ');

/** Paragraphs until they have `letters` letters or a few more. */
export function paragraphs(random: Random, letters: number): readonly string[] {
  const all: string[] = [];
  for (let length = 0; length < letters; length += all.at(-1)?.length ?? 0) all.push(paragraph(random));
  return all;
}
