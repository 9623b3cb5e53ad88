import MarkdownIt, { type Token } from 'markdown-it';
import type { Found } from './draft.ts';

/** CommonMark, with the tables and strikethrough of GitHub; raw HTML is let through here and sanitised later. */
const markdown = new MarkdownIt('default', { html: true, linkify: false, typographer: false });

export interface RenderedMarkdown {
  /** Not yet sanitised. */
  readonly html: string;
  /** The heading that is the title; its line counts from 0. */
  readonly heading?: Found;
}

/**
 * Renders Markdown. The first great heading of the text itself, or any heading that it begins with, is its title, and
 * leaves the text when no other title is given or it says the same.
 */
export function renderMarkdown(text: string, title: string | undefined): RenderedMarkdown {
  const environment = {};
  const tokens = markdown.parse(text, environment);
  const at = titleHeadingAt(tokens);
  const words = at === -1 ? '' : plainText(tokens[at + 1]);
  const isTitle = words !== '' && (title === undefined || folded(words) === folded(title));
  const kept = isTitle ? tokens.toSpliced(at, HEADING_TOKENS) : tokens;
  const html = markdown.renderer.render(kept, markdown.options, environment);
  return words === '' ? { html } : { html, heading: { text: words, line: tokens[at]?.map?.[0] ?? 0 } };
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

/** The words of a heading without its marks. */
const plainText = (inline: Token | undefined): string =>
  (inline?.children ?? [])
    .map(({ type, content }) => (type === 'html_inline' ? '' : type.endsWith('break') ? ' ' : content))
    .join('')
    .trim();
