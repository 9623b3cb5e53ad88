import MarkdownIt from 'markdown-it';
import { ContentError } from '../model/errors.ts';
import type { Draft, Found, FoundAuthor, Stamp } from './draft.ts';
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
  section: ['section', 'category'],
  series: ['series'],
  id: ['id', 'guid'],
  url: ['url', 'canonical'],
  slug: ['slug'],
  summary: ['summary', 'description', 'excerpt'],
  language: ['language', 'lang'],
  draft: ['draft'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/**
 * Reads an article in Markdown with YAML front matter. Without a `title` the first heading of the body is the title and
 * leaves the body. Throws ContentError with its line for front matter that cannot be read and for a missing title.
 */
export function readMarkdown(text: string): Draft {
  const matter = readFrontMatter(text);
  const field = (name: keyof typeof KEYS): Field | undefined =>
    KEYS[name].map((key) => matter.fields.get(key)).find((value) => value !== undefined);
  const single = (name: keyof typeof KEYS): Found | undefined => texts(field(name))[0];
  const { title, titleNote, body } = titleAndBody(single('title'), matter);
  const optional = {
    summary: single('summary')?.text,
    section: single('section'),
    series: single('series'),
    id: single('id'),
    url: single('url'),
    slug: single('slug'),
    language: single('language'),
    titleNote,
  };
  return {
    title,
    html: markdown.render(body),
    stamps: [...stamps(single('published'), 'published'), ...stamps(single('updated'), 'updated')],
    tags: tagsOf(field('tags')),
    authors: authorsOf(field('authors')),
    related: [],
    isDraft: /^(?:true|yes|on|1)$/i.test(single('draft')?.text ?? ''),
    ...withoutUndefined(optional),
  };
}

type Defined<Fields> = { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };

function withoutUndefined<Fields extends object>(fields: Fields): Defined<Fields> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Defined<Fields>;
}

const HEADING = /^\s*#[ \t]+(.+?)[ \t]*#*[ \t]*(?:\n|$)/;

function titleAndBody(
  given: Found | undefined,
  matter: FrontMatter,
): { title: Found; titleNote?: string; body: string } {
  if (given !== undefined) return { title: given, body: matter.body };
  const heading = HEADING.exec(matter.body);
  if (heading?.[1] === undefined) {
    throw new ContentError('the article has no title; add "title: …" to its front matter, or a first line "# …"', 1);
  }
  const skipped = matter.body.slice(0, heading[0].length).trimEnd().split('\n').length - 1;
  return {
    title: { text: plainText(heading[1]), line: matter.bodyLine + skipped },
    titleNote: 'the title is the first heading, because the front matter names none',
    body: matter.body.slice(heading[0].length),
  };
}

/** The words of a line of Markdown without its marks. */
const plainText = (line: string): string =>
  (markdown.parseInline(line, {})[0]?.children ?? []).map((token) => token.content).join('');

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
    ? field.value.text.split(/[,،、;]/).map((text) => ({ text: text.trim(), line: field.value.line }))
    : texts(field);

const NAME_AND_EMAIL = /^(.*?)\s*<([^<>\s]+@[^<>\s]+)>$/;

function authorsOf(field: Field | undefined): readonly FoundAuthor[] {
  if (field === undefined) return [];
  if (field.kind === 'list') return field.values.flatMap(authorsOf);
  if (field.kind === 'record') {
    const part = (key: string): string | undefined => texts(field.fields.get(key))[0]?.text;
    const name = part('name') ?? part('email') ?? part('url');
    const parts = withoutUndefined({ email: part('email'), url: part('url') ?? part('uri') });
    return name === undefined ? [] : [{ name, line: field.line, ...parts }];
  }
  const { text, line } = field.value;
  const both = NAME_AND_EMAIL.exec(text);
  if (both?.[1] !== undefined && both[2] !== undefined) return [{ name: both[1] || both[2], email: both[2], line }];
  return [{ name: text, line }];
}
