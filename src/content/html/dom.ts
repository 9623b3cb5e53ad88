import { parseHTML } from 'linkedom';
import { isTooDeep } from '../html-depth.ts';
import { flatten } from './flatten.ts';

/** What is used of the nodes that linkedom makes. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeValue: string | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly previousSibling: PageNode | null;
  readonly parentElement: PageElement | null;
  remove(): void;
}

export interface PageElement extends PageNode {
  readonly localName: string;
  readonly className: string;
  innerHTML: string;
  readonly ownerDocument: PageDocument;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  append(...nodes: readonly (PageNode | string)[]): void;
  replaceWith(...nodes: readonly (PageNode | string)[]): void;
  before(...nodes: readonly (PageNode | string)[]): void;
  after(...nodes: readonly (PageNode | string)[]): void;
}

export interface PageDocument {
  readonly documentElement: PageElement;
  readonly body: PageElement;
  createElement(name: string): PageElement;
}

const ELEMENT = 1;
const TEXT = 3;

export const isElement = (node: PageNode | null): node is PageElement => node?.nodeType === ELEMENT;

const START = /<html[\s>]/i;

/**
 * Makes a document of a page or of a piece of one, whatever state it is in. Elements are never more than a few hundred
 * deep: of deeper ones only the contents are kept.
 */
export function parsePage(text: string): PageDocument {
  if (!START.test(text)) return parsed(wrapped(text));
  const document = parsed(text);
  // Words before the doctype, or tags of the root inside comments: the root is not what it should be.
  return document.documentElement.localName === 'html' && document.body.parentElement !== null
    ? document
    : parsed(wrapped(text.replace(ROOT_TAGS, '')));
}

const ROOT_TAGS = /<!doctype[^>]*>|<\/?(?:html|head|body)(?:\s[^>]{0,2000})?>/gi;
const wrapped = (text: string): string => `<!doctype html><html><head></head><body>${text}</body></html>`;

function parsed(html: string): PageDocument {
  const { document } = parseHTML(isTooDeep(html) ? flatten(html) : html);
  return document;
}

/** Every element below a node in the order of the page; below one that `visit` answers false for none is visited. */
export function walk(root: PageNode, visit: (element: PageElement) => boolean | undefined): void {
  let node = root.firstChild;
  while (node !== null) {
    const goesDown = isElement(node) && visit(node) !== false;
    let next = goesDown ? node.firstChild : null;
    for (let up: PageNode | null = node; next === null && up !== null && up !== root; up = up.parentElement) {
      next = up.nextSibling;
    }
    node = next;
  }
}

/** Elements below a node that pass, in the order of the page. */
export function elementsIn(root: PageNode, wanted: (element: PageElement) => boolean): readonly PageElement[] {
  const found: PageElement[] = [];
  walk(root, (element) => {
    if (wanted(element)) found.push(element);
    return true;
  });
  return found;
}

export function isWithin(inner: PageElement, outer: PageElement): boolean {
  for (let up: PageElement | null = inner; up !== null; up = up.parentElement) if (up === outer) return true;
  return false;
}

export const SILENT: ReadonlySet<string> = new Set(
  'script style template noscript svg head title textarea select'.split(' '),
);
/** Elements that do not divide the words around them. */
export const INLINE: ReadonlySet<string> = new Set(
  `a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strike strong sub sup time tt u var
  wbr`.split(/\s+/),
);

/** Zero-width spaces and soft hyphens. */
const UNSEEN = /[\u200b\u2060\ufeff\u00ad]/g;

/** The lines that an element shows: one for each block, white space made single spaces; none is empty. */
export function linesOf(element: PageNode): readonly string[] {
  const parts: string[] = [];
  gather(element, parts);
  return parts
    .join('')
    .replace(UNSEEN, '')
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0]+/gu, ' ').trim())
    .filter((line) => line !== '');
}

/** The text that an element shows, in one line. */
export const textOf = (element: PageNode | undefined): string =>
  element === undefined ? '' : linesOf(element).join(' ');

/** Depth is bounded by `parsePage`. */
function gather(node: PageNode, parts: string[]): void {
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === TEXT) parts.push((child.nodeValue ?? '').replace(/\s+/g, ' '));
    else if (isElement(child) && !SILENT.has(child.localName)) {
      const isBlock = !INLINE.has(child.localName);
      if (isBlock) parts.push('\n');
      gather(child, parts);
      if (isBlock) parts.push('\n');
    }
  }
}

/** The plain text of a value that may hold markup or entities, as many programs write into their metadata. */
export function plainText(value: string): string {
  const plain = /[&<]/.test(value) ? textOf(parsePage(`<div>${value}</div>`).body) : value;
  return plain
    .replace(UNSEEN, '')
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
}

/** The value of an attribute, empty where it has none. Old pages shout its name, and linkedom keeps it so. */
export const attribute = (element: PageElement, name: string): string =>
  (element.getAttribute(name) ?? element.getAttribute(name.toUpperCase()))?.trim() ?? '';

/** The words of an attribute that holds several, in lower case. */
export const wordsOf = (element: PageElement, name: string): readonly string[] =>
  attribute(element, name)
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
