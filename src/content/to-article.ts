import type { Article, Author } from '../model/article.ts';
import type { Problem } from '../model/changes.ts';
import { ContentError } from '../model/errors.ts';
import type { Trace } from '../model/ledger.ts';
import type { Site } from '../model/site.ts';
import { type Slug, toSlug } from '../model/slug.ts';
import { type Term, type TermKind, termKey, toTerm } from '../model/term.ts';
import { traceOf } from './article-trace.ts';
import { detectLanguage } from './detect-language.ts';
import type { Draft, Found, FoundAuthor } from './draft.ts';
import { htmlWithLink } from './link-post.ts';
import { attachmentsOf } from './media/attachments.ts';
import { type MediaFinder, NO_MEDIA } from './media/media-folder.ts';
import { sanitise } from './sanitise.ts';
import { settleTimes, type TimeSettings } from './times.ts';

/** The settings that an article depends on besides its file. When one changes, every file is read anew. */
export interface ArticleSettings extends TimeSettings {
  readonly site: Pick<Site, 'baseUrl' | 'idAuthority'>;
}

/**
 * Makes an article of what a reader found in the file at `path` (inside the content folder, with `/`), and says what an
 * author should know of it. `finder` knows the files beside it. Throws ContentError for what keeps it from being published: no readable date, no address.
 */
export function toArticle(
  draft: Draft,
  path: string,
  settings: ArticleSettings,
  finder: MediaFinder = NO_MEDIA,
): { readonly article: Article; readonly notes: readonly Problem[] } {
  const notes: Problem[] = [];
  const note = (line: number, message: string): void => void notes.push({ severity: 'note', path, line, message });
  if (draft.titleNote !== undefined) note(draft.title.line, draft.titleNote);

  const language = draft.language === undefined ? undefined : toLanguage(draft.language, note);
  const order = settings.order ?? draft.dateOrder;
  const ordered: TimeSettings = order === undefined ? settings : { ...settings, order };
  const times = settleTimes(draft.stamps, ordered, language, firstLineOf(draft));
  for (const { line, message } of times.notes) note(line, message);

  const slug = slugOf(draft, path);
  const url = draft.url === undefined ? undefined : toWebAddress(draft.url, settings.site.baseUrl, note);
  const base = draft.base ?? url ?? `${settings.site.baseUrl}articles/${encodeURIComponent(slug)}`;
  const { id, from } = idAndSource(draft, path, settings);
  const missingBefore = finder.missing.size;
  const html = sanitise(htmlWithLink(draft), base, (address) => finder.find(address)?.url);
  if (url === undefined) {
    for (const address of [...finder.missing].slice(missingBefore)) {
      const message = `the file "${address}" is not in the folder; put it beside the article, or mend its name`;
      notes.push({ severity: 'note', path, message });
    }
  }
  const refuse = (line: number, address: string): void =>
    note(
      line,
      `"${address}" is no file of the folder and no web address, and is left out; put the file beside the article`,
    );
  // A guess settles no time: times go by what the page says of itself.
  const shownLanguage = language ?? detectLanguage(html);
  const article: Article = {
    id,
    slug,
    ...(url === undefined ? {} : { url }),
    title: plain(draft.title.text),
    html,
    ...(draft.summary === undefined ? {} : { summary: plain(draft.summary) }),
    authors: draft.authors.map((author) => toAuthor(author, settings.site.baseUrl, note)),
    terms: termsOf(draft, note),
    publishedAt: times.publishedAt,
    dateline: times.dateline,
    updatedAt: times.updatedAt,
    ...attachmentsOf(draft, { html, base, finder, refuse }),
    ...(shownLanguage === undefined ? {} : { language: shownLanguage }),
    source: path,
    trace: traceOf(draft, from, times.isStamped),
  };
  return { article, notes };
}

type Note = (line: number, message: string) => void;

function toAuthor({ name, email, url, line }: FoundAuthor, baseUrl: string, note: Note): Author {
  const address = url === undefined ? undefined : toWebAddress({ text: url, line }, baseUrl, note);
  return {
    name: plain(name),
    ...(email === undefined ? {} : { email }),
    ...(address === undefined ? {} : { url: address }),
  };
}

const plain = (text: string): string => text.replace(/[\s\u00a0]+/gu, ' ').trim();

/** An article in a file with others begins where its title stands. */
const firstLineOf = ({ part, title }: Draft): number => (part === undefined ? 1 : title.line);

