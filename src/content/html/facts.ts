import { attribute, elementsIn, type PageDocument, type PageElement, textOf, walk, wordsOf } from './dom.ts';

/** An element that says something, and whether it stands beside the article: in a menu, a comment, a list of others. */
export interface Place {
  readonly element: PageElement;
  readonly isBeside: boolean;
}

/** All that a page says of itself, gathered in one walk; nothing is judged yet. */
export interface Facts {
  /** Contents of `meta`, by name, property or itemprop in lower case; in the order of the page, none empty. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  /** Addresses of `link`, by rel. */
  readonly links: ReadonlyMap<string, readonly string[]>;
  readonly jsonLd: readonly string[];
  readonly documentTitle: string;
  readonly language: string;
  readonly base: string;
  readonly headings: readonly Place[];
  /** `h2` and `h3`: on some sites `h1` is the name of the site. */
  readonly subheadings: readonly Place[];
  /** What feeds of the page and links to its front page are called: mostly the name of the site. */
  readonly names: readonly string[];
  readonly times: readonly Place[];
  /** Elements with `itemprop` but metas, by property in lower case. */
  readonly properties: ReadonlyMap<string, readonly Place[]>;
  /** Elements by the class of microformats: `p-name`, `dt-published`. */
  readonly microformats: ReadonlyMap<string, readonly Place[]>;
  /** Links by rel: `tag`, `author`. */
  readonly relations: ReadonlyMap<string, readonly Place[]>;
  /** Elements whose class or name says that they hold names of authors, a date or tags. */
  readonly bylines: readonly Place[];
  readonly dates: readonly Place[];
  readonly tagLists: readonly Place[];
}

const BESIDE_TAGS: ReadonlySet<string> = new Set(['aside', 'nav']);
const BESIDE_CLASS =
  /(?:^|[\s_-])(?:comments?|commentlist|respond|replies|related|recommend(?:ed|ations?)?|sidebar|side-bar|trending|most-?(?:read|popular)|popular|more-?(?:stories|news|from|on|in)|read-?more|also-?read|latest|teasers?|promo|newsletter|outbrain|taboola|menu|navigation|nav|breadcrumbs?|widget|upnext|next-?(?:post|article)|prev(?:ious)?-?(?:post|article)|ticker|footer-(?:nav|links|menu))(?:$|[\s_-])/i;
const BYLINE_CLASS =
  /(?:^|[\s_-])(?:by-?lines?|authors?|writers?|reporters?|autor(?:e|es|en)?|auteurs?|signature|contributors?)(?:$|[\s_-])/i;
const DATE_CLASS =
  /(?:^|[\s_-])(?:date|time|published|pubdate|pub-?date|datetime|timestamp|posted-?on|dateline|published-?(?:at|on|date|time)|fecha|datum|data|publication)(?:$|[\s_-])/i;
const TAGS_CLASS =
  /(?:^|[\s_-])(?:tags?|tag-?list|tags-?(?:links|list|container|wrapper)|post-?tags|article-?tags|entry-?tags|topics?|topic-?list|keywords?|hashtags?|schlagworte?|temas|mots-cles|etiquetas|labels)(?:$|[\s_-])/i;
const UNSEEN: ReadonlySet<string> = new Set(['svg', 'style', 'template', 'iframe', 'object', 'select']);

