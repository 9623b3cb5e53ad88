import { attribute, INLINE, isElement, linesOf, type PageElement, type PageNode, textOf } from './dom.ts';

/** A piece of a body that stands by itself: an element, or what stands between two line breaks of one. */
export interface LeadBlock {
  /** Beside each other, in the order of the page. */
  readonly nodes: readonly PageNode[];
  /** The element that the block is; undefined for words between line breaks. */
  readonly element?: PageElement;
  readonly lines: readonly string[];
  /** A picture with what is said of it. */
  readonly isFigure: boolean;
}

/** They may hold blocks, or words between line breaks. */
const HOLDERS: ReadonlySet<string> = new Set(
  'div section article main header center table tbody tr td th p font form'.split(' '),
);
/** Further blocks are not looked at, nor is what is more than a few thousand letters into a body. */
const MAX_BLOCKS = 16;
const MAX_PROSE = 3_000;

/** The first blocks of a body, in the order of the page; those without text are passed over. */
export function leadBlocks(content: PageElement): readonly LeadBlock[] {
  const blocks: LeadBlock[] = [];
  let prose = 0;
  const isFull = (): boolean => blocks.length >= MAX_BLOCKS || prose > MAX_PROSE;
  const take = (nodes: readonly PageNode[], element?: PageElement): void => {
    const lines = nodes.flatMap((node) => (isElement(node) ? linesOf(node) : wordsOf(node)));
    if (lines.length === 0) return;
    const isPicture = element !== undefined && isFigure(element);
    if (!isPicture) prose += lines.reduce((sum, line) => sum + line.length, 0);
    blocks.push({
      nodes,
      ...(element === undefined ? {} : { element }),
      lines: element === undefined ? [lines.join(' ')] : lines,
      isFigure: isPicture,
    });
  };
  const visit = (element: PageElement): void => {
    if (isFull()) return;
    if (!holdsBlocks(element) || isFigure(element)) take([element], element);
    else gather(element);
  };
  const gather = (around: PageElement): void => {
    let run: PageNode[] = [];
    const close = (before?: PageElement): void => {
      const isApart = before !== undefined && before.localName !== 'br';
      take(run, isApart ? onlyElement(run) : undefined);
      run = [];
    };
    for (let child = around.firstChild; child !== null && !isFull(); child = child.nextSibling) {
      if (isElement(child) && (!INLINE.has(child.localName) || hasBlock(child))) {
        close(child);
        if (child.localName !== 'br') visit(child);
      } else run.push(child);
    }
    if (!isFull()) close();
  };
  gather(content);
  return blocks;
}

/** The one element beside which nothing is said. */
function onlyElement(nodes: readonly PageNode[]): PageElement | undefined {
  const [first, second] = nodes.filter((node) => (isElement(node) ? linesOf(node) : wordsOf(node)).length > 0);
  return first !== undefined && second === undefined && isElement(first) ? first : undefined;
}

const wordsOf = (node: PageNode): readonly string[] => {
  const text = node.nodeType === TEXT ? (node.nodeValue ?? '').replace(/[\s\u00a0]+/gu, ' ').trim() : '';
  return text === '' ? [] : [text];
};
const TEXT = 3;

/** A span around paragraphs, as programs write it. */
const hasBlock = (element: PageElement): boolean => {
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (isElement(child) && (INLINE.has(child.localName) ? hasBlock(child) : child.localName !== 'br')) return true;
  }
  return false;
};

/** A holder is divided where a block or a line break stands in it. The extractor makes elements whose names are loud. */
function holdsBlocks(element: PageElement): boolean {
  if (!HOLDERS.has(element.localName.toLowerCase()) && !INLINE.has(element.localName)) return false;
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (isElement(child) && (!INLINE.has(child.localName) || hasBlock(child))) return true;
  }
  return false;
}

const FIGURE_CLASS =
  /(?:^|[\s_-])(?:captions?|credits?|figure|figcaption|photos?|images?|imgs?|pictures?|media|video|lead-?(?:image|media|art)|hero|featured-?image)(?:$|[\s_-])/i;
const MAX_CAPTION = 600;
const GALLERY_CLASS = /(?:^|[\s_-])(?:\w{0,3}gallery|slide-?show|carousel|slider)(?:$|[\s_-])/i;
const MAX_GALLERY = 4_000;

function isFigure(element: PageElement): boolean {
  if (/^(?:figure|picture|figcaption)$/.test(element.localName)) return true;
  const named = attribute(element, 'class').replace(/([a-z])(?=[A-Z])/g, '$1-');
  if (named === '') return false;
  const isGallery = GALLERY_CLASS.test(named);
  return (isGallery || FIGURE_CLASS.test(named)) && textOf(element).length < (isGallery ? MAX_GALLERY : MAX_CAPTION);
}
