import { endsSentence } from '../line-shape.ts';
import { aboveText, isCreditLine, isStampOrByline, type KnownOfStart } from './above-text.ts';
import { childrenOf } from './clutter.ts';
import { elementsIn, isElement, type PageElement, textOf } from './dom.ts';
import { joinDropCap } from './drop-cap.ts';
import { type LeadBlock, leadBlocks } from './lead-blocks.ts';
import { folded } from './titles.ts';

const MAX_STANDFIRST = 450;

/** What stands before the words that a page tells to be the first is no longer than this. */
const MAX_BEFORE_TOLD = 1_000;

/** With this many letters in common a block is the beginning of the text that JSON-LD has. */
const MIN_SAME = 24;
const MAX_SAME = 80;

/**
 * Takes from the start of a body what the page shows above its text: the headline, the byline, stamps, buttons, key points,
 * notices, a byline between the lead and the rest; and puts pictures with a caption behind the first paragraph, so that a body begins with its own words. Where
 * the page says how its text begins (`told`), what stands before that goes.
 */
export function bodyStart(content: PageElement, known: KnownOfStart, told = ''): void {
  const titles = new Set(known.titles.map(folded).filter((title) => title !== ''));
  for (const heading of elementsIn(content, ({ localName }) => /^h[1-3]$/.test(localName)).slice(0, 5)) {
    if (titles.has(folded(textOf(heading)))) heading.remove();
  }
  const blocks = leadBlocks(content);
  const first = firstOfText(blocks, known, folded(told.slice(0, MAX_SAME * 2)));
  const start = first === undefined ? undefined : blocks[first];
  if (first === undefined || start === undefined) return;
  const [opening] = start.nodes.filter((node) => (node.nodeValue ?? 'x').trim() !== '');
  if (opening !== undefined) joinDropCap(opening);
  const [byline, more] = blocks.slice(first + 1);
  if (byline !== undefined && more !== undefined && isBylineBlock(byline))
    for (const node of byline.nodes) node.remove();
  const anchor = start.element ?? start.nodes.findLast(isElement);
  for (const block of blocks.slice(0, first).reverse()) {
    const [picture] = isCaption(block) ? block.nodes.filter(isElement).filter(hasPicture) : [];
    if (picture !== undefined && anchor !== undefined) anchor.after(picture);
    for (const node of block.nodes) if (node !== picture) node.remove();
  }
}

const hasPicture = (element: PageElement): boolean =>
  elementsIn(element, ({ localName }) => localName === 'img' || localName === 'video').length > 0;

const isCaption = ({ isFigure, lines }: LeadBlock): boolean => isFigure || lines.every(isCreditLine);

/** Which block is the first of the text; undefined where there is none. */
function firstOfText(blocks: readonly LeadBlock[], known: KnownOfStart, told: string): number | undefined {
  const begun = blocks.findIndex((block) => !block.isFigure && isBeginning(block, told));
  const isTold = begun !== -1 && proseBefore(blocks, 0, begun).length <= MAX_BEFORE_TOLD;
  let at = isTold ? begun : 0;
  for (let block = blocks[at]; block !== undefined; block = blocks[at]) {
    const kind = block.isFigure ? 'caption' : aboveText(block, known);
    const next = blocks[at + 1];
    if (kind === undefined && (isTold || !isStandfirst(blocks.slice(at), known))) return at;
    if (kind === 'key points' && next !== undefined) {
      if (!isList(next)) return at;
      at += 1;
    }
    at += 1;
  }
  return undefined;
}

const isList = ({ element }: LeadBlock): boolean => /^(?:ul|ol|li|dl)$/.test(element?.localName ?? '');

const isBeginning = ({ lines }: LeadBlock, told: string): boolean => beginsAs(lines.join(' '), told);

/** True for a text that begins as `told` does, or is its whole beginning; `told` is folded. */
export function beginsAs(text: string, told: string): boolean {
  const words = folded(text.slice(0, MAX_SAME * 2));
  const length = Math.min(words.length, told.length, MAX_SAME);
  return length >= MIN_SAME && words.slice(0, length) === told.slice(0, length);
}

const proseBefore = (blocks: readonly LeadBlock[], from: number, to: number): string =>
  blocks
    .slice(from, to)
    .filter(({ isFigure }) => !isFigure)
    .flatMap(({ lines }) => lines)
    .join(' ');

/**
 * The first block is a standfirst: a heading that a sentence is, or that a byline follows; or the words that describe the page,
 * apart from its paragraphs.
 */
function isStandfirst([block, ...rest]: readonly LeadBlock[], { summary = '' }: KnownOfStart): boolean {
  const [next, text] = rest;
  if (block?.element === undefined || next === undefined) return false;
  const words = block.lines.join(' ');
  if (words.length > MAX_STANDFIRST) return false;
  const isHeading = /^h[2-6]$/.test(block.element.localName);
  if (isHeading && text !== undefined && isBylineBlock(next)) return true;
  const paragraph = rest.find(({ isFigure }) => !isFigure);
  if (paragraph === undefined || endsSentence(paragraph.lines.join(' ')) === false) return false;
  if (isHeading) return words.length >= MIN_SENTENCE && words.endsWith('.');
  return (
    folded(words) === folded(summary) &&
    paragraph.element?.parentElement !== block.element.parentElement &&
    paragraphsBeside(block.element) === 0
  );
}

const MIN_SENTENCE = 60;

const paragraphsBeside = (element: PageElement): number =>
  childrenOf(element.parentElement ?? element).filter((one) => one !== element && one.localName === 'p').length;

const isBylineBlock = ({ lines, isFigure }: LeadBlock): boolean =>
  !isFigure && (lines.every(isStampOrByline) || isStampOrByline(lines.join(' ')));
