import type { Draft, Found, FoundAuthor, Stamp } from '../draft.ts';
import { authorsIn } from '../fields/author-names.ts';
import { titleFromLead } from '../lead-title.ts';
import { textOfHtml } from '../sanitise.ts';
import type { FeedFacts } from './feed-facts.ts';
import { firstText } from './rss-item.ts';
import { wordpressHtml } from './wordpress-html.ts';
import { childrenNamed, textIn, type XmlElement } from './xml-elements.ts';

/** Reads the posts of one export of WordPress (WXR), which is RSS with more in it. */
export interface WordpressReader {
  readonly isItem: (item: XmlElement) => boolean;
  /** Takes in what stands before the posts: the names of their authors. */
  readonly learn: (element: XmlElement) => void;
  /** The draft of a post; undefined for what is no post of the public site. */
  readonly read: (item: XmlElement, facts: FeedFacts) => Draft | undefined;
  /** What was left out, in words. */
  readonly leftOut: () => string | undefined;
}

/** Posts that readers of the site see, now or when their time comes. */
const SHOWN: ReadonlySet<string> = new Set(['publish', 'future']);
/** Items of these types are parts of posts or of the site, and nobody misses them. */
const NO_ARTICLES: ReadonlySet<string> = new Set([
  ...['attachment', 'revision', 'nav_menu_item', 'custom_css', 'customize_changeset', 'oembed_cache', 'user_request'],
  ...['wp_block', 'wp_template', 'wp_template_part', 'wp_global_styles', 'wp_navigation', 'wp_font_family'],
]);

/** `findPictures` looks through the whole export; it is asked once, and only when a post has a picture. */
export function createWordpressReader(findPictures: () => ReadonlyMap<string, string>): WordpressReader {
  let pictures: ReadonlyMap<string, string> | undefined;
  const pictureAt = (id: string): string | undefined => {
    pictures ??= findPictures();
    return pictures.get(id);
  };
  const names = new Map<string, string>();
  const leftOut = new Map<string, number>();
  const leave = (what: string): undefined => void leftOut.set(what, (leftOut.get(what) ?? 0) + 1);
  return {
    isItem: (item) => childrenNamed(item, 'wp:post_type').length > 0,
    learn: (element) => {
      const login = textIn(childrenNamed(element, 'wp:author_login')[0]);
      const name = textIn(childrenNamed(element, 'wp:author_display_name')[0]);
      if (element.name === 'wp:author' && login !== '' && name !== '') names.set(login, name);
    },
    read: (item, facts) => {
      const part = (name: string): string => textIn(childrenNamed(item, `wp:${name}`)[0]);
      const [type, status] = [part('post_type'), part('status')];
      if (NO_ARTICLES.has(type)) return undefined;
      if (type !== 'post') return leave(`of the type ${type}`);
      if (!SHOWN.has(status)) return leave(status === '' ? 'without status' : status);
      if (part('post_password') !== '') return leave('with a password');
      const picture = pictureOf(item, pictureAt);
      const draft = draftOf(item, facts, names);
      return picture === undefined ? draft : { ...draft, image: picture };
    },
    leftOut: () =>
      leftOut.size === 0
        ? undefined
        : `left out were posts that the site does not show: ${[...leftOut].map(([what, count]) => `${count} ${what}`).join(', ')}`,
  };
}

/** The picture that stands for a post, as its theme shows it. */
function pictureOf(item: XmlElement, pictureAt: (id: string) => string | undefined): Found | undefined {
  const meta = childrenNamed(item, 'wp:postmeta').find(
    (one) => textIn(childrenNamed(one, 'wp:meta_key')[0]) === '_thumbnail_id',
  );
  if (meta === undefined) return undefined;
  const text = pictureAt(textIn(childrenNamed(meta, 'wp:meta_value')[0]));
  return text === undefined ? undefined : { text, line: meta.line };
}

function draftOf(item: XmlElement, { language }: FeedFacts, names: ReadonlyMap<string, string>): Draft {
  const html = wordpressHtml(textIn(childrenNamed(item, 'content:encoded')[0]));
  const named = firstText(item, ['title']);
  const title = named === undefined ? titleFromLead(textOfHtml(html)) : textOfHtml(named.text);
  const summary = firstText(item, ['excerpt:encoded']);
  const [section, ...categories] = termsOf(item, ['category', ''], 'uncategorized');
  const [series] = termsOf(item, ['series']);
  const more = categories.filter(({ text }) => text !== section?.text);
  return {
    title: { text: title || '(no title)', line: named?.line ?? item.line },
    ...(named === undefined ? { titleNote: 'the post has no title, it is made of its text' } : {}),
    html,
    stamps: stampsOf(item),
    tags: [...termsOf(item, ['post_tag', 'tag']), ...more],
    authors: authorsOf(item, names),
    related: [],
    isDraft: false,
    ...withoutUndefined({
      section,
      series,
      id: firstText(item, ['guid']),
      url: firstText(item, ['link']),
      slug: decodedSlug(firstText(item, ['wp:post_name'])),
      summary: summary === undefined ? undefined : textOfHtml(summary.text),
      language: language === undefined ? undefined : { text: language, line: item.line },
    }),
  };
}

const withoutUndefined = <Value>(record: Readonly<Record<string, Value | undefined>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));

const NEVER = /^0000-/;

/** The time in UTC, when WordPress knows it; else the time of the site's clock, in the zone of the settings. */
function stampsOf(item: XmlElement): readonly Stamp[] {
  const timeOf = (name: string): Found | undefined => {
    const [utc, local] = [firstText(item, [`wp:${name}_gmt`]), firstText(item, [`wp:${name}`])];
    if (utc !== undefined && !NEVER.test(utc.text)) return { text: `${utc.text}Z`, line: utc.line };
    return local === undefined || NEVER.test(local.text) ? undefined : local;
  };
  const published = timeOf('post_date') ?? firstText(item, ['pubDate']);
  const updated = timeOf('post_modified');
  return [
    ...(published === undefined ? [] : [{ ...published, role: 'published' as const }]),
    ...(updated === undefined ? [] : [{ ...updated, role: 'updated' as const }]),
  ];
}

/** The terms of some taxonomies, each once. */
function termsOf(item: XmlElement, domains: readonly string[], except = ''): readonly Found[] {
  const terms = new Map<string, Found>();
  for (const element of childrenNamed(item, 'category')) {
    const text = textOfHtml(textIn(element));
    const isWanted = domains.includes(element.attributes.get('domain') ?? '');
    if (isWanted && text !== '' && element.attributes.get('nicename') !== except && !terms.has(text)) {
      terms.set(text, { text, line: element.line });
    }
  }
  return [...terms.values()];
}

/** Login names become names; addresses are not handed on. */
const authorsOf = (item: XmlElement, names: ReadonlyMap<string, string>): readonly FoundAuthor[] =>
  childrenNamed(item, 'dc:creator').flatMap((creator) => {
    const login = textIn(creator);
    const name = names.get(login) ?? login;
    return name === '' ? [] : authorsIn(name, creator.line);
  });

/** WordPress keeps letters of other scripts escaped. */
function decodedSlug(slug: Found | undefined): Found | undefined {
  if (slug === undefined || !/%[\da-f]{2}/i.test(slug.text)) return slug;
  try {
    return { text: decodeURIComponent(slug.text), line: slug.line };
  } catch (error) {
    if (error instanceof URIError) return slug;
    throw error;
  }
}
