import { ingest } from '../content/ingest.ts';
import type { Article, Dateline } from '../model/article.ts';
import type { Problem } from '../model/changes.ts';
import type { TermKind } from '../model/term.ts';
import type { SharedSlug } from '../store/store.ts';
import { isoText } from '../time/instant.ts';
import { now } from './clock.ts';
import type { Config } from './config.ts';
import { articleSettings, openFolderStore } from './folder.ts';
import { idChurn, keptIds } from './id-churn.ts';
import { readIdList } from './id-list.ts';
import { knownIds } from './known-ids.ts';
import { createProgress } from './progress.ts';

export interface CheckOptions {
  readonly json: boolean;
  /** Says of each article which stamp its time is and why. */
  readonly explain: boolean;
  /** A list that `tagwire ids` printed once: ids that are other ones now are errors. */
  readonly idsBefore?: string;
  readonly write: (text: string) => void;
}

/**
 * Reads a folder whole, serves and keeps nothing, and lists what an author should know: `path:line: what is wrong and
 * how to mend it`. Answers whether every article could be read.
 */
export async function check(config: Config, { json, explain, idsBefore, write }: CheckOptions): Promise<boolean> {
  const before = idsBefore === undefined ? [] : readIdList(idsBefore);
  const store = openFolderStore(':memory:');
  await store.takeLedger([...knownIds(config), ...before]);
  const progress = createProgress('checking');
  const seen: SeenArticle[] = [];
  const { files, problems } = await ingest({
    folder: config.contentFolder,
    store,
    settings: articleSettings(config),
    now,
    onProgress: progress.show,
    onRead: (change) => {
      if (change.kind === 'read' && (json || explain)) seen.push(...change.articles.map(toSeen));
    },
  });
  progress.end();
  const [articles, tags] = [await store.countArticles(), await store.readTerms('tag')];
  const ids = await store.readLedger();
  const sharedSlugs = (await store.readSharedSlugs()).map(sharedSlugNote);
  const all = [...problems, ...sharedSlugs, ...keptIds(ids), ...idChurn(before, ids)];
  store.close();
  const errors = all.filter(({ severity }) => severity === 'error');
  if (json) {
    write(
      `${JSON.stringify({ files, published: articles, tags: tags.length, problems: all, articles: seen }, undefined, 2)}\n`,
    );
    return errors.length === 0;
  }
  for (const { severity, path, line, message } of all) {
    write(`${path}${line === undefined ? '' : `:${line}`}: ${severity === 'note' ? 'note: ' : ''}${message}\n`);
  }
  for (const article of seen) write(`${explained(article)}\n`);
  const skipped = new Set(problems.flatMap(({ severity, path }) => (severity === 'error' ? [path] : []))).size;
  write(
    `${files - skipped} of ${files} files read, ${skipped} skipped: ${counted(articles, 'article')} published, ${counted(tags.length, 'tag')}\n`,
  );
  return errors.length === 0;
}

/** What `--json` and `--explain` tell of an article; no more of it is kept. */
interface SeenArticle extends Pick<Article, 'id' | 'title' | 'dateline'> {
  readonly path: string;
  readonly published: string;
  readonly updated: string;
  readonly terms: Readonly<Record<TermKind, readonly string[]>>;
}

function toSeen({ id, source, title, publishedAt, updatedAt, dateline, terms }: Article): SeenArticle {
  const labels = (kind: TermKind): readonly string[] =>
    terms.filter((term) => term.kind === kind).map(({ label }) => label);
  return {
    path: source,
    id,
    title,
    published: isoText(publishedAt),
    updated: isoText(updatedAt),
    ...(dateline === undefined ? {} : { dateline }),
    terms: { tag: labels('tag'), section: labels('section'), series: labels('series'), author: labels('author') },
  };
}

const ROLES: Readonly<Record<Dateline['role'], string>> = {
  published: 'which says when it was published',
  updated: 'which says when it was updated',
  clock: "which is the page's own clock",
};

function explained({ path, published, dateline }: SeenArticle): string {
  if (dateline === undefined) return `${path}: time: ${published}`;
  const { text, line, role, rule, zone, certainty } = dateline;
  const why = [ROLES[role], rule, ...(zone === undefined ? [] : [`zone ${zone}`]), certainty].join('; ');
  return `${path}:${line}: time: ${published} from "${text}", ${why}`;
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

/** Different words are never made one in silence: `C!` and `C` have one address, and an author should know. */
function sharedSlugNote({ term, label, path }: SharedSlug): Problem {
  const message = `the ${term.kind} "${label}" has the same address as "${term.label}" (${term.slug}) and shares its feed; write one of them otherwise`;
  return { severity: 'note', path, message };
}
