/** Elements that stand for themselves and are not put into paragraphs. */
const BLOCK =
  '(?:table|thead|tfoot|caption|colgroup|col|tbody|tr|td|th|div|dl|dd|dt|ul|ol|li|pre|blockquote|address|p|h[1-6]|hr|' +
  'section|article|aside|header|footer|nav|figure|figcaption|details|summary|iframe|form|video|audio)';
const BLOCK_OPENING = new RegExp(`<${BLOCK}(?=[\\s/>])[^<>]*>`, 'gi');
const BLOCK_CLOSING = new RegExp(`</${BLOCK}>`, 'gi');
const BLOCKS_BEFORE = new RegExp(`^(?:\\s*</?${BLOCK}(?=[\\s/>])[^<>]*>)+`, 'i');
const BLOCK_AFTER = new RegExp(`</${BLOCK}>$`, 'i');

/** White space in these is meant. */
const KEPT_OPENING = /<(pre|textarea|script|style|svg)\b[^<>]*>/gi;

/** `[caption]` with an image and the words below it. */
const CAPTION_OPENING = /\[((?:wp_)?caption)\b[^[\]]*\]/gi;
const PICTURE = /^\s*((?:<a\b[^<>]*>)?\s*<img\b[^<>]*>\s*(?:<\/a>)?)([\s\S]*)$/i;
const EMBED = /\[embed\b[^[\]]*\]\s*(https?:[^\s[\]<>"]+)\s*\[\/embed\]/gi;
const RECORDING = /\[(audio|video)\b([^[\]]*)\](?:\s*\[\/\1\])?/gi;
/** What a plug-in would have put in its place is not here; the words between two of a pair are. */
const SHORTCODE =
  /\[\/?[a-z][\w:-]*(?:\s+[\w-]+\s*=\s*(?:"[^"[\]]*"|'[^'[\]]*'|[^\s[\]"']+))+\s*\/?\]|\[\/[a-z][\w:-]*\]/gi;
const SHORTCODE_ALONE = /\[(?:gallery|playlist|contact-form(?:-7)?|toc|nextpage|sharethis|jetpack[\w-]*)\]/gi;

/** A comment of the block editor, or the mark of the summary's end. */
const COMMENT_OPENING = /<!--(?: ?\/?wp:|more\b|nextpage|noteaser)/g;

/**
 * The HTML of a post as WordPress itself would show it: blank lines part paragraphs and line ends are kept, unless the
 * post was written in blocks; captions, embedded addresses and recordings become HTML; other shortcodes go, but not the
 * words between them.
 */
export function wordpressHtml(content: string): string {
  const isOfBlocks = content.includes('<!-- wp:');
  const plain = replaceSpans(
    content.replace(/\r\n?/g, '\n'),
    COMMENT_OPENING,
    () => '-->',
    () => '',
  );
  const html = withoutShortcodes(plain);
  return isOfBlocks ? html.trim() : inParagraphs(html);
}

/**
 * Replaces what stands between an opening and its closing, both included. One expression for both would look for the
 * closing of each opening to the end of the text.
 */
function replaceSpans(
  text: string,
  opening: RegExp,
  closingOf: (name: string) => string,
  replace: (whole: string, inside: string) => string,
): string {
  const parts: string[] = [];
  const lower = text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  let done = 0;
  for (const match of text.matchAll(opening)) {
    if (match.index < done) continue;
    const start = match.index + match[0].length;
    const closing = closingOf((match[1] ?? '').toLowerCase());
    const end = lower.indexOf(closing, start);
    if (end === -1) break;
    parts.push(
      text.slice(done, match.index),
      replace(text.slice(match.index, end + closing.length), text.slice(start, end)),
    );
    done = end + closing.length;
  }
  return parts.join('') + text.slice(done);
}

function withoutShortcodes(content: string): string {
  if (!content.includes('[')) return content;
  return replaceSpans(content, CAPTION_OPENING, (name) => `[/${name}]`, captioned)
    .replace(EMBED, (_whole, address: string) => `<a href="${address}">${address}</a>`)
    .replace(RECORDING, (_whole, kind: string, attributes: string) => {
      const address = /\b(?:src|mp3|m4a|ogg|wav|mp4|m4v|webm)=["']?(https?:[^\s"'\]<>]+)/i.exec(attributes)?.[1];
      return address === undefined ? '' : `<${kind.toLowerCase()} controls src="${address}"></${kind.toLowerCase()}>`;
    })
    .replace(SHORTCODE_ALONE, '')
    .replace(SHORTCODE, '');
}

function captioned(whole: string, inside: string): string {
  const [, picture, words = ''] = PICTURE.exec(inside) ?? [];
  if (picture === undefined) return inside;
  const given = words.trim() || (/\bcaption=["']([^"'\]]*)/i.exec(whole)?.[1] ?? '');
  const caption = given === '' ? '' : `<figcaption>${given}</figcaption>`;
  return `\n\n<figure>${picture.trim()}${caption}</figure>\n\n`;
}

/** Stands for what is kept; no text that was ever published has this character. */
const MARK = '\ue000';

function inParagraphs(content: string): string {
  const kept: string[] = [];
  const marked = replaceSpans(
    content,
    KEPT_OPENING,
    (name) => `</${name}>`,
    (whole) => `\n\n${MARK}${kept.push(whole) - 1}${MARK}\n\n`,
  );
  return marked
    .replace(BLOCK_OPENING, '\n\n$&')
    .replace(BLOCK_CLOSING, '$&\n\n')
    .split(/\n[^\S\n]*(?=\n)/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(paragraphOf)
    .join('\n')
    .replace(/\ue000(\d+)\ue000/g, (whole, place: string) => kept[Number(place)] ?? whole);
}

/** One part between blank lines: words that no block stands around, or only a quotation, are a paragraph. */
function paragraphOf(part: string): string {
  if (part.startsWith(MARK) || part.startsWith('<!--')) return part;
  const opening = BLOCKS_BEFORE.exec(part)?.[0] ?? '';
  const closing = BLOCK_AFTER.exec(part.slice(opening.length))?.[0] ?? '';
  const words = part.slice(opening.length, part.length - closing.length).trim();
  if (words === '') return part;
  const lines = words.replace(/(?<!<br ?\/?>)\n/g, '<br>\n');
  const isParagraph = opening === '' || /<blockquote\b[^<>]*>\s*$/i.test(opening);
  return isParagraph ? `${opening}<p>${lines}</p>${closing}` : `${opening}${lines}${closing}`;
}
