import { isElement, type PageElement, type PageNode } from './dom.ts';

const TEXT = 3;
const PLAIN: ReadonlySet<string> = new Set('span b strong big font em i small ins'.split(' '));
const CAPITAL = /^\s*["'“”„«‘’¿¡([]{0,2}[\p{Lu}\p{Lo}]\s*$/u;

/**
 * Puts the great first letter of a text, which has an element of its own, back into its word: without the style of its
 * page it would stand apart.
 */
export function joinDropCap(block: PageNode): void {
  const letter = firstText(block);
  if (letter === undefined || !CAPITAL.test(letter.nodeValue ?? '')) return;
  let cap: PageElement | undefined;
  for (let up = letter.parentElement; up !== null && up !== block.parentElement; up = up.parentElement) {
    if (!PLAIN.has(up.localName) || up.firstChild === null || up.firstChild.nextSibling !== null) break;
    cap = up;
  }
  const rest = cap?.nextSibling ?? null;
  if (cap === undefined || rest === null || isElement(rest) || !/^\p{L}/u.test(rest.nodeValue ?? '')) return;
  cap.replaceWith((letter.nodeValue ?? '').trim());
}

/** The first words below a node that are not white space. */
function firstText(node: PageNode): PageNode | undefined {
  if (!isElement(node)) return node.nodeType === TEXT && (node.nodeValue ?? '').trim() !== '' ? node : undefined;
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    const found = firstText(child);
    if (found !== undefined) return found;
  }
  return undefined;
}
