import MarkdownIt, { type Token } from 'markdown-it';
import addFootnotes from 'markdown-it-footnote';
import { ContentError } from '../../model/errors.ts';
import type { Found } from '../draft.ts';
import { addHabits, type MarkdownFindings } from './markdown-rules.ts';

/**
 * CommonMark with the tables, strikethrough, task lists and bare web addresses of GitHub, footnotes, and the habits of
 * Obsidian; raw HTML is let through here and sanitised later.
 */
const markdown = new MarkdownIt('default', { html: true, linkify: true, typographer: false });
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
markdown.use(addFootnotes).use(addHabits);

export interface RenderedMarkdown extends MarkdownFindings {
  /** Not yet sanitised. */
  readonly html: string;
  /** The heading that is the title; its line counts from 0. */
  readonly heading?: Found;
}

/**
 * Renders Markdown. The first great heading of the text itself, or any heading that it begins with, is its title, and
 * leaves the text when no other title is given or it says the same. `word` makes the ids of footnotes differ from those
 * of other articles in one feed.
 *
 * Throws ContentError for text that is signs of Markdown more than words: each may begin something, and takes its time.
 */
export function renderMarkdown(text: string, title: string | undefined, word = ''): RenderedMarkdown {
  refuseSigns(text);
  const environment = { docId: word, hashtags: [] };
  const tokens = markdown.parse(text, environment);
  const at = titleHeadingAt(tokens);
  const words = at === -1 ? '' : plainText(tokens[at + 1]);
  const isTitle = words !== '' && (title === undefined || folded(words) === folded(title));
  const kept = isTitle ? tokens.toSpliced(at, HEADING_TOKENS) : tokens;
  const html = markdown.renderer.render(kept, markdown.options, environment);
  const { hashtags } = environment;
  if (words === '') return { html, hashtags };
  return { html, hashtags, heading: { text: words, line: tokens[at]?.map?.[0] ?? 0 } };
}

/** Signs of Markdown that each may begin something, and the share of a text that is more of them than words. */
const COSTLY_SIGNS: readonly (readonly [string, number])[] = [
  ['[', 0.05],
  ['*', 0.1],
  ['_', 0.1],
  ['`', 0.1],
];
const MANY_SIGNS = 20_000;

function refuseSigns(text: string): void {
  if (text.length < MANY_SIGNS) return;
  for (const [sign, mostShare] of COSTLY_SIGNS) {
    let count = 0;
    for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) count += 1;
    if (count > MANY_SIGNS && count > text.length * mostShare) {
      throw new ContentError(`the text has ${count} times "${sign}", more than words; remove them, or the file`);
    }
  }
}

/** A heading is an opening, its text and a closing. */
const HEADING_TOKENS = 3;

/** The first great heading of the article itself, not of a list or quotation; or any heading it begins with. */
function titleHeadingAt(tokens: readonly Token[]): number {
  const isHeading = ({ type, level }: Token): boolean => type === 'heading_open' && level === 0;
  const great = tokens.findIndex((token) => isHeading(token) && token.tag === 'h1');
  return great === -1 && tokens[0] !== undefined && isHeading(tokens[0]) ? 0 : great;
}

const folded = (text: string): string => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();

/** The words of a heading without its marks, and without the hashtags at its end. */
const plainText = (inline: Token | undefined): string =>
  (inline?.children ?? [])
    .map(({ type, content }) => (type === 'html_inline' ? '' : type.endsWith('break') ? ' ' : content))
    .join('')
    .trim();
