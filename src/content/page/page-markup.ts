/** One line of a dump without the marks that its extractor has put in. */
export interface BareLine {
  readonly text: string;
  /** The level of a heading, by its mark. */
  readonly heading?: number;
  /** An item of a list, by its mark. */
  readonly isItem?: true;
  /** Nothing but links, by their marks. */
  readonly isLinked?: true;
}

/** What html2text writes before a stop that would make a list of a date: `9\\. May 2021`. */
const ESCAPED = /(?<=\d)\\(?=\. )/g;

/** No-break, thin and ideographic spaces become spaces; zero-width ones and soft hyphens go. */
const tidy = (line: string): string =>
  line
    .replace(/[\u200b\u2060\ufeff\u00ad]/g, '')
    .replace(ESCAPED, '')
    .replace(/ \s+|[^\S ]\s*/g, ' ')
    .trim();

const ITEM = /^(?:[*•·▪‣◦●○■□➤►+»]|[-–—](?= [^\d\s])) +(?=\S)/u;
/** What stands around a number in lynx: `[12]word`; a note of the text stands behind its word. */
const LINK_NUMBER = /(?<![^\s("'«“[])\[\d{1,4}\](?=[^\s[\]()])/g;
const IMAGE = /!\[[^[\]]{0,400}\]\([^()\s]{0,2000}[^()]{0,200}\)/g;
const LINK =
  /\[([^[\]]{0,400})\]\((?:<[^<>\s]{0,2000}>|[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?)(?: +["'][^"']{0,200}["'])?\)/g;
const PICTURE_NAME = /^\[?[^\s[\]]{0,80}\.(?:jpe?g|png|gif|webp|svg)\]?$/i;
const EMPHASIS = /(?<![\p{L}\p{N}*_])(?:\*\*|__|_|\*)(?=\S)([^*_]{1,300}?)(?<=\S)(?:\*\*|__|_|\*)(?![\p{L}\p{N}*_])/gu;
const HEADING = /^(#{1,6}) +(\S.*?)(?: +#+)?$/;

/** Lines such as these end a dump of lynx: the addresses of its links, by number. */
const REFERENCES = /^\s*(?:References|Verweise|Références|Referencias|Ссылки)\s*$/;
const REFERENCE =
  /^\s*(?:\d{1,4}\. (?:https?|ftp|file|mailto|javascript|localhost)\b\S*|(?:Visible|Hidden) links:?)\s*$/;

/** A dump is Markdown when it has a link or headings of it; else its stars and lines are signs of the text. */
const isMarkdown = (text: string): boolean => /\]\((?:https?:|\/|#|<|mailto:)/.test(text) || /^#{1,3} \S/m.test(text);

const LEAST_LINK_NUMBERS = 3;

/**
 * Takes the marks of text extractors out of the lines of a dump: bullets, headings, links and pictures of Markdown
 * (html2text), numbers of links and the list of their addresses (lynx). What they said of the line is kept beside it.
 * Answers one entry for each line; an empty text for one that has none of its own.
 */
export function bareLines(text: string): readonly BareLine[] {
  const raw = text.split('\n');
  const markdown = isMarkdown(text);
  const numbered = (text.match(LINK_NUMBER)?.length ?? 0) >= LEAST_LINK_NUMBERS;
  const end = endOfText(raw);
  return raw.map((line, index) => {
    if (index >= end) return { text: '' };
    const tidied = tidy(line);
    if (tidied === '' || (!markdown && !numbered)) return withoutBullet(tidied);
    return numbered && !markdown ? withoutNumbers(tidied) : withoutMarkdown(tidied);
  });
}

/** Where the list of addresses begins that lynx writes last. */
function endOfText(lines: readonly string[]): number {
  let end = lines.length;
  while (end > 0 && (REFERENCE.test(lines[end - 1] ?? '') || (lines[end - 1] ?? '').trim() === '')) end -= 1;
  return end < lines.length && REFERENCES.test(lines[end - 1] ?? '') ? end - 1 : lines.length;
}

function withoutBullet(text: string): BareLine {
  const item = ITEM.exec(text)?.[0];
  if (item !== undefined) return { text: text.slice(item.length), isItem: true };
  return { text: PICTURE_NAME.test(text) ? '' : text };
}

/** A line that is all link begins with a number and has few words to each. */
const MOST_WORDS_IN_LINK = 14;

function withoutNumbers(text: string): BareLine {
  const { text: whole, isItem } = withoutBullet(text);
  const bare = whole
    .replace(LINK_NUMBER, '')
    .replace(/\[(?:image|photo|INLINE|LINK)\]/gi, '')
    .trim();
  const links = whole.match(LINK_NUMBER)?.length ?? 0;
  const isLinked = links > 0 && /^\[\d/.test(whole) && bare.split(' ').length <= MOST_WORDS_IN_LINK * links;
  return {
    text: PICTURE_NAME.test(bare) ? '' : bare,
    ...(isItem ? { isItem } : {}),
    ...(isLinked ? { isLinked } : {}),
  };
}

function withoutMarkdown(text: string): BareLine {
  const [, marks, title] = HEADING.exec(text) ?? [];
  const { text: whole, isItem } = title === undefined ? withoutBullet(text) : { text: title, isItem: undefined };
  const outside = whole.replace(IMAGE, ' ').replace(LINK, ' ');
  const bare = whole
    .replace(IMAGE, ' ')
    .replace(LINK, '$1')
    .replace(EMPHASIS, '$1')
    .replace(/^(?:> ?)+/, '')
    .replace(/\\(?=[-.()[\]#*_+!])/g, '')
    .replace(/ +/g, ' ')
    .trim();
  const isLinked = marks === undefined && bare !== '' && !/[\p{L}\p{N}]/u.test(outside);
  return {
    text: bare,
    ...(marks === undefined ? {} : { heading: marks.length }),
    ...(isItem ? { isItem } : {}),
    ...(isLinked ? { isLinked: true as const } : {}),
  };
}
