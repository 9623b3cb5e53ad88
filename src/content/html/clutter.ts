import { attribute, elementsIn, isElement, type PageElement, type PageNode, textOf, walk } from './dom.ts';

const NEVER: ReadonlySet<string> = new Set(
  'script style template nav dialog form button input select textarea iframe object embed applet canvas svg link meta'.split(
    ' ',
  ),
);
const ROLES: ReadonlySet<string> = new Set([
  'navigation',
  'dialog',
  'alertdialog',
  'search',
  'menu',
  'menubar',
  'toolbar',
  'banner',
]);

/** Words of classes and ids of what stands in an article and is not of it. */
const CLUTTER =
  /(?:^|[\s_-])(?:share|shar(?:e|ing)-?(?:bar|buttons?|tools?|links?|box)?|sharedaddy|socials?|social-?(?:share|links|icons|media|bar)|addtoany|a2a|jp-relatedposts|newsletters?|newsletter-?(?:signup|form|box)|signup|sign-up|subscribe|subscription|subscribe-widget|subscription-widget(?:-wrap)?|related|related-?(?:posts?|articles?|stories|links|content|news|items)|recommend(?:ed|ations?)|read-?more-?(?:box|links?)|also-?read|see-?also|more-?(?:stories|on-this|news)|advert(?:isement|ising|s)?|ads?|ad-?(?:slot|unit|container|wrapper|break|label|placeholder|banner)|adsbygoogle|google-?ads?|gpt-?ad|dfp|banner-?ad|sponsored|promo|promotion|promobox|outbrain|taboola|comments?|comment-?(?:list|form|section|count)|disqus(?:_thread)?|breadcrumbs?|crumbs|cookies?|cookie-?(?:banner|notice|consent)|consent|gdpr|print-?(?:only|button|link)|visually-?hidden|screen-?reader(?:-text)?|sr-only|skip-?link|pagination|pager|post-?nav(?:igation)?|author-?(?:bio|box|info|card|profile)|about-?(?:the-?)?author|tags?-?(?:list|links|container|cloud)|post-?tags|entry-?(?:meta|footer|tags)|article-?(?:tags|footer|tools|share|meta)|post-?(?:meta|footer|share|info)|postmeta|meta-?info|toolbar|rating|poll|quiz|trending|most-?(?:read|popular)|mw-editsection|noprint|navbox|infobox|toc|catlinks|printfooter|paywall-?(?:prompt|message|banner)|video-?player-?controls|listen-?(?:button|player)|audio-?player-?button|byline|by-line|dateline-?time|timestamp|published-?(?:date|time)|entry-?date|posted-?on|reading-?time|kicker|eyebrow|standfirst|dek|deck|headline[_-]{1,2}desc(?:ription)?|subtitle|sub-?headline|subhead(?:ing)?-?(?:deck)?|article-?(?:summary|excerpt|dek|standfirst|subtitle|lede?-?in)|post-?(?:subtitle|excerpt)|entry-?(?:subtitle|summary))(?:$|[\s_-])/i;

/** These hold the article, whatever else their class says. */
const HOLDERS: ReadonlySet<string> = new Set(['html', 'body', 'main', 'article']);
/** With more of the page's paragraphs than this an element is no clutter. */
const MOST_OF_PAGE = 0.35;

/** How much text paragraphs have below each element. */
export type Weights = ReadonlyMap<PageNode, number>;

const PARAGRAPH: ReadonlySet<string> = new Set(['p', 'blockquote', 'pre', 'li']);

export function weighParagraphs(root: PageElement): { readonly weights: Weights; readonly total: number } {
  const weights = new Map<PageNode, number>();
  let total = 0;
  walk(root, (element) => {
    if (NEVER.has(element.localName)) return false;
    const isParagraph = PARAGRAPH.has(element.localName);
    const weight = isParagraph ? lengthOf(element) : ownTextOf(element);
    if (weight < LEAST_PARAGRAPH)
      return !isParagraph || element.localName === 'li' || element.localName === 'blockquote';
    total += weight;
    for (let up: PageElement | null = element; up !== null; up = up.parentElement) {
      weights.set(up, (weights.get(up) ?? 0) + weight);
    }
    return !isParagraph;
  });
  return { weights, total };
}

/** Text that stands in an element without a paragraph, as old pages write it, with breaks between. */
function ownTextOf(element: PageElement): number {
  if (element.localName === 'a' || element.localName === 'option') return 0;
  let length = 0;
  for (let child = element.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === TEXT) length += (child.nodeValue ?? '').trim().length;
  }
  return length;
}

const TEXT = 3;

/** Shorter ones are mostly captions and buttons. */
const LEAST_PARAGRAPH = 40;

/** The length of the text of a paragraph outside its links. */
function lengthOf(paragraph: PageElement): number {
  const links = elementsIn(paragraph, ({ localName }) => localName === 'a');
  return textOf(paragraph).length - links.reduce((sum, link) => sum + textOf(link).length, 0);
}

/**
 * Takes out of a page what is never part of an article: scripts, forms, menus, and what its class, id or role calls
 * shares, advertisements, related articles, comments, bylines. What holds a good part of the page's text stays, whatever it
 * is called.
 */
export function removeClutter(root: PageElement): void {
  const { weights, total } = weighParagraphs(root);
  const clutter: PageElement[] = [];
  walk(root, (element) => {
    const name = element.localName;
    const isHeavy = (weights.get(element) ?? 0) > total * MOST_OF_PAGE;
    if ((NEVER.has(name) && !(name === 'form' && isHeavy)) || (!HOLDERS.has(name) && !isHeavy && isClutter(element))) {
      clutter.push(element);
      return false;
    }
    return true;
  });
  for (const element of clutter) element.remove();
}

function isClutter(element: PageElement): boolean {
  if (element.getAttribute('hidden') !== null || ROLES.has(attribute(element, 'role'))) return true;
  if (/display:\s*none/i.test(attribute(element, 'style'))) return true;
  const named = `${attribute(element, 'class')} ${attribute(element, 'id')}`;
  if (named.length > 1 && named.length < MAX_CLASS_LENGTH && CLUTTER.test(named.replace(CAMEL, '$1-$2'))) return true;
  return /^(?:related|promo|newsletter|advert|share|byline|tags?)/i.test(attribute(element, 'data-component'));
}

const MAX_CLASS_LENGTH = 300;
const CAMEL = /([a-z])(?=[A-Z])()/g;

/** The elements right below a node. */
export function childrenOf(node: PageNode): readonly PageElement[] {
  const children: PageElement[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling)
    if (isElement(child)) children.push(child);
  return children;
}