/** The path without its extension is the address: it stays when the title is mended. */
function slugOf(draft: Draft, path: string): Slug {
  const place = path.replace(/\.[^./]+$/, '');
  const wanted = draft.slug?.text ?? (draft.part === undefined ? place : `${place}/${draft.part}`);
  const slug = toSlug(wanted);
  if (slug === undefined) {
    throw new ContentError(
      `no address can be made of "${wanted}"; shorten the file's name, or add "slug: …"`,
      draft.slug?.line ?? firstLineOf(draft),
    );
  }
  return slug;
}

const ABSOLUTE_URI = /^[a-z][a-z0-9+.-]*:[\x21-\x7e]+$/i;

/**
 * The id of a draft from the file at `path`, without the rest of the article: the id that an author or an export gave,
 * when it is an absolute URI, else a `tag:` URI (RFC 4151) of the site and the given word; without one its own web
 * address; else a `tag:` URI of the site and the path (and the part of it, where one file holds several articles).
 */
export const idOf = (draft: Pick<Draft, 'id' | 'part' | 'url'>, path: string, settings: ArticleSettings): string =>
  idAndSource(draft, path, settings).id;

function idAndSource(
  { id, part, url }: Pick<Draft, 'id' | 'part' | 'url'>,
  path: string,
  { site }: ArticleSettings,
): { readonly id: string; readonly from: Trace['idFrom'] } {
  if (id !== undefined) {
    if (ABSOLUTE_URI.test(id.text)) return { id: id.text, from: 'author' };
    const word = part === undefined || !COMMON.test(id.text) ? id.text : `${houseOf(url, path)}/${id.text}`;
    return { id: tagUri(word, site.idAuthority), from: 'author' };
  }
  const address = url === undefined ? undefined : ownAddress(url.text);
  if (address !== undefined) return { id: address, from: 'address' };
  return { id: tagUri(part === undefined ? path : `${path}/${part}`, site.idAuthority), from: 'path' };
}

/** Ids that any two exports have: `12`, `post-12`, `piano`. */
const COMMON = /^(?:.{1,8}|\D{0,12}\d{1,12})$/su;

/** What tells the numbers of one export from those of another: the site that it is of, else the file itself. */
const houseOf = (url: Draft['url'], path: string): string =>
  (url === undefined ? null : URL.parse(url.text))?.hostname || path.replace(/\.[^./]+$/, '');

const tagUri = (word: string, authority: string): string =>
  `tag:${authority}:${word.toWellFormed().normalize('NFC').split('/').map(encodeURIComponent).join('/')}`;

/** An address that can be of one article only: many pages name the front page of their site as their own by mistake. */
function ownAddress(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null || !/^https?:$/.test(url.protocol) || (url.pathname === '/' && url.search === '')) return undefined;
  return url.href;
}

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** The canonical code of a language; names such as `english` have the form of a code but are none. */
function toLanguage({ text, line }: Found, note: Note): string | undefined {
  try {
    const [code] = Intl.getCanonicalLocales(text.replaceAll('_', '-'));
    if (code !== undefined && (/^[a-z]{2,3}(?:-|$)/.test(code) || languageNames.of(code) !== undefined)) return code;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  note(line, `"${text}" is no language and is left out; write a code such as "en" or "pt-BR"`);
  return undefined;
}

function toWebAddress({ text, line }: Found, baseUrl: string, note: Note): string | undefined {
  const url = URL.parse(text, baseUrl);
  if (url !== null && /^https?:$/.test(url.protocol)) return url.href;
  note(line, `"${text}" is no web address and is left out; write one such as "https://example.org/article"`);
  return undefined;
}

function termsOf(draft: Draft, note: Note): readonly Term[] {
  const terms = new Map<string, Term>();
  const take = (kind: TermKind, label: string, line: number): void => {
    const term = toTerm(kind, label);
    if (term !== undefined) {
      if (!terms.has(termKey(term))) terms.set(termKey(term), term);
    } else if (label.trim() !== '') {
      note(line, `the ${kind} "${label.slice(0, 60)}" is left out: no address can be made of it; shorten it`);
    }
  };
  for (const { text, line } of draft.tags) take('tag', text, line);
  if (draft.section !== undefined) take('section', draft.section.text, draft.section.line);
  if (draft.series !== undefined) take('series', draft.series.text, draft.series.line);
  for (const { name, line } of draft.authors) take('author', name, line);
  return [...terms.values()];
}
