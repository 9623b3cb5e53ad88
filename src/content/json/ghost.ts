import { ContentError } from '../../model/errors.ts';
import type { Draft, Finding, Found, FoundAuthor, Stamp } from '../draft.ts';
import { type Field, type Fields, foldKeys, textsOf } from '../fields/field.ts';
import { titleFromLead } from '../lead-title.ts';
import { asOneOfMany } from '../one-of-many.ts';
import { textOfHtml } from '../sanitise.ts';

/** The tables of an export of Ghost; undefined for other JSON. */
export function ghostTables(root: Field): Fields | undefined {
  if (root.kind !== 'record') return undefined;
  const database = root.fields.get('db');
  const outer = database?.kind === 'list' ? database.values[0] : root;
  const data = outer?.kind === 'record' ? outer.fields.get('data') : undefined;
  if (data?.kind !== 'record') return undefined;
  return data.fields.has('posts') && (database !== undefined || data.fields.has('posts_tags'))
    ? data.fields
    : undefined;
}

/** One row of a table, by its columns. */
interface Row {
  readonly fields: Fields;
  readonly line: number;
}

const rowsOf = (tables: Fields, name: string): readonly Row[] => {
  const table = tables.get(name);
  const rows = table?.kind === 'list' ? table.values : [];
  return rows.flatMap((row) => (row.kind === 'record' ? { fields: foldKeys(row.fields), line: row.line } : []));
};

/** The value of a column, when it has one. */
function cell({ fields }: Row, column: string): Found | undefined {
  const [found] = textsOf(fields.get(column.replaceAll('_', '')));
  return found === undefined || found.text === '' ? undefined : found;
}

const cellText = (row: Row, column: string): string => cell(row, column)?.text ?? '';

/** Posts that everybody sees, now or when their time comes. */
const SHOWN: ReadonlySet<string> = new Set(['published', 'scheduled']);

/** Reads the posts of an export of Ghost. Drafts, pages, mails and what is for members alone is left out and counted. */
export function* readGhost(tables: Fields): Iterable<Finding> {
  const leftOut = new Map<string, number>();
  const links = linksOf(tables);
  for (const post of rowsOf(tables, 'posts')) {
    const reason = reasonToLeave(post);
    if (reason !== undefined) {
      leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
      continue;
    }
    const id = cell(post, 'uuid') ?? cell(post, 'id');
    try {
      const draft = draftOf(post, links);
      yield { kind: 'article', draft: asOneOfMany({ ...draft, ...(id === undefined ? {} : { id }) }) };
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      yield { kind: 'fault', error, ...(id === undefined ? {} : { id: id.text }) };
    }
  }
  if (leftOut.size > 0) {
    const counts = [...leftOut].map(([what, count]) => `${count} ${what}`).join(', ');
    yield { kind: 'note', message: `left out were posts that the site does not show to everybody: ${counts}` };
  }
}

function reasonToLeave(post: Row): string | undefined {
  const [type, status, visibility] = [cellText(post, 'type'), cellText(post, 'status'), cellText(post, 'visibility')];
  if (type === 'page' || /^(?:true|1)$/.test(cellText(post, 'page'))) return 'of the type page';
  if (!SHOWN.has(status)) return status === '' ? 'without status' : status;
  return visibility === '' || visibility === 'public' ? undefined : `for ${visibility}`;
}

/** What the other tables say of posts, by the posts' ids. */
interface Links {
  readonly tags: ReadonlyMap<string, readonly Found[]>;
  readonly authors: ReadonlyMap<string, readonly FoundAuthor[]>;
  readonly users: ReadonlyMap<string, FoundAuthor>;
  readonly language: Found | undefined;
  /** Without the slash at its end; undefined when the export does not say it. */
  readonly site: string | undefined;
}

