import sanitizeHtml from 'sanitize-html';

const TAGS = `a abbr article aside audio b bdi bdo blockquote br caption cite code col colgroup data dd del details dfn
  div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark ol p picture pre q rp rt ruby
  s samp section small source span strong sub summary sup table tbody td tfoot th thead time tr track u ul var video
  wbr`.split(/\s+/);

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  '*': ['dir', 'lang', 'title'],
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

const LINKS = ['href', 'src', 'cite', 'poster'] as const;
const SCHEMES = ['http', 'https', 'mailto', 'tel'];

/** An address as it reads from `base`; undefined for one that no reader should follow (`javascript:`, malformed). */
function absolute(address: string, base: string): string | undefined {
  const url = URL.parse(address.trim(), base);
  return url !== null && SCHEMES.includes(url.protocol.slice(0, -1)) ? url.href : undefined;
}

/** Candidates of a `srcset` are divided by commas that white space follows; addresses may hold commas themselves. */
const absoluteCandidates = (candidates: string, base: string): string =>
  candidates
    .split(/,\s+/)
    .flatMap((candidate) => {
      const [address, ...descriptor] = candidate.trim().split(/\s+/);
      const url = address === undefined || address === '' ? undefined : absolute(address, base);
      return url === undefined ? [] : [[url, ...descriptor].join(' ')];
    })
    .join(', ');

/**
 * Leaves of a piece of HTML what is text, structure and media, by an allow-list: no scripts, styles, forms, frames,
 * event handlers, classes or ids. Every link and image address becomes absolute as read from `base` (an absolute
 * address), because readers show the text far from its page; an address that cannot be is dropped, its text stays.
 */
export function sanitise(html: string, base: string): string {
  return sanitizeHtml(html, {
    allowedTags: TAGS,
    allowedAttributes: Object.fromEntries(Object.entries(ATTRIBUTES).map(([tag, names]) => [tag, [...names]])),
    allowedSchemes: SCHEMES,
    transformTags: {
      '*': (tagName, given) => {
        const attribs = { ...given };
        for (const name of LINKS) {
          const address = attribs[name];
          if (address === undefined) continue;
          const url = absolute(address, base);
          if (url === undefined) delete attribs[name];
          else attribs[name] = url;
        }
        if (attribs.srcset !== undefined) attribs.srcset = absoluteCandidates(attribs.srcset, base);
        return { tagName, attribs };
      },
    },
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && attribs.src === undefined,
  }).trim();
}
