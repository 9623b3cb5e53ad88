import MarkdownIt, { type Token } from 'markdown-it';
import { ContentError } from '../model/errors.ts';
import { authorsOf } from './author-names.ts';
import type { Draft, Found, Stamp } from './draft.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import type { Field } from './yaml-fields.ts';

/** CommonMark, with the tables and strikethrough of GitHub; raw HTML is let through here and sanitised later. */
const markdown = new MarkdownIt('default', { html: true, linkify: false, typographer: false });

/** The keys of front matter by what they mean; of several in one file the first named here counts. */
const KEYS = {
  title: ['title'],
  published: ['published', 'date'],
  updated: ['updated', 'lastmod', 'modified'],
  tags: ['tags', 'tag', 'keywords'],
  authors: ['authors', 'author'],
  section: ['section', 'category', 'categories'],
  series: ['series'],
  id: ['id', 'guid'],
  url: ['url', 'canonical'],
  slug: ['slug'],
  summary: ['summary', 'description', 'excerpt'],
  language: ['language', 'lang'],
  draft: ['draft'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/**
 * Reads an article in Markdown with YAML front matter. Without a `title` the first heading of the body is the title; a
 * heading that says the title leaves the body. Of several sections the first is the section, the others are tags.
 * Throws ContentError with its line for front matter that cannot be read and for a missing title.
 */
export function readMarkdown(text: string): Draft {
  const matter = readFrontMatter(text);
  const fields = (name: keyof typeof KEYS): readonly Field[] =>
    KEYS[name].flatMap((key) => matter.fields.get(key) ?? []);
  const single = (name: keyof typeof KEYS): Found | undefined => texts(fields(name)[0])[0];
  const [section, ...otherSections] = texts(fields('section')[0]);
  const published = fields('published').flatMap(texts);
  const { title, titleNote, html } = titleAndBody(single('title'), matter);
  return {
    title,
    html,
    stamps: [
      ...stamps(
        published.find((found) => !BOOLEAN.test(found.text)),
        'published',
      ),
      ...stamps(single('updated'), 'updated'),
    ],
    tags: [...tagsOf(fields('tags')[0]), ...otherSections],
    authors: authorsOf(fields('authors')[0]),
    related: [],
    isDraft: isDraft(single('draft'), published),
    ...withoutUndefined({
      summary: single('summary')?.text,
      section,
      series: single('series'),
      id: single('id'),
      url: single('url'),
      slug: single('slug'),
      language: single('language'),
      titleNote,
    }),
  };
}

type Defined<Fields> = { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };

function withoutUndefined<Fields extends object>(fields: Fields): Defined<Fields> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Defined<Fields>;
}

const NO = /^(?:false|no|off|n|0)$/i;
const BOOLEAN = /^(?:true|yes|on|false|no|off)$/i;

/** `draft:` with anything but a no, lest half a story goes out by a slip; `published: false` says the same. */
const isDraft = (draft: Found | undefined, published: readonly Found[]): boolean =>
  (draft !== undefined && !NO.test(draft.text)) || published.some(({ text }) => BOOLEAN.test(text) && NO.test(text));

function titleAndBody(
  given: Found | undefined,
  { body, bodyLine }: FrontMatter,
): { title: Found; titleNote?: string; html: string } {
  const environment = {};
  const tokens = markdown.parse(body, environment);
  const at = titleHeadingAt(tokens);
  const words = at === -1 ? '' : plainText(tokens[at + 1]);
  const isTitle = words !== '' && (given === undefined || folded(words) === folded(given.text));
  const kept = isTitle ? tokens.toSpliced(at, HEADING_TOKENS) : tokens;
  const html = markdown.renderer.render(kept, markdown.options, environment);
  if (given !== undefined) return { title: given, html };
  if (words === '') {
    throw new ContentError('the article has no title; add "title: …" to its front matter, or a first line "# …"', 1);
  }
  return {
    title: { text: words, line: bodyLine + (tokens[at]?.map?.[0] ?? 0) },
    titleNote: 'the title is the first heading, because the front matter names none',
    html,
  };
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

/** The texts of a field, a list flattened; a record has none. */
function texts(field: Field | undefined): readonly Found[] {
  if (field === undefined || field.kind === 'record') return [];
  return field.kind === 'text' ? [field.value] : field.values.flatMap(texts);
}

const stamps = (found: Found | undefined, role: Stamp['role']): readonly Stamp[] =>
  found === undefined ? [] : [{ ...found, role }];

/** A list is taken as it is, so that a tag may hold a comma; a text is divided at its commas. */
const tagsOf = (field: Field | undefined): readonly Found[] =>
  field?.kind === 'text'
    ? field.value.text.split(/[,;،、，；]/).map((text) => ({ text: text.trim(), line: field.value.line }))
    : texts(field);
