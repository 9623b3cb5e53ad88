import { createHash } from 'node:crypto';
import type { Article } from '../model/article.ts';
import type { FileChange, FileState, Problem } from '../model/changes.ts';
import type { Instant } from '../model/instant.ts';
import { articleHash, articleNumber, instantOf, writtenTerms } from './article-rows.ts';
import { bump, enterTerm, leaveTerms, settleLabels } from './changed-terms.ts';
import { numberOf, type Operation, placeholders, query, queryOne, textOf } from './operation.ts';
import type { Applied } from './store.ts';

/** What one write has touched so far; its feeds are settled once, at the end. */
interface Touched {
  readonly terms: Set<number>;
  readonly slugs: Set<string>;
  readonly goneIds: Set<string>;
  /** A visible article came, went or changed. */
  shown: boolean;
}

/** The work behind `Store.applyChanges`; runs inside one transaction. */
export function* applyChanges(changes: readonly FileChange[], now: Instant): Operation<Applied> {
  const touched: Touched = { terms: new Set(), slugs: new Set(), goneIds: new Set(), shown: false };
  const problems: Problem[] = [];
  // Removals first: an article with an id of its own may have moved to another file.
  for (const change of changes) if (change.kind === 'removed') yield* removeFile(change.path, touched);
  for (const change of changes) {
    if (change.kind === 'read') problems.push(...(yield* takeFile(change, now, touched)));
    else if (change.kind === 'skipped') yield* skipFile(change.file, change.problems);
    else if (change.kind === 'touched') yield* touchFile(change.file);
  }
  yield* settleSlugs(touched);
  for (const term of yield* settleLabels(touched.terms)) touched.terms.add(term);
  const freed = yield* freeWaiting(touched.goneIds);
  const change = touched.shown ? yield* bump(touched.terms, now) : undefined;
  return { change, problems, freed };
}

/** The work behind `Store.publishDue`. */
export function* publishDue(now: Instant): Operation<Applied['change']> {
  const due = yield* query(
    'SELECT number, published_at, terms FROM articles WHERE visible = 0 AND published_at <= ?',
    now,
  );
  if (due.length === 0) return undefined;
  const terms = new Set<number>();
  for (const row of due) {
    const number = numberOf(row, 'number');
    yield* query('UPDATE articles SET visible = 1 WHERE number = ?', number);
    for (const [position, term] of writtenTerms(row).entries()) {
      terms.add(yield* enterTerm(number, instantOf(row, 'published_at'), term, position));
    }
  }
  for (const term of yield* settleLabels(terms)) terms.add(term);
  return yield* bump(terms, now);
}

function* takeFile(
  change: FileChange & { kind: 'read' },
  now: Instant,
  touched: Touched,
): Operation<readonly Problem[]> {
  const { path } = change.file;
  const found: Problem[] = [];
  const kept = new Set<string>();
  let waitsFor: string | null = null;
  const before = yield* query('SELECT id FROM articles WHERE path = ?', path);
  const ids = new Set(change.articles.map((article) => article.id));
  for (const row of before) if (!ids.has(textOf(row, 'id'))) yield* removeArticle(textOf(row, 'id'), touched);
  for (const article of change.articles) {
    const holder = yield* queryOne('SELECT path, id FROM articles WHERE number = ?', articleNumber(article.id));
    const elsewhere = holder !== undefined && (textOf(holder, 'path') !== path || textOf(holder, 'id') !== article.id);
    if (elsewhere || kept.has(article.id)) {
      waitsFor = article.id;
      const where = elsewhere ? textOf(holder, 'path') : 'an earlier article of this file';
      found.push({
        severity: 'error',
        path,
        message: `the id "${article.id}" is taken by ${where}; give each article an id of its own`,
      });
      continue;
    }
    kept.add(article.id);
    yield* putArticle(article, now, touched);
  }
  yield* rememberFile(change.file, change.form, [...change.problems, ...found], waitsFor);
  return found;
}

