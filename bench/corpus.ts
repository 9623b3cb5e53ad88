import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Random, randomFrom, zipfOf } from './random.ts';
import { capitalised, headline, paragraphs, VOCABULARY, wordsOf } from './words.ts';

/** One article file of a generated folder. */
interface GeneratedFile {
  /** Inside the folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

const CORPUS_SEED = 20_261_122;
/** The letters of a body that make files of 3.5 KB. */
const BODY_LETTERS = 2_800;
const FILES_PER_FOLDER = 200;
const FIRST_DAY = Date.UTC(2016, 0, 1);
/** Far enough apart for 100,000 articles before the end of 2025. */
const APART_MS = 50 * 60_000;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const SECTIONS = ['Harbour', 'Culture', 'Science', 'Weather', 'Town Hall', 'Sport', 'Letters', 'Trams'];
const SERIES = Array.from({ length: 40 }, (_, place) => `${capitalised(VOCABULARY[900 + place] ?? '')} Chronicle`);
const AUTHORS = Array.from({ length: 60 }, (_, place) =>
  [VOCABULARY[1_000 + place], VOCABULARY[2_000 + place]].map((word) => capitalised(word ?? '')).join(' '),
);

/** As many tags as such an archive has (500 for 1,000 files, 2,000 for 10,000), of one or two words. */
export function tagsFor(files: number): readonly string[] {
  const count = files <= 1_000 ? 500 : files <= 10_000 ? 2_000 : 20_000;
  const random = randomFrom(CORPUS_SEED);
  const tags = new Set<string>();
  while (tags.size < count) {
    const words = Array.from({ length: 1 + random.below(2) }, () => random.pick(VOCABULARY));
    tags.add(words.map((word, place) => (place === 0 ? capitalised(word) : word)).join(' '));
  }
  return [...tags];
}

/** How a tag stands in an address. */
export const slugOf = (tag: string): string => tag.toLowerCase().replaceAll(' ', '-');

/** The most used tag of every generated folder. */
export const mostUsedTag = (): string => tagsFor(1)[0] ?? '';

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** The ways in which the seed's sort of page writes its clock. */
function clockOf(date: Date, random: Random): string {
  const clock = `${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`;
  const day = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  const dotted = `${twoDigits(date.getUTCDate())}.${twoDigits(date.getUTCMonth() + 1)}.${date.getUTCFullYear()}`;
  return random.pick([`${clock} GMT${day}`, `${clock} GMT ${day}`, `${clock} ${dotted}`]);
}

interface About {
  readonly letters: number;
  readonly date: Date;
  readonly tags: readonly string[];
  readonly random: Random;
}

/** A page as text extractors leave it: clock, buttons, section, series, paragraphs, headlines, tags, footer. */
function pageDump({ letters, date, tags, random }: About): string {
  const series = `    ${random.pick(SERIES)} (${1 + random.below(90)})`;
  const body = paragraphs(random, letters).map((text) => `    ${text.replace(/ (?=\S+ \S+\.)/g, '\u00a0 ')}\n`);
  return [
    clockOf(date, random),
    'Listen Live',
    `    ${random.pick(SECTIONS)}`,
    '    Get short URL',
    `${series}\n`,
    ...body,
    `${series}\n\n`,
    ...Array.from({ length: 3 }, () => `    ${headline(random)}`),
    `    ${tags.join(', ')}`,
    '    Community standardsDiscussion',
  ].join('\n');
}

/** Markdown with front matter and what people write in it: headings, links, lists, emphasis, a quotation, an image. */
function markdownFile({ letters, date, tags, random }: About): string {
  const [lead, second = '', third = '', ...others] = paragraphs(random, letters - 300);
  const [first, ...more] = wordsOf(random, 8);
  return [
    '---',
    `title: ${headline(random)}`,
    `date: ${date.toISOString()}`,
    `tags: [${tags.join(', ')}]`,
    `author: ${random.pick(AUTHORS)}`,
    `section: ${random.pick(SECTIONS)}`,
    '---',
    `\n${lead}`,
    `\n## ${headline(random)}`,
    `\nThe **${first}** of [${more.slice(0, 2).join(' ')}](../${more[2]}/page.html?a=1&b=2) and _${more[3]}_. ${second}`,
    `\n> ${third}\n`,
    ...more.map((word) => `- ${word} \`${word}\``),
    `\n![${more[0]}](images/${more[1]}.jpg)`,
    ...others.map((text) => `\n${text}`),
    '',
  ].join('\n');
}

/**
 * The files of a generated archive: half page dumps, half Markdown, about 3.5 KB each, three to nine tags drawn by
 * Zipf's law and one drawn evenly, so that every tag is used. The same numbers give the same files everywhere.
 */
function* generatedFiles(count: number, letters: number): Generator<GeneratedFile> {
  for (const { place, name, about } of drawnArticles(count, letters)) {
    const folder = `part-${String(Math.floor(place / FILES_PER_FOLDER)).padStart(3, '0')}`;
    const isDump = place % 2 === 0;
    const text = isDump ? pageDump(about) : markdownFile(about);
    yield { path: `${folder}/${name}.${isDump ? 'txt' : 'md'}`, text };
  }
}

function* drawnArticles(count: number, letters: number) {
  const tags = tagsFor(count);
  const drawTag = zipfOf(tags);
  for (let place = 0; place < count; place += 1) {
    const random = randomFrom(CORPUS_SEED + 1 + place);
    const drawn = Array.from({ length: 2 + random.below(7) }, () => drawTag(random));
    const about: About = {
      letters,
      date: new Date(FIRST_DAY + place * APART_MS),
      tags: [...new Set([...drawn, random.pick(tags)])],
      random,
    };
    const name = `${String(place).padStart(6, '0')}-${wordsOf(random, 3).join('-')}`;
    yield { place, name, about };
  }
}

/** The same articles in their parts, for programs that read other files than Tagwire does. */
export function* articleTexts(count: number) {
  for (const { name, about } of drawnArticles(count, BODY_LETTERS)) {
    const { random, letters, date, tags } = about;
    yield { name, date, tags, title: headline(random), body: paragraphs(random, letters) };
  }
}

/**
 * Writes a generated archive of `count` files into `folder`, with about `letters` letters to an article, and answers
 * how many bytes it holds.
 */
export function writeCorpus(folder: string, count: number, letters: number = BODY_LETTERS): number {
  let bytes = 0;
  for (const { path, text } of generatedFiles(count, letters)) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    bytes += Buffer.byteLength(text);
  }
  return bytes;
}