export function gatherFacts(document: PageDocument): Facts {
  const [metas, links] = [new Lists<string>(), new Lists<string>()];
  const [properties, microformats, relations] = [new Lists<Place>(), new Lists<Place>(), new Lists<Place>()];
  const jsonLd: string[] = [];
  const lists: Record<'headings' | 'subheadings' | 'times' | 'bylines' | 'dates' | 'tagLists', Place[]> = {
    headings: [],
    subheadings: [],
    times: [],
    bylines: [],
    dates: [],
    tagLists: [],
  };
  const names = new Set<string>();
  const beside = new Set<PageElement>();
  let [documentTitle, base] = ['', ''];

  walk(document.documentElement, (element) => {
    const name = element.localName;
    const className = attribute(element, 'class');
    const parent = element.parentElement;
    const isBeside =
      (parent !== null && beside.has(parent)) ||
      BESIDE_TAGS.has(name) ||
      (name === 'footer' && !isInArticle(element)) ||
      (className !== '' && name !== 'body' && name !== 'html' && name !== 'article' && BESIDE_CLASS.test(className));
    if (isBeside) beside.add(element);
    if (name === 'meta') takeMeta(element, metas);
    else if (name === 'link') {
      for (const rel of wordsOf(element, 'rel')) links.add(rel, attribute(element, 'href'));
      if (/\b(?:rss|atom)\b/i.test(attribute(element, 'type'))) names.add(nameOfFeed(attribute(element, 'title')));
    } else if (name === 'script') {
      if (/^application\/(?:[\w.]+\+)?ld\+json/i.test(attribute(element, 'type'))) jsonLd.push(rawText(element));
      return false;
    } else if (name === 'title') documentTitle ||= rawText(element).replace(/\s+/g, ' ').trim();
    else if (name === 'base') base ||= attribute(element, 'href');
    else if (UNSEEN.has(name)) return false;
    else {
      const place = { element, isBeside };
      if (name === 'h1') lists.headings.push(place);
      if (name === 'h2' || name === 'h3') lists.subheadings.push(place);
      if (name === 'a' && names.size < MAX_NAMES && leadsHome(element)) names.add(nameOfHome(element));
      if (name === 'time') lists.times.push(place);
      for (const property of wordsOf(element, 'itemprop')) properties.add(property, place);
      if (name === 'a') for (const rel of wordsOf(element, 'rel')) relations.add(rel, place);
      const named = `${className} ${attribute(element, 'data-testid')} ${attribute(element, 'id')}`.trim();
      if (named !== '' && name !== 'body' && name !== 'html' && named.length < MAX_CLASS_LENGTH) {
        for (const word of className.split(/\s+/)) if (MICROFORMAT.test(word)) microformats.add(word, place);
        if (BYLINE_CLASS.test(named)) lists.bylines.push(place);
        if (DATE_CLASS.test(named)) lists.dates.push(place);
        if (TAGS_CLASS.test(named)) lists.tagLists.push(place);
      }
    }
    return true;
  });
  return {
    metas: metas.byKey,
    links: links.byKey,
    jsonLd,
    documentTitle,
    language: attribute(document.documentElement, 'lang') || attribute(document.documentElement, 'xml:lang'),
    base,
    properties: properties.byKey,
    microformats: microformats.byKey,
    relations: relations.byKey,
    names: [...names].filter((text) => text.length > 2 && text.length <= MAX_NAME_LENGTH && !NO_NAME.test(text)),
    ...lists,
  };
}

const MAX_NAMES = 12;
const MAX_NAME_LENGTH = 80;
const NO_NAME =
  /^(?:(?:back )?(?:to )?(?:the )?home ?(?:page)?|start(?:seite)?|zur startseite|accueil|inicio|início|главная|rss.*|atom.*|feeds?|news|nachrichten|blog|logo|here|\W*)$/i;
/** Archives put their own address before that of the page. */
const FRONT_PAGE =
  /^(?:https?:\/\/web\.archive\.org\/web\/\w+\/)?(?:https?:\/\/[^/?#]+)?\/?(?:index\.(?:html?|php))?$/i;

/** True for a link to the front page of a site. */
export const leadsHome = (link: PageElement): boolean => {
  const address = attribute(link, 'href');
  return address !== '' && FRONT_PAGE.test(address);
};

const nameOfHome = (link: PageElement): string => {
  const [image] = elementsIn(link, ({ localName }) => localName === 'img');
  return textOf(link) || (image === undefined ? '' : attribute(image, 'alt')) || attribute(link, 'title');
};

/** `Tidewater Courier » Feed` */
const nameOfFeed = (title: string): string =>
  (title.split(/\s+[»›|–—-]\s+/)[0] ?? '').replace(/[\s:-]*(?:(?:rss|atom|news) ?(?:feed|[\d.]+)?|feed)$/i, '').trim();

const MAX_CLASS_LENGTH = 300;
const MICROFORMAT = /^(?:p|u|dt|e|h)-[a-z-]+$/;

/** Values by key, each list in the order of coming. */
class Lists<Value> {
  readonly byKey = new Map<string, Value[]>();

  add(key: string, value: Value): void {
    if (value === '') return;
    const list = this.byKey.get(key);
    if (list === undefined) this.byKey.set(key, [value]);
    else list.push(value);
  }
}

const NAMES = ['property', 'name', 'itemprop', 'http-equiv'];

function takeMeta(element: PageElement, metas: Lists<string>): void {
  // Old hands write `value`.
  const content = attribute(element, 'content') || attribute(element, 'value');
  const keys = new Set(NAMES.flatMap((name) => wordsOf(element, name)));
  for (const key of keys) metas.add(key, content);
}

function isInArticle(element: PageElement): boolean {
  for (let up = element.parentElement; up !== null; up = up.parentElement) {
    if (up.localName === 'article' || up.localName === 'main') return true;
  }
  return false;
}

function rawText(element: PageElement): string {
  let text = '';
  for (let child = element.firstChild; child !== null; child = child.nextSibling) text += child.nodeValue ?? '';
  return text;
}

/** The places of a list that stand in the article itself. */
export function ownPlaces(places: readonly Place[] | undefined): readonly Place[] {
  return (places ?? []).filter(({ isBeside }) => !isBeside);
}

/** The texts of the links in a place, or its own text divided where it has none. */
export function linkTexts({ element }: Place): readonly string[] {
  const links = element.localName === 'a' ? [element] : elementsIn(element, ({ localName }) => localName === 'a');
  return links.map(textOf).filter((text) => text !== '');
}
