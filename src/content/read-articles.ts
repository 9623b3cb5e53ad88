import type { Article } from '../model/article.ts';
import type { Problem } from '../model/changes.ts';
import { ContentError } from '../model/errors.ts';
import type { Draft, Finding } from './draft.ts';
import type { Form } from './forms.ts';
import { type MediaFinder, NO_MEDIA } from './media/media-folder.ts';
import type { FolderHabits, SourceFile } from './source-file.ts';
import { type ArticleSettings, idOf, toArticle } from './to-article.ts';

/** Is told of each article what its reader found. */
export type OnArticle = (article: Article, draft: Draft) => void;

export interface FileReading {
  readonly articles: readonly Article[];
  readonly problems: readonly Problem[];
  /** Ids of the articles that could not be read; `unknown` when not even all their ids could. */
  readonly unread: readonly string[] | 'unknown';
  /** How many articles could not be read. */
  readonly failed: number;
}

/** A file of many articles may have the same fault in all of them. */
const MAX_TOLD = 100;

/**
 * Makes articles of everything that a file holds. One that fails becomes a problem with its place and stops no other;
 * drafts are left out. Of many problems the first hundred of each kind are told. Never throws for what the file holds.
 */
export function readArticles(
  form: Form,
  file: SourceFile,
  settings: ArticleSettings,
  finder: MediaFinder = NO_MEDIA,
  onArticle?: OnArticle,
): FileReading {
  const { path, habits } = file;
  const own = habits === undefined ? settings : withFolder(settings, habits);
  const articles: Article[] = [];
  const problems: Problem[] = [];
  const unread: (string | undefined)[] = [];
  const counts = { error: 0, note: 0 };
  const tell = (severity: Problem['severity'], message: string, line?: number): void => {
    counts[severity] += 1;
    if (counts[severity] > MAX_TOLD) return;
    problems.push({ severity, path, ...(line === undefined ? {} : { line }), message });
  };
  const refuse = (error: unknown, id?: string): void => {
    if (!(error instanceof ContentError)) throw error;
    tell('error', error.message, error.line);
    unread.push(id);
  };
  const take = (found: Finding): void => {
    if (found.kind === 'note') tell('note', found.message, found.line);
    else if (found.kind === 'fault')
      refuse(found.error, found.of === undefined ? undefined : idOf(found.of, path, settings));
    else if (!found.draft.isDraft) {
      try {
        const { article, notes } = toArticle(found.draft, path, own, finder);
        articles.push(article);
        onArticle?.(article, found.draft);
        for (const { message, line } of notes) tell('note', message, line);
      } catch (error) {
        refuse(error, idOf(found.draft, path, settings));
      }
    }
  };
  try {
    for (const found of form.read(file)) take(found);
  } catch (error) {
    refuse(error);
  }
  for (const severity of ['error', 'note'] as const) {
    const more = counts[severity] - MAX_TOLD;
    if (more > 0)
      problems.push({ severity, path, message: `${more} more ${severity}s are not told; mend these first` });
  }
  const known = unread.filter((id) => id !== undefined);
  return { articles, problems, failed: unread.length, unread: known.length === unread.length ? known : 'unknown' };
}

/** A folder may have a zone and an order of dates of its own. */
const withFolder = (settings: ArticleSettings, { zone, order }: FolderHabits): ArticleSettings => ({
  ...settings,
  ...(zone === undefined ? {} : { zone }),
  ...(order === undefined ? {} : { order }),
});
