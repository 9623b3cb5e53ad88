import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ContentError } from '../../model/errors.ts';
import { withBareAmpersandsEscaped } from './bare-ampersands.ts';

/** An element of XML with everything in it. */
export interface XmlElement {
  /** With the prefix that its namespace has here, whatever the file writes: `dc:creator`. */
  readonly name: string;
  /** By name, with the prefix that the file writes. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly content: readonly (XmlElement | string)[];
  /** 1-based, where its tag ends. */
  readonly line: number;
}

/** What is told of a file of XML, in its order. */
export type XmlNews =
  | { readonly kind: 'open' | 'element'; readonly element: XmlElement }
  /** The first place where the file is not well-formed; what follows is read as well as it can be. */
  | { readonly kind: 'fault'; readonly line: number; readonly problem: string };

/** The prefixes that readers use, by namespace; elements of others keep the prefix that the file gives them. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://www.w3.org/2005/Atom': 'atom',
  'http://purl.org/atom/ns#': 'atom',
  'http://purl.org/atom/app#': 'app',
  'http://www.w3.org/2007/app': 'app',
  'http://purl.org/rss/1.0/': '',
  'http://my.netscape.com/rdf/simple/0.9/': '',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf',
  'http://purl.org/rss/1.0/modules/content/': 'content',
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://purl.org/dc/terms/': 'dcterms',
  'http://www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'http://search.yahoo.com/mrss/': 'media',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'http://www.w3.org/1999/xhtml': 'xhtml',
  'http://wordpress.org/export/1.0/': 'wp',
  'http://wordpress.org/export/1.1/': 'wp',
  'http://wordpress.org/export/1.2/': 'wp',
  'http://wordpress.org/export/1.0/excerpt/': 'excerpt',
  'http://wordpress.org/export/1.1/excerpt/': 'excerpt',
  'http://wordpress.org/export/1.2/excerpt/': 'excerpt',
};

/** References of HTML that people write into feeds without declaring them. */
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  copy: '©',
  eacute: 'é',
  uuml: 'ü',
  ouml: 'ö',
  auml: 'ä',
};

const MAX_DEPTH = 200;

interface Open {
  readonly element: XmlElement;
  readonly content: (XmlElement | string)[];
  readonly isContainer: boolean;
}

/**
 * Reads XML piece by piece: of the elements that `isContainer` says yes to (by the names from the root down) the opening
 * is told, and then each element in them as soon as it is whole. No more than one such element is held in memory.
 * Entities that a file declares itself are not read, so none can grow without bound.
 *
 * Throws ContentError with the line where the file ends too early or is nested more than 200 deep.
 */
export function* readXml(
  pieces: Iterable<string>,
  isContainer: (names: readonly string[]) => boolean,
): Iterable<XmlNews> {
  const news: XmlNews[] = [];
  const open: Open[] = [];
  const parser = new SaxesParser({ xmlns: true });
  Object.assign(parser.ENTITIES, ENTITIES);
  let isAtEnd = false;
  let hasFault = false;
  parser.on('error', (error) => {
    if (isAtEnd || hasFault) return;
    hasFault = true;
    news.push({ kind: 'fault', line: parser.line, problem: error.message.replace(/^\d+:\d+: /, '') });
  });
  parser.on('opentag', (tag) => {
    const element = elementOf(tag, parser.line);
    if (open.length === MAX_DEPTH) throw new ContentError(`the XML is nested more than ${MAX_DEPTH} deep`, parser.line);
    const isOuter = open.every((outer) => outer.isContainer);
    const isContained = isOuter && isContainer([...open.map((outer) => outer.element.name), element.name]);
    open.push({ element, content: element.content, isContainer: isContained });
    if (isContained) news.push({ kind: 'open', element });
  });
  parser.on('closetag', () => {
    const closed = open.pop();
    const outer = open.at(-1);
    if (closed === undefined || closed.isContainer) return;
    if (outer === undefined || outer.isContainer) news.push({ kind: 'element', element: closed.element });
    else outer.content.push(closed.element);
  });
  const addText = (text: string): void => {
    const inside = open.at(-1);
    if (inside !== undefined && !inside.isContainer) inside.content.push(text);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  for (const piece of withBareAmpersandsEscaped(pieces)) {
    parser.write(piece);
    yield* news.splice(0);
  }
  isAtEnd = true;
  const line = parser.line;
  const isCutOff = open.length > 0;
  // What is open at the end is closed by the parser: an element that is cut off is no whole one.
  news.length = 0;
  parser.close();
  if (isCutOff) throw new ContentError('the XML ends too early; save the file once more', line);
}

function elementOf(tag: SaxesTagNS, line: number): XmlElement & { readonly content: (XmlElement | string)[] } {
  const prefix = PREFIXES[tag.uri] ?? (tag.uri === '' ? tag.prefix : tag.prefix);
  const attributes = new Map(Object.values(tag.attributes).map(({ name, value }) => [name, value]));
  return { name: prefix === '' ? tag.local : `${prefix}:${tag.local}`, attributes, content: [], line };
}

/** The elements of a name right inside another. */
export const childrenNamed = ({ content }: XmlElement, name: string): readonly XmlElement[] =>
  content.filter((part) => typeof part !== 'string').filter((part) => part.name === name);

/** All the text in an element, trimmed; empty when there is none. */
export function textIn(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  return element.content
    .map((part) => (typeof part === 'string' ? part : textIn(part)))
    .join('')
    .trim();
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** What stands in an element as HTML, for one that holds markup itself (XHTML in Atom). */
export const markupIn = ({ content }: XmlElement): string =>
  content
    .map((part) => {
      if (typeof part === 'string') return escaped(part);
      const name = part.name.replace(/^.*:/, '');
      const attributes = [...part.attributes].map(([key, value]) => ` ${key}="${escaped(value)}"`).join('');
      return part.content.length === 0 && VOID.has(name)
        ? `<${name}${attributes}>`
        : `<${name}${attributes}>${markupIn(part)}</${name}>`;
    })
    .join('');

const VOID: ReadonlySet<string> = new Set(['br', 'hr', 'img', 'source', 'track', 'wbr', 'col']);
