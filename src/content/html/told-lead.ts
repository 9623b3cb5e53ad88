import { beginsAs } from './body-start.ts';
import { INLINE, isElement, type PageElement, type PageNode, SILENT, textOf, walk } from './dom.ts';
import { folded } from './titles.ts';

/** What the page tells to be the beginning of its text, as the page shows it. */
export interface ToldLead {
  readonly told: string;
  readonly html: string;
}

const MAX_TOLD = 160;
/** Words of its own that an element has in common with what is told, to be looked at at all. */
const MIN_OWN = 8;
const MIN_LEAD = 40;
const MAX_SEARCHED = 4_000;

/**
 * Finds the block with which the text begins that the page tells to programs (JSON-LD `articleBody`). Extractors like to
 * leave a lead out that stands by itself.
 */
export function findToldLead(body: PageElement, articleBody: string | undefined): ToldLead | undefined {
  const told = folded((articleBody ?? '').slice(0, MAX_TOLD));
  if (told.length < MIN_LEAD) return undefined;
  let lead: PageElement | undefined;
  walk(body, (element) => {
    if (lead !== undefined || SILENT.has(element.localName)) return false;
    const own = folded(ownStart(element).slice(0, MAX_TOLD));
    const length = Math.min(own.length, told.length);
    if (length < MIN_OWN || own.slice(0, length) !== told.slice(0, length)) return true;
    const block = blockAround(element);
    const text = textOf(block);
    if (text.length >= MIN_LEAD && beginsAs(text, told)) lead = block;
    return true;
  });
  return lead === undefined ? undefined : { told, html: lead.innerHTML };
}

/** Puts the lead before a body that has it not. */
export function restoreLead(content: PageElement, lead: ToldLead): void {
  const start = lead.told.slice(0, MIN_LEAD);
  if (folded(textOf(content).slice(0, MAX_SEARCHED)).includes(start)) return;
  const paragraph = content.ownerDocument.createElement('p');
  paragraph.innerHTML = lead.html;
  const first = content.firstChild;
  if (first === null) content.append(paragraph);
  else if (isElement(first)) first.before(paragraph);
  else {
    const rest = content.ownerDocument.createElement('div');
    const nodes: PageNode[] = [];
    for (let node: PageNode | null = first; node !== null; node = node.nextSibling) nodes.push(node);
    for (const node of nodes) rest.append(node);
    content.append(paragraph, rest);
  }
}

/** The first words that stand in an element itself. */
function ownStart(element: PageElement): string {
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (isElement(child)) {
      if (child.localName !== 'br') return '';
    } else if ((child.nodeValue ?? '').trim() !== '') return (child.nodeValue ?? '').trim();
  }
  return '';
}

function blockAround(element: PageElement): PageElement {
  let block = element;
  while (INLINE.has(block.localName) && block.parentElement !== null) block = block.parentElement;
  return block;
}
