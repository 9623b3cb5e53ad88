import { ContentError } from '../../model/errors.ts';
import { linesOf } from '../decode/large-file.ts';
import type { Draft, Finding } from '../draft.ts';
import { type Field, type Fields, foldKeys, textsOf } from '../fields/field.ts';
import { readJson } from '../fields/json-fields.ts';
import { asOneOfMany } from '../one-of-many.ts';
import { piecesOf, type SourceFile } from '../source-file.ts';
import { ghostTables, readGhost } from './ghost.ts';
import {
  addressOfRecord,
  draftOfJson,
  idIn,
  isArticle,
  isNamed,
  isOtherThing,
  isWhole,
  type JsonRecord,
  recordOf,
} from './json-article.ts';

/** Keys under which lists of articles stand, in the order in which they are looked at. */
const LISTS = [
  ...[
    'items',
    'articles',
    'posts',
    'entries',
    'stories',
    'news',
    'results',
    'docs',
    'hits',
    '@graph',
    'edges',
    'nodes',
  ],
  ...['itemlistelement', 'blogpost', 'children', 'records', 'rows', 'data', 'response', 'feed', 'channel'],
];
/** As deep as lists stand in what stands around them. */
const MAX_DEPTH = 5;

/** Reads a file of JSON: an article, or however many stand in a list, a feed or an export of Ghost. */
export function* readJsonFile({ text }: SourceFile): Iterable<Finding> {
  const root = readJson(text, 1);
  if (root !== undefined) {
    const tables = ghostTables(root);
    if (tables !== undefined) {
      yield* readGhost(tables);
      return;
    }
    const single = recordOf(root);
    if (single !== undefined && !isOtherThing(single) && isWhole(single.fields)) {
      yield { kind: 'article', draft: withIdOfAddress(draftOfJson(single)) };
      return;
    }
    const list = root.kind === 'list' ? listOfNamed(root) : findList(root, MAX_DEPTH);
    if (list !== undefined) {
      const inherited = root.kind === 'record' ? inheritedOf(foldKeys(root.fields)) : new Map();
      for (const item of list.values) yield* readItem(item, inherited);
      return;
    }
    if (single !== undefined && isArticle(single.fields)) {
      yield { kind: 'article', draft: withIdOfAddress(draftOfJson(single)) };
      return;
    }
  }
  throw new ContentError('no article was found in this JSON; one has at least "title", "date" and "content"', 1);
}

/** Reads JSON of which each line is an article; a line that is none is told with its number. */
export function* readJsonLines(file: SourceFile): Iterable<Finding> {
  let [line, faults] = [0, 0];
  for (const json of linesOf(piecesOf(file))) {
    line += 1;
    if (json.trim() === '') continue;
    if (faults === MAX_FAULTS) {
      const message = `the lines from here on are not read, for ${MAX_FAULTS} before them are no articles`;
      yield { kind: 'fault', error: new ContentError(`${message}; mend those first`, line) };
      return;
    }
    try {
      const field = readJson(json, line, 'the line');
      if (field !== undefined) yield* readItem(field, new Map());
    } catch (error) {
      if (!(error instanceof ContentError)) throw error;
      faults += 1;
      yield { kind: 'fault', error };
    }
  }
}

/** A file with more lines that are none is of some other form. */
const MAX_FAULTS = 1_000;

/** An article that names no id but where it stands has the id that it would have in a feed. */
const withIdOfAddress = (draft: Draft): Draft =>
  draft.id === undefined && draft.url !== undefined ? { ...draft, id: draft.url } : draft;

type List = Field & { readonly kind: 'list' };

/** The list of a record in which articles stand; the first that has one. */
function findList(field: Field, depth: number): List | undefined {
  if (field.kind !== 'record' || depth === 0) return undefined;
  const fields = foldKeys(field.fields);
  for (const name of LISTS) {
    const inner = fields.get(name);
    if (inner?.kind === 'list' && holdsArticles(inner, isFeed(fields))) return inner;
    const deeper = inner === undefined ? undefined : findList(inner, depth - 1);
    if (deeper !== undefined) return deeper;
  }
  const values = [...field.fields.values()];
  const records = values.filter((value) => isArticle(recordOf(value)?.fields ?? new Map()));
  return records.length > 1 ? { kind: 'list', values: records, line: field.line } : undefined;
}

/** A file that is a list is one of articles when any of it reads like one. */
const listOfNamed = (list: List): List | undefined =>
  list.values.some((value) => isNamed(recordOf(value)?.fields ?? new Map())) ? list : undefined;

const isFeed = (fields: Fields): boolean =>
  textsOf(fields.get('version')).some(({ text }) => text.startsWith('https://jsonfeed.org/version/'));

const holdsArticles = ({ values }: List, isSure: boolean): boolean =>
  isSure || values.some((value) => isArticle(recordOf(value)?.fields ?? new Map()));

/** What an item has of its feed when it says nothing itself. */
function inheritedOf(feed: Fields): Fields {
  if (!isFeed(feed)) return new Map();
  return new Map([...feed].filter(([key]) => key === 'language' || key === 'authors' || key === 'author'));
}

/** The place of an article that somebody took back. */
const isRemoved = ({ fields }: JsonRecord): boolean => textsOf(fields.get('title'))[0]?.text === '[Removed]';

function* readItem(item: Field, inherited: Fields): Iterable<Finding> {
  const record = recordOf(item);
  if (record === undefined) {
    const line = item.kind === 'text' ? item.value.line : item.line;
    const error = new ContentError(
      'this is no article, but a single value or a list; write a record with "title"',
      line,
    );
    yield { kind: 'fault', error };
    return;
  }
  if (isOtherThing(record) || isRemoved(record)) return;
  const hasAuthors = record.fields.has('authors') || record.fields.has('author');
  const extra = [...inherited].filter(([key]) => !hasAuthors || key === 'language');
  try {
    yield {
      kind: 'article',
      draft: asOneOfMany(draftOfJson({ ...record, fields: new Map([...extra, ...record.fields]) })),
    };
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    const id = idIn(record.fields);
    const url = addressOfRecord(record);
    yield { kind: 'fault', error, ...(id === undefined ? {} : { of: { id, part: '', ...(url && { url }) } }) };
  }
}
