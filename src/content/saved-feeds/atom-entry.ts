import { ContentError } from '../../model/errors.ts';
import type { Draft, Found, FoundAuthor } from '../draft.ts';
import { titleFromLead } from '../lead-title.ts';
import { bodyToHtml } from '../markdown/body-text.ts';
import { textOfHtml } from '../sanitise.ts';
import type { FeedFacts } from './feed-facts.ts';
import { mediaOfEntry } from './item-media.ts';
import { firstText, stampsOf } from './rss-item.ts';
import { childrenNamed, markupIn, textIn, type XmlElement } from './xml-elements.ts';

/** The HTML of a text construct (RFC 4287 §3.1). */
function htmlOf(element: XmlElement | undefined): string {
  if (element === undefined) return '';
  const type = element.attributes.get('type') ?? 'text';
  if (type === 'xhtml' || type === 'application/xhtml+xml') return markupIn(element);
  return bodyToHtml(textIn(element), type === 'html' || type === 'text/html' ? 'html' : 'text');
}

/** Blogger keeps posts, comments, settings and templates in one feed, told apart by this category. */
const BLOGGER_KIND = 'http://schemas.google.com/g/2005#kind';

/**
 * Makes a draft of an entry of Atom; undefined for one that is no article (a comment or template in an export of
 * Blogger). Throws ContentError for one without title and text.
 */
export function draftOfEntry(entry: XmlElement, facts: FeedFacts): Draft | undefined {
  const categories = childrenNamed(entry, 'atom:category');
  const kind = categories.find(({ attributes }) => attributes.get('scheme') === BLOGGER_KIND);
  if (kind !== undefined && kind.attributes.get('term')?.endsWith('#post') !== true) return undefined;
  const [content] = childrenNamed(entry, 'atom:content');
  const [summary] = childrenNamed(entry, 'atom:summary');
  const [named] = childrenNamed(entry, 'atom:title');
  const html = htmlOf(content) || htmlOf(summary);
  const title = textOfHtml(htmlOf(named)) || titleFromLead(textOfHtml(html));
  if (title === '') throw new ContentError('the entry has neither a title nor a text; add one of them', entry.line);
  const id = firstText(entry, ['atom:id']);
  const url = addressOf(entry, facts.base);
  const language = entry.attributes.get('xml:lang') ?? content?.attributes.get('xml:lang') ?? facts.language;
  const media = mediaOfEntry(entry);
  const own = childrenNamed(entry, 'atom:author');
  return {
    title: { text: title, line: named?.line ?? entry.line },
    html,
    ...(summary === undefined || content === undefined ? {} : { summary: textOfHtml(htmlOf(summary)) }),
    stamps: stampsOf(entry, ['atom:published', 'atom:issued'], ['atom:updated', 'atom:modified']),
    tags: categories
      .filter((category) => category !== kind)
      .flatMap(({ attributes, line }) => {
        const text = attributes.get('label') ?? attributes.get('term') ?? '';
        return text === '' ? [] : [{ text, line }];
      }),
    authors: (own.length > 0 ? own : facts.authors).flatMap(authorOf),
    related: [],
    isDraft: childrenNamed(entry, 'app:control').some(
      (control) => textIn(childrenNamed(control, 'app:draft')[0]) === 'yes',
    ),
    ...(id === undefined ? {} : { id }),
    ...(url === undefined ? {} : { url }),
    ...(media.length === 0 ? {} : { media }),
    ...(language === undefined ? {} : { language: { text: language, line: entry.line } }),
  };
}

function addressOf(entry: XmlElement, feedBase: string | undefined): Found | undefined {
  const own = entry.attributes.get('xml:base');
  const base = own === undefined ? feedBase : (URL.parse(own, feedBase)?.href ?? feedBase);
  const link = childrenNamed(entry, 'atom:link').find(({ attributes }) =>
    /^(?:alternate)?$/.test(attributes.get('rel') ?? ''),
  );
  const href = link?.attributes.get('href');
  return href === undefined ? undefined : { text: URL.parse(href, base)?.href ?? href, line: link?.line ?? entry.line };
}

function authorOf(author: XmlElement): readonly FoundAuthor[] {
  const name = firstText(author, ['atom:name']);
  const url = firstText(author, ['atom:uri', 'atom:url'])?.text;
  return name === undefined ? [] : [{ name: name.text, line: name.line, ...(url === undefined ? {} : { url }) }];
}
