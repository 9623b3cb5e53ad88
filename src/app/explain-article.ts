import type { Draft, Found } from '../content/draft.ts';
import { textOfHtml } from '../content/sanitise.ts';
import type { Article, Dateline } from '../model/article.ts';
import { isoText } from '../time/instant.ts';

/** One thing that was found of an article: what it is taken for, and where it stands. */
export interface FoundPart {
  readonly what: string;
  readonly value: string;
  /** 1-based; undefined for what no single line says. */
  readonly line?: number;
  /** What of the file says it, or by which rule it was made. */
  readonly source?: string;
}

const START_LENGTH = 60;

const ROLES: Readonly<Record<Dateline['role'], string>> = {
  published: 'which says when it was published',
  updated: 'which says when it was updated',
  clock: "which is the page's own clock",
  file: 'which is the time of the file',
};

const ID_SOURCES = {
  author: 'given in the file',
  address: 'the web address of the article',
  path: 'made of the path; add "id: …" to make it independent of it',
} as const;

/** What was found of an article and where, in the order of importance. */
export function explainArticle(article: Article, draft: Draft): readonly FoundPart[] {
  const part = (what: string, found: Found | undefined): readonly FoundPart[] =>
    found === undefined
      ? []
      : [{ what, value: found.text, line: found.line, ...(found.source && { source: found.source }) }];
  const updated = draft.stamps.find(({ role }) => role === 'updated');
  const start = textOfHtml(article.html).replaceAll(/\s+/g, ' ').slice(0, START_LENGTH);
  const address = draft.slug === undefined ? { source: 'made of the path' } : { line: draft.slug.line };
  return [
    ...part('title', { ...draft.title, ...(draft.titleNote && { source: draft.titleNote }) }),
    timeOf(article),
    ...part('updated', updated),
    ...draft.tags.flatMap((tag) => part('tag', tag)),
    ...part('section', draft.section),
    ...part('series', draft.series),
    ...draft.authors.flatMap(({ name, ...author }) => part('author', { ...author, text: name })),
    { what: 'id', value: article.id, ...(draft.id && { line: draft.id.line }), source: idSource(article) },
    ...part('url', draft.url),
    { what: 'address', value: `/articles/${article.slug}`, ...address },
    ...part('language', draft.language),
    ...part('image', draft.image),
    ...article.attachments.map(({ url, mimeType, length }) => ({
      what: 'attachment',
      value: url,
      source: length === undefined ? mimeType : `${mimeType}, ${length} bytes`,
    })),
    { what: 'body', value: start },
  ];
}

const idSource = ({ trace }: Article): string => ID_SOURCES[trace?.idFrom ?? 'author'];

function timeOf({ publishedAt, dateline }: Article): FoundPart {
  const value = isoText(publishedAt);
  if (dateline === undefined) return { what: 'time', value };
  const { text, line, role, source, rule, zone, certainty } = dateline;
  const why = [
    ROLES[role],
    ...(source === undefined ? [] : [source]),
    rule,
    ...(zone === undefined ? [] : [`zone ${zone}`]),
    certainty,
  ].join('; ');
  return { what: 'time', value, line, source: `from "${text}", ${why}` };
}
