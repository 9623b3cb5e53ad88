import { createHash } from 'node:crypto';
import type { Instant } from '../model/instant.ts';
import {
  JOURNAL_START,
  type JournalEntry,
  type JournalPart,
  type JournalPlace,
  type ShownTerms,
  toJournalPlace,
} from '../model/journal.ts';
import { instantOf, readNumbered } from './article-rows.ts';
import { numberOf, type Operation, optionalTextOf, query, queryOne, type Row, textOf } from './operation.ts';

/** So many entries are kept, the newest. */
const MAX_ENTRIES = 20_000;
/** The old ones are dropped now and then, not at every entry. */
const TIDY_EVERY = 500;
/** Signs of a word: 48 bits tell any two histories apart. */
const WORD_SIGNS = 8;

/** What a write does to what readers see of one article. */
export interface Step {
  readonly number: number;
  readonly id: string;
  readonly before: ShownTerms;
  readonly after: ShownTerms;
  /** Differs where what is shown differs. */
  readonly state: string;
}

/**
 * Notes what a write did to an article that readers could see before or can see now. The word of an entry is made of
 * the word before it, so that a database built anew continues an old place only when it went the same way.
 */
export function* noteStep({ number, id, before, after, state }: Step, now: Instant): Operation<void> {
  if (before === undefined && after === undefined) return;
  const last = yield* queryOne('SELECT number, word FROM journal ORDER BY number DESC LIMIT 1');
  const next = last === undefined ? 1 : numberOf(last, 'number') + 1;
  const word = createHash('sha256')
    .update(`${last === undefined ? '' : textOf(last, 'word')} ${id} ${state}`)
    .digest('base64url')
    .slice(0, WORD_SIGNS);
  yield* query(
    'INSERT INTO journal (number, word, article, id, at, terms_before, terms_after) VALUES (?, ?, ?, ?, ?, ?, ?)',
    next,
    word,
    number,
    id,
    now,
    written(before),
    written(after),
  );
  if (next % TIDY_EVERY === 0) yield* query('DELETE FROM journal WHERE number <= ?', next - MAX_ENTRIES);
}

/** Slugs hold no blank. */
const written = (terms: ShownTerms): string | null => (terms === undefined ? null : [...terms].join(' '));

function shownTerms(row: Row, column: string): ShownTerms {
  const text = optionalTextOf(row, column);
  return text === undefined ? undefined : new Set(text.split(' ').filter((key) => key !== ''));
}

/** The terms that an article is shown under now; for an article that is shown. */
export function* currentTerms(article: number): Operation<ReadonlySet<string>> {
  const rows = yield* query(
    'SELECT t.kind, t.slug FROM article_terms at JOIN terms t ON t.number = at.term WHERE at.article = ?',
    article,
  );
  return new Set(rows.map((row) => `${textOf(row, 'kind')}:${textOf(row, 'slug')}`));
}

function placeOf(row: Row): JournalPlace {
  const place = toJournalPlace(`${numberOf(row, 'number')}.${textOf(row, 'word')}`);
  if (place === undefined) throw new Error('The database holds a broken journal; delete it, and it is built anew');
  return place;
}

/** The work behind `Store.journalEnd`. */
export function* journalEnd(): Operation<JournalPlace> {
  const row = yield* queryOne('SELECT number, word FROM journal ORDER BY number DESC LIMIT 1');
  return row === undefined ? JOURNAL_START : placeOf(row);
}

/** The number of the entry before a place; undefined for a place of another journal, or one that was dropped. */
function* entryBefore(place: JournalPlace): Operation<number | undefined> {
  if (place === JOURNAL_START) {
    const first = yield* queryOne('SELECT number FROM journal ORDER BY number LIMIT 1');
    return first === undefined || numberOf(first, 'number') === 1 ? 0 : undefined;
  }
  const [number = '', word = ''] = place.split('.');
  const row = yield* queryOne('SELECT number FROM journal WHERE number = ? AND word = ?', Number(number), word);
  return row && numberOf(row, 'number');
}

/** The work behind `Store.readJournal`. */
export function* readJournal(
  after: JournalPlace,
  limit: number,
  isWanted: (before: ShownTerms, after: ShownTerms) => boolean,
): Operation<JournalPart | undefined> {
  const from = yield* entryBefore(after);
  if (from === undefined) return undefined;
  const rows = yield* query('SELECT * FROM journal WHERE number > ? ORDER BY number LIMIT ?', from, limit);
  const [last] = rows.slice(-1);
  const wanted = rows.flatMap((row) => {
    const terms = { before: shownTerms(row, 'terms_before'), after: shownTerms(row, 'terms_after') };
    return isWanted(terms.before, terms.after) ? [{ row, ...terms }] : [];
  });
  const shown: number[] = [];
  for (const { row, after: terms } of wanted) {
    if (terms === undefined) continue;
    const article = numberOf(row, 'article');
    const later = yield* queryOne(
      'SELECT 1 FROM journal WHERE article = ? AND number > ? LIMIT 1',
      article,
      numberOf(row, 'number'),
    );
    if (later === undefined) shown.push(article);
  }
  const articles = new Map((yield* readNumbered(shown)).map((article) => [article.id, article]));
  const lastOf = new Map(wanted.map(({ row }) => [textOf(row, 'id'), row]));
  const entries = wanted.map(({ row, ...terms }): JournalEntry => {
    const id = textOf(row, 'id');
    const isLast = terms.after !== undefined && lastOf.get(id) === row;
    return {
      place: placeOf(row),
      id,
      at: instantOf(row, 'at'),
      ...terms,
      article: isLast ? articles.get(id) : undefined,
    };
  });
  return { entries, end: last === undefined ? after : placeOf(last) };
}
