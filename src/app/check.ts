import type { Draft } from '../content/draft.ts';
import { ingest } from '../content/folder/ingest.ts';
import type { Article } from '../model/article.ts';
import type { FileChange, Problem } from '../model/changes.ts';
import type { TermKind } from '../model/term.ts';
import type { SharedSlug } from '../store/store.ts';
import { isoText } from '../time/instant.ts';
import { type Counts, countLines, type Explained, explainedLines, type Paint, problemLines } from './check-report.ts';
import { now } from './clock.ts';
import type { Config } from './config.ts';
import { explainArticle } from './explain-article.ts';
import { articleSettings, openFolderStore } from './folder.ts';
import { idChurn, keptIds } from './id-churn.ts';
import { readIdList } from './id-list.ts';
import { knownIds } from './known-ids.ts';
import { createProgress } from './progress.ts';

export interface CheckOptions {
  readonly json: boolean;
  /** Says of each article what was found where. */
  readonly explain: boolean;
  /** Only this file is told of; inside the folder, with `/`. */
  readonly only?: string;
  /** A list that `tagwire ids` printed once: ids that are other ones now are errors. */
  readonly idsBefore?: string;
  readonly write: (text: string) => void;
  readonly paint: Paint;
}

/**
 * Reads a folder whole, serves and keeps nothing, and lists what an author should know: `path:line: what is wrong and
 * how to mend it`. Answers whether every article could be read.
 */
export async function check(config: Config, options: CheckOptions): Promise<boolean> {
  const { json, explain, only, idsBefore, write, paint } = options;
  const before = idsBefore === undefined ? [] : readIdList(idsBefore);
  const store = openFolderStore(':memory:');
  await store.takeLedger([...knownIds(config), ...before]);
  const progress = createProgress('checking');
  const isWanted = (path: string): boolean => only === undefined || path === only;
  /** By file: one that is read again counts as it was read last. */
  const forms = new Map<string, string>();
  const faults = new Map<string, Faults>();
  const seen = new Map<string, SeenArticle[]>();
  const { files, problems } = await ingest({
    folder: config.contentFolder,
    store,
    settings: articleSettings(config),
    now,
    onProgress: progress.show,
    onRead: (change) => {
      if (change.kind === 'read') forms.set(change.file.path, change.form);
      if (change.kind === 'read' || change.kind === 'skipped') faults.set(change.file.path, faultsOf(change));
    },
    ...((json || explain) && {
      onArticle: (article, draft) => {
        if (!isWanted(article.source)) return;
        const others = (seen.get(article.source) ?? []).filter(({ id }) => id !== article.id);
        seen.set(article.source, [...others, toSeen(article, draft)]);
      },
    }),
  });
  progress.end();
  const [published, tags] = [await store.countArticles(), await store.readTerms('tag')];
  const ids = await store.readLedger();
  const sharedSlugs = (await store.readSharedSlugs()).map(sharedSlugNote);
  store.close();
  const all = [...problems, ...sharedSlugs, ...keptIds(ids), ...idChurn(before, ids)];
  const articles = [...seen.values()].flat();
  const failed = problems.filter(({ severity }) => severity === 'error');
  const read = ids.filter(({ path, removedAt }) => removedAt === undefined && forms.has(path));
  const filesRead = new Set(read.map(({ path }) => path));
  const sum = (key: keyof Faults): number => [...faults.values()].reduce((total, one) => total + one[key], 0);
  // Of errors that no file has by itself (two have one id) each keeps one article back.
  const skippedArticles = sum('articles') + Math.max(0, failed.length - sum('errors'));
  const counts: Counts = {
    files,
    skippedFiles: new Set(failed.map(({ path }) => path).filter((path) => !filesRead.has(path))).size,
    articles: read.length + skippedArticles,
    skippedArticles,
    published,
    tags: tags.length,
    forms: countsOf([...forms.values()]),
  };
  const told = all.filter(({ path }) => isWanted(path));
  if (json) {
    write(
      `${JSON.stringify({ files, published, tags: tags.length, counts, problems: told, articles }, undefined, 2)}\n`,
    );
  } else {
    const lines = [
      ...problemLines(told, paint),
      ...articles.flatMap((article) => explainedLines(article, paint)),
      ...(only === undefined ? countLines(counts, paint) : []),
    ];
    for (const line of lines) write(`${line}\n`);
  }
  return told.every(({ severity }) => severity !== 'error');
}

interface Faults {
  readonly articles: number;
  readonly errors: number;
}

/** How many articles a file keeps back, and by how many errors that is told: of very many only some are. */
const faultsOf = (change: Extract<FileChange, { kind: 'read' | 'skipped' }>): Faults => ({
  articles: change.failed ?? (change.kind === 'skipped' ? 1 : 0),
  errors: change.problems.filter(({ severity }) => severity === 'error').length,
});

function countsOf(names: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of names.toSorted()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** What `--json` and `--explain` tell of an article; no more of it is kept. */
interface SeenArticle extends Pick<Article, 'id' | 'title' | 'dateline'>, Explained {
  readonly published: string;
  readonly updated: string;
  readonly terms: Readonly<Record<TermKind, readonly string[]>>;
}

function toSeen(article: Article, draft: Draft): SeenArticle {
  const { id, source, title, publishedAt, updatedAt, dateline, terms } = article;
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
    found: explainArticle(article, draft),
  };
}

/** Different words are never made one in silence: `C!` and `C` have one address, and an author should know. */
function sharedSlugNote({ term, label, path }: SharedSlug): Problem {
  const message = `the ${term.kind} "${label}" has the same address as "${term.label}" (${term.slug}) and shares its feed; write one of them otherwise`;
  return { severity: 'note', path, message };
}
