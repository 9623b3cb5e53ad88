import type { MarkdownIt, StateInline, Token } from 'markdown-it';

/** What a text says beside its words; filled while it is read. */
export interface MarkdownFindings {
  /** Hashtags in the text, with their lines counted from 0. */
  readonly hashtags: string[];
}

/** After these a `#` begins a hashtag; after others it is part of a word. */
const BEFORE_HASHTAG = /[\s(«„“"'[]/;
const HASHTAG = /#((?=[^\s]*[\p{L}_])[\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_/-]*)/uy;
const COLOUR = /^(?:[\da-f]{3}|[\da-f]{4}|[\da-f]{6}|[\da-f]{8})$/i;
const WIKI_LINK = /!?\[\[([^[\]\n|]{1,300})(?:\|([^[\]\n]{0,300}))?\]\]/y;
const COMMENT = /%%[^%]{0,5000}%%/y;
const MARKED = /==([^=\n]{1,500})==/y;
const PICTURE = /\.(?:avif|bmp|gif|jpe?g|png|svg|webp)$/i;
const CALLOUT = /^\[!([\w-]{1,30})\][+-]?[ \t]*([^\n]*)/;
const TASK = /^\[([ xX])\][ \t]+(?=\S)/;

/**
 * Adds the habits of Obsidian and of GitHub to Markdown: hashtags, wiki links and embedded images, comments between `%%`,
 * marked words, callouts, task lists.
 */
export function addHabits(markdown: MarkdownIt): void {
  const { inline, core } = markdown;
  inline.ruler.before('link', 'wiki_link', readWikiLink);
  inline.ruler.before('image', 'wiki_embed', readWikiLink);
  inline.ruler.push('hashtag', readHashtag);
  inline.ruler.push('comment', readComment);
  inline.ruler.push('marked', readMarked);
  core.ruler.after('block', 'callouts_and_tasks', ({ tokens }) => {
    for (const [at, token] of tokens.entries()) if (token.type === 'inline') changeStart(token, tokens, at);
  });
}

/** The first words of a quotation or of a point of a list. */
function changeStart(token: Token, tokens: readonly Token[], at: number): void {
  const [outer, paragraph] = [tokens[at - 2]?.type, tokens[at - 1]?.type];
  if (paragraph !== 'paragraph_open') return;
  if (outer === 'blockquote_open') {
    token.content = token.content.replace(CALLOUT, (_whole, kind: string, title: string) => {
      const words = title.trim() || `${kind.charAt(0).toUpperCase()}${kind.slice(1).toLowerCase()}`;
      return `**${words}**  `;
    });
  } else if (outer === 'list_item_open') {
    token.content = token.content.replace(TASK, (_whole, mark: string) => (mark === ' ' ? '☐ ' : '☑ '));
  }
}

function matched(pattern: RegExp, { src, pos }: StateInline): RegExpExecArray | null {
  pattern.lastIndex = pos;
  return pattern.exec(src);
}

function addText(state: StateInline, text: string): void {
  if (text !== '') state.push('text', '', 0).content = text;
}

function readHashtag(state: StateInline, silent: boolean): boolean {
  if (state.src[state.pos] !== '#') return false;
  if (state.pos > 0 && !BEFORE_HASHTAG.test(state.src[state.pos - 1] ?? '')) return false;
  const match = matched(HASHTAG, state);
  const tag = match?.[1]?.replace(/[/-]+$/, '');
  if (match === null || tag === undefined || COLOUR.test(tag) || state.linkLevel > 0) return false;
  if (!silent) {
    const { hashtags } = findingsIn(state.env);
    hashtags.push(tag);
    addText(state, `#${tag}`);
  }
  state.pos += tag.length + 1;
  return true;
}

/** The record that `renderMarkdown` hands to the rules. */
function findingsIn(environment: unknown): MarkdownFindings {
  return typeof environment === 'object' && environment !== null && 'hashtags' in environment
    ? (environment as MarkdownFindings)
    : { hashtags: [] };
}

/** A link to another note is its words; an embedded image is an image, an embedded note is nothing. */
function readWikiLink(state: StateInline, silent: boolean): boolean {
  const match = matched(WIKI_LINK, state);
  if (match === null) return false;
  const [whole, target = '', label] = match;
  if (!silent) {
    const path = target.replace(/#.*$/s, '').trim();
    if (!whole.startsWith('!')) addText(state, label?.trim() || path.replace(/^.*\//, '') || target.replace(/^#/, ''));
    else if (PICTURE.test(path)) addPicture(state, path, label);
  }
  state.pos += whole.length;
  return true;
}

function addPicture(state: StateInline, path: string, label: string | undefined): void {
  const words = label === undefined || /^\d+(?:x\d+)?$/.test(label) ? '' : label;
  const token = state.push('image', 'img', 0);
  token.attrs = [
    ['src', state.md.normalizeLink(path)],
    ['alt', ''],
  ];
  token.content = words;
  token.children = [];
  state.md.inline.parse(words, state.md, state.env, token.children);
}

function readComment(state: StateInline, _silent: boolean): boolean {
  if (!state.src.startsWith('%%', state.pos)) return false;
  const match = matched(COMMENT, state);
  if (match === null) return false;
  state.pos += match[0].length;
  return true;
}

function readMarked(state: StateInline, silent: boolean): boolean {
  if (!state.src.startsWith('==', state.pos)) return false;
  const match = matched(MARKED, state);
  if (match === null) return false;
  if (!silent) {
    state.push('mark_open', 'mark', 1);
    addText(state, match[1] ?? '');
    state.push('mark_close', 'mark', -1);
  }
  state.pos += match[0].length;
  return true;
}