function linksOf(tables: Fields): Links {
  const tags = new Map(
    rowsOf(tables, 'tags').flatMap((row) => {
      const name = cell(row, 'name');
      const isInternal = cellText(row, 'visibility') === 'internal' || name?.text.startsWith('#') === true;
      return name === undefined || isInternal ? [] : [[cellText(row, 'id'), name] as const];
    }),
  );
  const users = new Map(
    rowsOf(tables, 'users').flatMap((row): [string, FoundAuthor][] => {
      const name = cell(row, 'name');
      return name === undefined ? [] : [[cellText(row, 'id'), { name: name.text, line: name.line }]];
    }),
  );
  const settings = new Map(rowsOf(tables, 'settings').map((row) => [cellText(row, 'key'), cell(row, 'value')]));
  return {
    tags: linked(rowsOf(tables, 'posts_tags'), 'tag_id', tags),
    authors: linked(rowsOf(tables, 'posts_authors'), 'author_id', users),
    users,
    language: settings.get('locale') ?? settings.get('lang') ?? settings.get('default_locale'),
    site: settings.get('url')?.text.replace(/\/$/, ''),
  };
}

/** What a table of links leads to, by the post, in the order that it gives. */
function linked<Value>(
  links: readonly Row[],
  column: string,
  values: ReadonlyMap<string, Value>,
): ReadonlyMap<string, readonly Value[]> {
  const byPost = new Map<string, Value[]>();
  const inOrder = links.toSorted((a, b) => Number(cellText(a, 'sort_order')) - Number(cellText(b, 'sort_order')));
  for (const link of inOrder) {
    const value = values.get(cellText(link, column));
    const post = cellText(link, 'post_id');
    const known = byPost.get(post);
    if (value === undefined) continue;
    if (known === undefined) byPost.set(post, [value]);
    else known.push(value);
  }
  return byPost;
}

function draftOf(post: Row, { tags, authors, users, language, site }: Links): Draft {
  const title = cell(post, 'title');
  const html = cell(post, 'html')?.text.replaceAll('__GHOST_URL__', site ?? '');
  if (html === undefined) {
    const message = `the post "${title?.text ?? ''}" has no HTML in this export; open and save it in Ghost, then export again`;
    throw new ContentError(message, title?.line ?? post.line);
  }
  const id = cellText(post, 'id');
  const [slug, summary, canonical] = [cell(post, 'slug'), cell(post, 'custom_excerpt'), cell(post, 'canonical_url')];
  const own = site === undefined || slug === undefined ? undefined : { ...slug, text: `${site}/${slug.text}/` };
  const url =
    canonical === undefined ? own : { ...canonical, text: canonical.text.replace('__GHOST_URL__', site ?? '') };
  const picture = cell(post, 'feature_image');
  const image = picture === undefined ? undefined : picture.text.replace('__GHOST_URL__', site ?? '');
  const author = users.get(cellText(post, 'author_id'));
  return {
    title: title === undefined ? { text: titleFromLead(textOfHtml(html)), line: post.line } : title,
    html,
    stamps: [
      ...stampOf(cell(post, 'published_at') ?? cell(post, 'created_at'), 'published'),
      ...stampOf(cell(post, 'updated_at'), 'updated'),
    ],
    tags: tags.get(id) ?? [],
    authors: authors.get(id) ?? (author === undefined ? [] : [author]),
    related: [],
    isDraft: false,
    ...(slug === undefined ? {} : { slug }),
    ...(url === undefined ? {} : { url }),
    ...(summary === undefined ? {} : { summary: summary.text }),
    ...(picture === undefined || image === undefined || !/^https?:/.test(image)
      ? {}
      : { image: { text: image, line: picture.line } }),
    ...(language === undefined ? {} : { language }),
  };
}

/** Ghost's times are UTC, whether they say so or not. */
function stampOf(found: Found | undefined, role: Stamp['role']): readonly Stamp[] {
  if (found === undefined) return [];
  const isBare = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(found.text);
  return [{ text: isBare ? `${found.text}Z` : found.text, line: found.line, role }];
}
