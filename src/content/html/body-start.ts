import { endsSentence, weightOf } from '../line-shape.ts';
import { namesOfByline } from '../page/byline.ts';
import { stampLineOf } from '../page/stamp-line.ts';
import { childrenOf } from './clutter.ts';
import { attribute, elementsIn, isElement, isWithin, linesOf, type PageElement, type PageNode, textOf } from './dom.ts';
import { folded } from './titles.ts';

interface Known {
  readonly title: string;
  readonly authors: readonly string[];
}

/** What stands above the text of an article and is not of it is never this long. */
const MAX_LENGTH = 200;
const MAX_LOOKED_AT = 12;

/**
 * Takes from the start of a body what the page shows above its text: the headline, the byline, stamps, a name alone; and
 * puts pictures with a caption behind the first paragraph, so that a body begins with its own words.
 */
export function bodyStart(content: PageElement, known: Known): void {
  const title = folded(known.title);
  for (const heading of elementsIn(content, ({ localName }) => /^h[1-3]$/.test(localName)).slice(0, 5)) {
    if (folded(textOf(heading)) === title) heading.remove();
  }
  const captions: PageElement[] = [];
  for (let looked = 0; looked < MAX_LOOKED_AT; looked += 1) {
    const block = firstBlock(content, captions);
    if (block === undefined) break;
    if (isFigure(block)) {
      if (linesOf(block).length === 0) break;
      captions.push(block);
      continue;
    }
    const lines = linesOf(block);
    const isAbove = lines.every((line) => isAboveText(line, title, known.authors));
    if (!isAbove && !isLabel(block, lines)) {
      for (const figure of captions.reverse()) {
        if (elementsIn(figure, ({ localName }) => localName === 'img').length > 0) block.after(figure);
        else figure.remove();
      }
      return;
    }
    block.remove();
  }
}

const FIGURE_CLASS =
  /(?:^|[\s_-])(?:captions?|credits?|figure|figcaption|photos?|images?|imgs?|pictures?|gallery|slideshow|media|video|lead-?(?:image|media|art)|hero|featured-?image)(?:$|[\s_-])/i;
const MAX_CAPTION = 600;

const isFigure = (element: PageElement): boolean =>
  element.localName === 'figure' ||
  element.localName === 'picture' ||
  (FIGURE_CLASS.test(attribute(element, 'class').replace(/([a-z])(?=[A-Z])/g, '$1-')) &&
    textOf(element).length < MAX_CAPTION) ||
  holdsFigure(element);

/** A paragraph around a picture and its caption, and nothing else. */
function holdsFigure(element: PageElement): boolean {
  const [only, second] = childrenOf(element).filter((child) => linesOf(child).length > 0);
  if (only === undefined || second !== undefined || !/^(?:p|span|center|a)$/.test(element.localName)) return false;
  return textOf(only) === textOf(element) && isFigure(only);
}

/** The first innermost block with text or a figure, those in `skipped` left out. */
function firstBlock(content: PageElement, skipped: readonly PageElement[]): PageElement | undefined {
  let around: PageElement = content;
  for (;;) {
    const next = firstWithText(around, skipped);
    if (next === undefined) return around === content ? undefined : around;
    if (!isElement(next)) return around === content ? undefined : around;
    if (isFigure(next) || !/^(?:div|section|article|main|span|header|center|td|tr|tbody|table)$/i.test(next.localName))
      return next;
    around = next;
  }
}

function firstWithText(around: PageElement, skipped: readonly PageElement[]): PageNode | undefined {
  for (let child = around.firstChild; child !== null; child = child.nextSibling) {
    if (isElement(child)) {
      if (!skipped.includes(child) && linesOf(child).length > 0 && !holdsOnly(child, skipped)) return child;
    } else if ((child.nodeValue ?? '').trim() !== '' && child.nodeType === TEXT) return child;
  }
  return undefined;
}

const TEXT = 3;

/** True for an element whose text is all in figures that are skipped. */
const holdsOnly = (element: PageElement, skipped: readonly PageElement[]): boolean =>
  skipped.length > 0 &&
  childrenOf(element).length > 0 &&
  linesOf(element).length ===
    skipped.filter((one) => isWithin(one, element)).reduce((sum, one) => sum + linesOf(one).length, 0);

function isAboveText(line: string, title: string, authors: readonly string[]): boolean {
  if (line.length > MAX_LENGTH) return false;
  const words = folded(line);
  if (words === '' || words === title) return true;
  if (authors.some((name) => words === folded(name) || words === `by${folded(name)}`)) return true;
  return stampLineOf(line)?.hasDay === true || namesOfByline(line).length > 0;
}

const CREDIT =
  /(?:getty|shutterstock|\bap\b photo|photo(?:graph)?s?\b|image|credit|reuters\/|©|\(c\)|foto|фото|写真|사진|courtesy|istock|unsplash|illustration|bild(?:quelle)?|crédit|crédito|caption)/iu;
const MAX_LABEL = 60;
const MAX_CREDIT = 140;

/** The name of a section, a button, the credit of a picture: short, no sentence, no heading of the text. */
function isLabel({ localName }: PageElement, lines: readonly string[]): boolean {
  if (/^(?:h[1-6]|li|ul|ol|dl|blockquote|pre|table)$/.test(localName)) return false;
  return lines.every((line) => {
    if (endsSentence(line) || /[:：]$/u.test(line)) return false;
    return line.length <= MAX_CREDIT && (CREDIT.test(line) || (weightOf(line) <= MAX_LABEL && localName !== 'p'));
  });
}
