import { Readability } from '@mozilla/readability';
import type { KnownOfStart } from './above-text.ts';
import { bodyStart } from './body-start.ts';
import { childrenOf, removeClutter, weighParagraphs } from './clutter.ts';
import {
  attribute,
  elementsIn,
  isElement,
  isWithin,
  type PageDocument,
  type PageElement,
  type PageNode,
  textOf,
} from './dom.ts';
import { resolveImages } from './images.ts';
import { findToldLead, restoreLead } from './told-lead.ts';

export interface Body {
  readonly html: string;
  readonly text: string;
  readonly source: string;
}

export interface KnownOfBody extends KnownOfStart {
  /** The text of the article as its JSON-LD has it. */
  readonly articleBody: string | undefined;
}

/** A container with this share of the page's paragraphs is believed to be the article. */
const ENOUGH = 0.5;
const LEAST_WEIGHT = 140;

/** Finds the text of the article in a page. The document is changed by it. Undefined when there is no text. */
export function findBody(document: PageDocument, known: KnownOfBody): Body | undefined {
  const { body } = document;
  resolveImages(body);
  const lead = findToldLead(body, known.articleBody);
  removeClutter(body);
  const container = declaredContainer(body);
  const around = container?.element ?? body;
  const found = extracted(document, around);
  const content = found ?? around;
  if (lead !== undefined) restoreLead(content, lead);
  bodyStart(content, known, known.articleBody);
  const text = textOf(content);
  const told = known.articleBody;
  if (told !== undefined && told.length > MIN_TOLD && text.length < told.length * LEAST_OF_TOLD) {
    return { html: asParagraphs(told), text: told, source: 'JSON-LD articleBody' };
  }
  if (text === '') return undefined;
  return {
    html: content.innerHTML,
    text,
    source: container?.source ?? (found === undefined ? 'body' : 'the extractor'),
  };
}

const MIN_TOLD = 200;
const LEAST_OF_TOLD = 0.6;

const CONTAINER_CLASS =
  /(?:^|\s)(?:e-content|entry-content|post-content|article-content|article-body|articlebody|article__body|article__content|article-text|article__text|story-body|story__body|story-content|story-text|post-body|post__content|post-text|body-content|blog-post-content|td-post-content|gh-content|available-content|field--name-body|field-name-body|content-body|article-body-content|body-copy|main-article-body|c-entry-content|l-article__body|mw-parser-output|news-text|newsct_article|article_body|article_view|entry-body|single-content|rich-text|markdown-body|theme-doc-markdown|post-full-content|node__content|newsbody|materia-conteudo|content-text)(?:\s|$)/i;

/**
 * The element that says it holds the article: of several the one with most paragraphs. An article in parts has several of
 * one class, which are put together. Undefined when that is less than half of the page's paragraphs.
 */
function declaredContainer(body: PageElement): { readonly element: PageElement; readonly source: string } | undefined {
  const { weights, total } = weighParagraphs(body);
  const weightOf = (element: PageElement): number => weights.get(element) ?? 0;
  const candidates = elementsIn(body, isDeclared);
  let best: PageElement | undefined;
  // Of two that hold the same the inner one is closer.
  for (const one of candidates) if (best === undefined || weightOf(one) >= weightOf(best)) best = one;
  if (best === undefined) return undefined;
  const name = declaredName(best);
  const parts = candidates.filter((one) => declaredName(one) === name && weightOf(one) > 0);
  const outer = parts.filter((one) => !parts.some((other) => other !== one && isWithin(one, other)));
  const weight = outer.reduce((sum, one) => sum + weightOf(one), 0);
  if (weight < LEAST_WEIGHT || weight < total * ENOUGH) return undefined;
  const source = isArticleBody(best) ? 'itemprop articleBody' : `class ${name}`;
  const [first, second] = outer;
  if (first === undefined || second === undefined) return { element: best, source };
  const whole = body.ownerDocument.createElement('div');
  whole.setAttribute('class', name);
  first.before(whole);
  whole.append(...outer);
  return { element: whole, source };
}

const isArticleBody = (element: PageElement): boolean =>
  /(?:^|\s)articlebody(?:\s|$)/i.test(attribute(element, 'itemprop'));
/** The class, or part of it, that says so. */
const declaredName = (element: PageElement): string =>
  CONTAINER_CLASS.exec(attribute(element, 'class'))?.[0].trim() ?? 'articlebody';
const isDeclared = (element: PageElement): boolean =>
  isArticleBody(element) || CONTAINER_CLASS.test(attribute(element, 'class'));

/** What the extractor takes for the article; undefined where it finds none, or leaves out most of a small page. */
function extracted(document: PageDocument, around: PageElement): PageElement | undefined {
  const { body } = document;
  if (isTooMuch(around)) return undefined;
  const { weights } = weighParagraphs(around);
  const before = weights.get(around) ?? 0;
  const isSmall = before < SMALL_PAGE && elementsIn(around, ({ localName }) => localName === 'a').length < FEW_LINKS;
  const copy = isSmall ? around.innerHTML : '';
  if (around !== body) {
    for (const child of childrenOf(body)) child.remove();
    body.append(around);
  }
  const article = new Readability(document, {
    keepClasses: true,
    disableJSONLD: true,
    charThreshold: CHARACTERS,
    serializer: (element: PageElement): PageElement => element,
  }).parse();
  const content: PageElement | undefined = article?.content ?? undefined;
  const isEnough = !isSmall || (content !== undefined && weighParagraphs(content).total >= before * LEAST_KEPT);
  if (content !== undefined && isEnough) return content;
  if (isSmall) around.innerHTML = copy;
  return undefined;
}

const MAX_ELEMENTS = 8_000;
/** The document's own parser cannot take some hundred thousand pieces of text beside each other. */
const MAX_TEXTS = 40_000;
/** In letters times their depth. A page of 300 KB has a tenth of it. */
const MAX_WORK = 4_000_000;

/** The extractor looks at each element's whole text: what it takes grows with the text and its depth. */
function isTooMuch(root: PageElement): boolean {
  let [elements, texts, work] = [0, 0, 0];
  let node: PageNode | null = root.firstChild;
  for (let depth = 1; node !== null; ) {
    if (isElement(node)) elements += 1;
    else {
      texts += 1;
      work += (node.nodeValue?.length ?? 0) * depth;
    }
    if (elements > MAX_ELEMENTS || texts > MAX_TEXTS || work > MAX_WORK) return true;
    if (node.firstChild !== null) {
      node = node.firstChild;
      depth += 1;
      continue;
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentElement;
      depth -= 1;
    }
    node = node === null || node === root ? null : node.nextSibling;
  }
  return false;
}

const CHARACTERS = 200;
const LEAST_KEPT = 0.7;
const SMALL_PAGE = 4_000;
const FEW_LINKS = 20;

const asParagraphs = (text: string): string =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => `<p>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`)
    .join('\n');
