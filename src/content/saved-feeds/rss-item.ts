import { ContentError } from '../../model/errors.ts';
import type { Draft, Found, FoundAuthor, Stamp } from '../draft.ts';
import { authorsIn } from '../fields/author-names.ts';
import { titleFromLead } from '../lead-title.ts';
import { bodyToHtml } from '../markdown/body-text.ts';
import { textOfHtml } from '../sanitise.ts';
import type { FeedFacts } from './feed-facts.ts';
import { mediaOfItem } from './item-media.ts';
import { childrenNamed, textIn, type XmlElement } from './xml-elements.ts';

/** The text of the first of several elements that says something, and where it stands. */
export function firstText(item: XmlElement, names: readonly string[]): Found | undefined {
  for (const name of names) {
    for (const element of childrenNamed(item, name)) {
      const text = textIn(element);
      if (text !== '') return { text, line: element.line };
    }
  }
  return undefined;
}

/** The stamps of an item: when it was published, and when it was changed. */
export function stampsOf(item: XmlElement, published: readonly string[], updated: readonly string[]): readonly Stamp[] {
  const first = firstText(item, published) ?? firstText(item, updated);
  const second = firstText(item, updated);
  return [
    ...(first === undefined ? [] : [{ ...first, role: 'published' as const }]),
    ...(second === undefined ? [] : [{ ...second, role: 'updated' as const }]),
  ];
}

/** Makes a draft of an item of RSS 0.9 to 2.0. Throws ContentError for one without title and text. */
export function draftOfItem(item: XmlElement, { language, base }: FeedFacts): Draft {
  const named = firstText(item, ['title', 'dc:title']);
  const description = firstText(item, ['description', 'itunes:summary', 'dc:description']);
  const content = firstText(item, ['content:encoded', 'xhtml:body']) ?? description;
  const html = bodyToHtml(content?.text ?? '', content === description ? 'any' : 'html');
  const title = named === undefined ? titleFromLead(textOfHtml(html)) : textOfHtml(named.text);
  if (title === '') throw new ContentError('the item has neither a title nor a text; add one of them', item.line);
  const guid = childrenNamed(item, 'guid')[0];
  const id = firstText(item, ['guid', 'atom:id', 'dc:identifier']) ?? attribute(item, 'rdf:about');
  const url = addressOf(item, guid, base);
  const image = imageOf(item);
  const media = mediaOfItem(item).filter(({ text }) => text !== image?.text);
  const tongue = firstText(item, ['dc:language'])?.text ?? language;
  return {
    title: { text: title, line: named?.line ?? item.line },
    ...(named === undefined ? { titleNote: 'the item has no title, it is made of its text' } : {}),
    html,
    ...(content === description || description === undefined ? {} : { summary: textOfHtml(description.text) }),
    stamps: stampsOf(
      item,
      ['pubDate', 'dc:date', 'dcterms:created', 'dcterms:issued'],
      ['atom:updated', 'dcterms:modified'],
    ),
    tags: ['category', 'dc:subject'].flatMap((name) => childrenNamed(item, name).map(wordOf)),
    authors: authorsOfItem(item),
    related: [],
    isDraft: false,
    ...(id === undefined ? {} : { id }),
    ...(url === undefined ? {} : { url }),
    ...(url === undefined && base !== undefined && URL.canParse(base) ? { base } : {}),
    ...(image === undefined ? {} : { image }),
    ...(media.length === 0 ? {} : { media }),
    ...(tongue === undefined ? {} : { language: { text: tongue, line: item.line } }),
  };
}

const wordOf = (element: XmlElement): Found => ({ text: textOfHtml(textIn(element)), line: element.line });

const attribute = ({ attributes, line }: XmlElement, name: string): Found | undefined => {
  const text = attributes.get(name);
  return text === undefined ? undefined : { text, line };
};

function addressOf(item: XmlElement, guid: XmlElement | undefined, base: string | undefined): Found | undefined {
  const isLink = guid !== undefined && guid.attributes.get('isPermaLink') !== 'false' && /^https?:/.test(textIn(guid));
  const found =
    firstText(item, ['feedburner:origLink', 'link']) ??
    (isLink ? { text: textIn(guid), line: guid.line } : undefined) ??
    childrenNamed(item, 'atom:link').flatMap((link) => attribute(link, 'href') ?? [])[0];
  if (found === undefined) return undefined;
  return { text: URL.parse(found.text, base)?.href ?? found.text, line: found.line };
}

/** The lead image, in the words of Media RSS, of podcasts or of RSS itself. */
function imageOf(item: XmlElement): Found | undefined {
  const inGroup = childrenNamed(item, 'media:group').flatMap((group) => childrenNamed(group, 'media:content'));
  const media = [...childrenNamed(item, 'media:content'), ...inGroup, ...childrenNamed(item, 'enclosure')];
  const pictures = media.filter(({ attributes }) => {
    const kind = `${attributes.get('medium') ?? ''} ${attributes.get('type') ?? ''}`;
    return /^image| image\//.test(kind);
  });
  const others = [...childrenNamed(item, 'media:thumbnail'), ...childrenNamed(item, 'itunes:image')];
  return [...pictures, ...others]
    .flatMap((element) => attribute(element, 'url') ?? attribute(element, 'href') ?? [])
    .find(({ text }) => /^https?:\/\/\S+$/.test(text));
}

/** RSS names its author as `ann@example.org (Ann Lee)`; addresses are not handed on. */
function authorsOfItem(item: XmlElement): readonly FoundAuthor[] {
  const names = [...childrenNamed(item, 'dc:creator'), ...childrenNamed(item, 'author')];
  const all = names.length > 0 ? names : childrenNamed(item, 'itunes:author');
  return all
    .map((element) => ({ text: textOfHtml(textIn(element)), line: element.line }))
    .flatMap(({ text, line }) => authorsIn(/^\S+@\S+ \((.+)\)$/.exec(text)?.[1] ?? text, line))
    .filter(({ name }) => name !== '');
}
