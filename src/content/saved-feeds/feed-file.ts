import { ContentError } from '../../model/errors.ts';
import type { Draft, Finding } from '../draft.ts';
import { asOneOfMany } from '../one-of-many.ts';
import { piecesOf, type SourceFile } from '../source-file.ts';
import { draftOfEntry } from './atom-entry.ts';
import type { FeedFacts } from './feed-facts.ts';
import { draftOfItem } from './rss-item.ts';
import { createWordpressReader } from './wordpress.ts';
import { picturesOf } from './wordpress-pictures.ts';
import { childrenNamed, readXml, textIn, type XmlElement } from './xml-elements.ts';

const ROOT = /<(?:[\w-]+:)?(?:rss|feed|RDF)\b/;

/** True for the beginning of a feed: RSS 0.9 to 2.0, Atom, or an export of WordPress. */
export const isFeedText = (beginning: string): boolean => ROOT.test(beginning);

/** Containers, from the root down: their elements are read one by one. */
const CONTAINERS = ['rss', 'rss channel', 'rdf:RDF', 'atom:feed', 'feed'];

/** Reads a feed that was saved, or an export of WordPress: each entry is an article. */
export function* readFeedFile(file: SourceFile): Iterable<Finding> {
  let facts: FeedFacts = { authors: [] };
  const wordpress = createWordpressReader(() => picturesOf(piecesOf(file)));
  let entries = 0;
  for (const news of readXml(piecesOf(file), (names) => CONTAINERS.includes(names.join(' ')))) {
    if (news.kind === 'fault') {
      const message = `the XML is not well-formed here (${news.problem}); it was read as well as could be`;
      yield { kind: 'note', line: news.line, message };
      continue;
    }
    const { element } = news;
    if (news.kind === 'open' || element.name === 'channel') facts = { ...facts, ...factsOf(element) };
    else if (element.name === 'item' && wordpress.isItem(element)) {
      entries += 1;
      yield* found(() => wordpress.read(element, facts));
    } else if (element.name === 'item') {
      entries += 1;
      yield* found(() => draftOfItem(element, facts));
    } else if (element.name === 'atom:entry' || element.name === 'entry') {
      entries += 1;
      yield* found(() => draftOfEntry(element, facts));
    } else {
      facts = withFact(element, facts);
      wordpress.learn(element);
    }
  }
  const leftOut = wordpress.leftOut();
  if (leftOut !== undefined) yield { kind: 'note', message: leftOut };
  if (entries === 0)
    throw new ContentError('no entry was found in this feed; save the feed once more, or remove it', 1);
}

function* found(read: () => Draft | undefined): Iterable<Finding> {
  try {
    const draft = read();
    if (draft !== undefined) yield { kind: 'article', draft: asOneOfMany(draft) };
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    yield { kind: 'fault', error };
  }
}

function factsOf(element: XmlElement): Partial<FeedFacts> {
  const language = element.attributes.get('xml:lang') ?? textIn(childrenNamed(element, 'dc:language')[0]);
  const base = element.attributes.get('xml:base') ?? textIn(childrenNamed(element, 'link')[0]);
  return { ...(language === '' ? {} : { language }), ...(base === '' ? {} : { base }) };
}

/** What an element beside the entries says of all of them. */
function withFact(element: XmlElement, facts: FeedFacts): FeedFacts {
  const text = textIn(element);
  if (element.name === 'link' && text !== '') return { ...facts, base: text };
  if (/^(?:dc:)?language$/.test(element.name) && text !== '') return { ...facts, language: text };
  if (element.name === 'atom:author') return { ...facts, authors: [...facts.authors, element] };
  return facts;
}
