import type { Problem } from '../model/changes.ts';
import type { FoundPart } from './explain-article.ts';

/** How a piece of text looks on a terminal. */
export type Look = 'bold' | 'dim' | 'red' | 'yellow' | 'green' | 'cyan';
/** Gives a text its look, or leaves it as it is where colours are not wanted. */
export type Paint = (look: Look, text: string) => string;

export interface Explained {
  readonly path: string;
  readonly found: readonly FoundPart[];
}

export interface Counts {
  readonly files: number;
  readonly skippedFiles: number;
  readonly articles: number;
  readonly skippedArticles: number;
  readonly published: number;
  readonly tags: number;
  /** Files that were read, by their form. */
  readonly forms: Readonly<Record<string, number>>;
}

/** The problems and notes by file, errors first, each in a line `path:line: message` that a program can cut, too. */
export function problemLines(problems: readonly Problem[], paint: Paint): readonly string[] {
  const rank = ({ severity }: Problem): number => (severity === 'error' ? 0 : 1);
  const byPlace = [...problems].sort(
    (a, b) => compare(a.path, b.path) || rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0),
  );
  return byPlace.map(({ severity, path, line, message }) => {
    const [told, mend] = divided(message);
    const kind = severity === 'note' ? paint('yellow', 'note: ') : '';
    const what = severity === 'note' ? told : paint('red', told);
    return `${placeOf(path, line, paint)}: ${kind}${what}${paint('dim', mend)}`;
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** What is wrong, and how to mend it: the rest after the last semicolon. */
function divided(message: string): readonly [string, string] {
  const at = message.lastIndexOf('; ');
  return at === -1 ? [message, ''] : [message.slice(0, at), message.slice(at)];
}

const placeOf = (path: string, line: number | undefined, paint: Paint): string =>
  paint('bold', path) + (line === undefined ? '' : paint('cyan', `:${line}`));

/** What was found of an article and where, a line for each part. */
export const explainedLines = ({ path, found }: Explained, paint: Paint): readonly string[] =>
  found.map(({ what, value, line, source }) => {
    const because = source === undefined ? '' : paint('dim', what === 'time' ? ` ${source}` : ` (${source})`);
    return `${placeOf(path, line, paint)}: ${paint('green', what)}: ${value}${because}`;
  });

/** What there is in all: files by their form, then articles. */
export function countLines(counts: Counts, paint: Paint): readonly string[] {
  const { files, skippedFiles, articles, skippedArticles, published, tags, forms } = counts;
  const skipped = (count: number): string => (count === 0 ? '0 skipped' : paint('red', `${count} skipped`));
  const kinds = Object.entries(forms).map(([form, count]) => `${count} ${form.replaceAll('-', ' ')}`);
  const first = `${files - skippedFiles} of ${files} files read, ${skipped(skippedFiles)}`;
  return [
    kinds.length === 0 ? first : `${first}: ${kinds.join(', ')}`,
    `${articles - skippedArticles} of ${articles} articles read, ${skipped(skippedArticles)}: ${counted(published, 'article')} published, ${counted(tags, 'tag')}`,
  ];
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
