import sanitizeHtml from 'sanitize-html';
import { ContentError } from '../model/errors.ts';
import { isTooDeep, MAX_DEPTH } from './html-depth.ts';

/** The most frequent first: they are looked for from the beginning. */
const TAGS =
  `p a td tr li br em strong img span div code ul h2 h3 blockquote th tbody table thead figure figcaption pre b i
  h1 h4 h5 h6 hr ol sup sub abbr article aside audio bdi bdo caption cite col colgroup data dd del details dfn dl dt
  footer header ins kbd mark picture q rp rt ruby s samp section small source summary tfoot time track u var video
  wbr`.split(/\s+/);

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  '*': ['dir', 'id', 'lang', 'title'],
  a: ['href', 'rel', 'hreflang'],
  audio: ['controls', 'preload', 'src'],
  blockquote: ['cite'],
  col: ['span'],
  colgroup: ['span'],
  data: ['value'],
  del: ['cite', 'datetime'],
  img: ['alt', 'height', 'src', 'srcset', 'width'],
  ins: ['cite', 'datetime'],
  li: ['value'],
  ol: ['reversed', 'start', 'type'],
  q: ['cite'],
  source: ['media', 'src', 'srcset', 'type'],
  td: ['colspan', 'headers', 'rowspan'],
  th: ['abbr', 'colspan', 'headers', 'rowspan', 'scope'],
  time: ['datetime'],
  track: ['kind', 'label', 'src', 'srclang'],
  video: ['controls', 'height', 'poster', 'preload', 'src', 'width'],
};

const ALLOWED_ATTRIBUTES = Object.fromEntries(Object.entries(ATTRIBUTES).map(([tag, names]) => [tag, [...names]]));

const LINKS = ['href', 'src', 'cite', 'poster'] as const;
const SCHEMES = ['http', 'https', 'mailto', 'tel'];

/** The public address of a file of the folder that an address means; undefined for every other. */
export type Locate = (address: string) => string | undefined;

/** An address as it reads from `base`; undefined for one that no reader should follow (`javascript:`, malformed). */
function absolute(address: string, base: string, locate: Locate): string | undefined {
  const local = locate(address);
  if (local !== undefined) return local;
  const url = URL.parse(address.trim(), base);
  return url !== null && SCHEMES.includes(url.protocol.slice(0, -1)) ? url.href : undefined;
}

/**
 * The candidates of a `srcset` with absolute addresses. An address ends at white space and may hold commas; what follows
 * it up to the next comma describes it (HTML, "parse a srcset attribute").
 */
function absoluteCandidates(candidates: string, base: string, locate: Locate): string {
  const kept: string[] = [];
  for (let rest = candidates.trimStart(); rest !== ''; rest = rest.trimStart()) {
    const end = rest.search(/\s/);
    const word = end === -1 ? rest : rest.slice(0, end);
    rest = rest.slice(word.length);
    let descriptor = '';
    if (!word.endsWith(',')) {
      const comma = rest.indexOf(',');
      descriptor = (comma === -1 ? rest : rest.slice(0, comma)).trim();
      rest = comma === -1 ? '' : rest.slice(comma + 1);
    }
    const address = word.replaceAll(/^,+|,+$/g, '');
    const url = address === '' ? undefined : absolute(address, base, locate);
    if (url !== undefined) kept.push(descriptor === '' ? url : `${url} ${descriptor}`);
  }
  return kept.join(', ');
}

/** Ids of footnotes, which are made of the article; others may stand twice in a feed. */
const FOOTNOTE = /^fn(?:ref)?-[\w:-]+$/;

/** A name that is on no list: what is called so goes. */
const DROPPED = 'dropped';

/**
 * Leaves of a piece of HTML what is text, structure and media, by an allow-list: no scripts, styles, forms, frames,
 * event handlers, classes or ids (but for those of footnotes). Every link and image address becomes absolute as read
 * from `base` (an absolute address), because readers show the text far from its page; an address that cannot be is
 * dropped, its text stays. An image without an address goes. `locate` comes first, for files that stand beside the article.
 *
 * Throws ContentError for elements more than 500 deep.
 */
export function sanitise(html: string, base: string, locate: Locate = () => undefined): string {
  if (isTooDeep(html)) {
    throw new ContentError(`the HTML is nested more than ${MAX_DEPTH} elements deep; close its elements`);
  }
  return sanitizeHtml(html, {
    allowedTags: TAGS,
    allowedAttributes: ALLOWED_ATTRIBUTES,
    allowedSchemes: SCHEMES,
    selfClosing: ['br', 'col', 'hr', 'img', 'source', 'track', 'wbr'],
    transformTags: {
      '*': (tagName, given) => {
        const attribs = { ...given };
        for (const name of LINKS) {
          const address = attribs[name];
          if (address === undefined) continue;
          const url = absolute(address, base, locate);
          if (url === undefined) delete attribs[name];
          else attribs[name] = url;
        }
        if (!FOOTNOTE.test(attribs.id ?? '')) delete attribs.id;
        if (attribs.srcset !== undefined) attribs.srcset = absoluteCandidates(attribs.srcset, base, locate);
        return { tagName: tagName === 'img' && attribs.src === undefined ? DROPPED : tagName, attribs };
      },
    },
  }).trim();
}

const NAMED: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** The text of a piece of HTML, without its tags and with its references read; white space stays as it is. */
export function textOfHtml(html: string): string {
  if (!/[<&]/.test(html)) return html.trim();
  if (isTooDeep(html)) return html.trim();
  const text = sanitizeHtml(html, { allowedTags: [], allowedAttributes: {} });
  return text.replace(/&(?:lt|gt|quot|amp);/g, (reference) => NAMED[reference] ?? reference).trim();
}