function* putArticle(article: Article, now: Instant, touched: Touched): Operation<void> {
  const number = articleNumber(article.id);
  const hash = articleHash(article);
  const before = yield* queryOne('SELECT hash, visible, wanted_slug, slug FROM articles WHERE number = ?', number);
  const visible = article.publishedAt <= now ? 1 : 0;
  if (before !== undefined) {
    const same = textOf(before, 'hash') === hash && textOf(before, 'wanted_slug') === article.slug;
    if (same && numberOf(before, 'visible') === visible) {
      yield* query('UPDATE articles SET path = ? WHERE number = ?', article.source, number);
      return;
    }
    touched.slugs.add(textOf(before, 'wanted_slug'));
    for (const term of yield* leaveTerms(number)) touched.terms.add(term);
    if (numberOf(before, 'visible') === 1) touched.shown = true;
  }
  yield* query(
    `INSERT OR REPLACE INTO articles (number, id, path, wanted_slug, slug, url, title, html, summary, authors, terms,
       attachments, language, published_at, updated_at, hash, visible)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    number,
    article.id,
    article.source,
    article.slug,
    before === undefined || textOf(before, 'wanted_slug') !== article.slug ? article.slug : textOf(before, 'slug'),
    article.url ?? null,
    article.title,
    article.html,
    article.summary ?? null,
    JSON.stringify(article.authors),
    JSON.stringify(article.terms.map(({ kind, label }) => ({ kind, label }))),
    JSON.stringify(article.attachments),
    article.language ?? null,
    article.publishedAt,
    article.updatedAt,
    hash,
    visible,
  );
  touched.slugs.add(article.slug);
  if (visible === 0) return;
  touched.shown = true;
  for (const [position, term] of article.terms.entries()) {
    touched.terms.add(yield* enterTerm(number, article.publishedAt, term, position));
  }
}

function* removeFile(path: string, touched: Touched): Operation<void> {
  const articles = yield* query('SELECT id FROM articles WHERE path = ?', path);
  for (const row of articles) yield* removeArticle(textOf(row, 'id'), touched);
  yield* query('DELETE FROM files WHERE path = ?', path);
}

function* removeArticle(id: string, touched: Touched): Operation<void> {
  const number = articleNumber(id);
  const row = yield* queryOne('SELECT visible, wanted_slug FROM articles WHERE number = ?', number);
  if (row === undefined) return;
  if (numberOf(row, 'visible') === 1) touched.shown = true;
  touched.slugs.add(textOf(row, 'wanted_slug'));
  touched.goneIds.add(id);
  for (const term of yield* leaveTerms(number)) touched.terms.add(term);
  yield* query('DELETE FROM articles WHERE number = ?', number);
}

function* skipFile(file: FileState, problems: readonly Problem[]): Operation<void> {
  const before = yield* queryOne('SELECT form FROM files WHERE path = ?', file.path);
  yield* rememberFile(
    file,
    before === undefined || before.form === null ? null : textOf(before, 'form'),
    problems,
    null,
  );
}

function* touchFile(file: FileState): Operation<void> {
  yield* query('UPDATE files SET signature = ? WHERE path = ?', file.signature, file.path);
}

function* rememberFile(
  file: FileState,
  form: string | null,
  problems: readonly Problem[],
  waitsFor: string | null,
): Operation<void> {
  yield* query(
    'INSERT OR REPLACE INTO files (path, signature, hash, form, problems, waits_for) VALUES (?, ?, ?, ?, ?, ?)',
    file.path,
    file.signature,
    file.hash,
    form,
    JSON.stringify(problems),
    waitsFor,
  );
}

/** Of several articles that want one address, the first by path has it, the others get a suffix made of their ids. */
function* settleSlugs(touched: Touched): Operation<void> {
  for (const wanted of touched.slugs) {
    const rivals = yield* query(
      'SELECT number, id, slug, visible FROM articles WHERE wanted_slug = ? ORDER BY path, id',
      wanted,
    );
    for (const [place, row] of rivals.entries()) {
      const suffix = createHash('sha256').update(textOf(row, 'id')).digest('hex').slice(0, 6);
      const slug = place === 0 ? wanted : `${wanted}-${suffix}`;
      if (slug === textOf(row, 'slug')) continue;
      const number = numberOf(row, 'number');
      yield* query('UPDATE articles SET slug = ? WHERE number = ?', slug, number);
      if (numberOf(row, 'visible') === 0) continue;
      touched.shown = true;
      for (const term of yield* query('SELECT term FROM article_terms WHERE article = ?', number)) {
        touched.terms.add(numberOf(term, 'term'));
      }
    }
  }
}

/** Files that were turned away for one of these ids are to be read again. */
function* freeWaiting(ids: ReadonlySet<string>): Operation<readonly string[]> {
  if (ids.size === 0) return [];
  const rows = yield* query(
    `UPDATE files SET signature = '', hash = '' WHERE waits_for IN (${placeholders([...ids])}) RETURNING path`,
    ...ids,
  );
  return rows.map((row) => textOf(row, 'path')).sort();
}
