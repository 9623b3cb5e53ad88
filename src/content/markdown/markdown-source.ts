/** Templates that a generator would have filled in, by how the file is written. */
export interface SourceHabits {
  /** `{% … %}` and `{{ … }}` of Jekyll and Eleventy; elsewhere they are text. */
  readonly hasLiquid: boolean;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Makes plain Markdown of what generators of sites add to it, outside of fenced code: shortcodes of Hugo, tags of Liquid,
 * attributes of kramdown. What shows a figure, a video or code becomes that; of others only the words between remain.
 */
export function plainMarkdown(text: string, { hasLiquid }: SourceHabits): string {
  if (!/\{[{%:#]/.test(text)) return text;
  const withCode = text.replace(HUGO_CODE, fencedCode).replace(hasLiquid ? LIQUID_CODE : NOTHING, fencedCode);
  const plain = outsideFences(withCode, (part) => {
    const hugo = outsideCodeSpans(part, HUGO, shortcode).replace(HUGO_LINK, '$1');
    const liquid = hasLiquid ? withoutLiquid(hugo) : hugo;
    return outsideCodeSpans(liquid.replace(ATTRIBUTES_ALONE, ''), ATTRIBUTES, () => '');
  });
  return plain.replace(HUGO_SHOWN, '{{$1$2$3}}');
}

/** What a pattern finds that begins in no code span; one that holds a backtick itself begins before it. */
const outsideCodeSpans = (
  text: string,
  pattern: RegExp,
  change: (whole: string, ...groups: string[]) => string,
): string =>
  text.replace(new RegExp(`\`[^\`\\n]+\`|${pattern.source}`, pattern.flags), (whole: string, ...groups: string[]) =>
    whole.startsWith('`') ? whole : change(whole, ...groups),
  );

const NOTHING = /(?!)/g;
const HUGO_CODE =
  /^\{\{[<%]\s*highlight\s+(\w*)[^}\n]*\}\}\n([\s\S]{0,20000}?)\n?^\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/gm;
const LIQUID_CODE = /^\{%-?\s*highlight\s+(\w*)[^}\n]*%\}\n([\s\S]{0,20000}?)\n?^\{%-?\s*endhighlight\s*-?%\}/gm;
/** One shortcode; its inside has no line end and no braces. */
const HUGO = /\{\{[<%]\s*(\/?)\s*([\w./-]+)\s*([^{}\n]*?)\/?\s*[>%]\}\}/g;
/** A shortcode that a text only speaks of, as the documentation of Hugo has it: its inside looks like a comment of C. */
const HUGO_SHOWN = /\{\{([<%])\/\*([^{}\n]*?)\*\/([>%])\}\}/g;
/** A link to a page that only Hugo knows the address of. */
const HUGO_LINK = /\[([^\]\n]*)\]\(\)/g;
/** `{:.lead}` on a line of its own or behind a part; `{#id}` behind a heading. */
const ATTRIBUTES_ALONE = /^[ \t]*\{:[^{}\n]*\}[ \t]*$/gm;
const ATTRIBUTES = /\{:?\s*[.#][\w-][^{}\n]*\}[ \t]*$|\{:\s?[.#\w][^{}\n]*\}/gm;

const fencedCode = (_whole: string, language: string, code: string): string =>
  `\`\`\`\`\`${language}\n${code}\n\`\`\`\`\``;

function outsideFences(text: string, change: (part: string) => string): string {
  const parts: string[] = [];
  let outside: string[] = [];
  let fence: string | undefined;
  for (const line of text.split('\n')) {
    const mark = FENCE.exec(line)?.[1];
    if (fence === undefined && mark === undefined) {
      outside.push(line);
      continue;
    }
    if (fence === undefined) {
      if (outside.length > 0) parts.push(change(outside.join('\n')));
      outside = [];
      fence = mark;
    } else if (mark?.startsWith(fence) === true && line.trim() === mark) fence = undefined;
    parts.push(line);
  }
  if (outside.length > 0) parts.push(change(outside.join('\n')));
  return parts.join('\n');
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Shortcodes that Hugo itself has and that show something. */
function shortcode(_whole: string, slash = '', name = '', attributes = ''): string {
  if (slash !== '') return '';
  const named = (key: string): string => {
    const [, double, single] = new RegExp(`\\b${key}=(?:"([^"]*)"|\`([^\`]*)\`)`).exec(attributes) ?? [];
    return escaped(double ?? single ?? '');
  };
  const first = /^"?([\w:/.?=&-]+)"?/.exec(attributes)?.[1] ?? '';
  if (name === 'figure' && named('src') !== '') {
    const words = [named('title'), named('caption')].filter((word) => word !== '').join('. ');
    const caption = words === '' ? '' : `<figcaption>${words}</figcaption>`;
    return `<figure><img src="${named('src')}" alt="${named('alt')}">${caption}</figure>`;
  }
  if (name === 'youtube') return videoLink('https://www.youtube.com/watch?v=', named('id') || escaped(first));
  if (name === 'vimeo') return videoLink('https://vimeo.com/', named('id') || escaped(first));
  return '';
}

const videoLink = (site: string, id: string): string => (id === '' ? '' : `<a href="${site}${id}">${site}${id}</a>`);

const LIQUID_RAW = /\{%-?\s*raw\s*-?%\}([\s\S]{0,20000}?)\{%-?\s*endraw\s*-?%\}/g;
const LIQUID_COMMENT = /\{%-?\s*comment\s*-?%\}[\s\S]{0,20000}?\{%-?\s*endcomment\s*-?%\}/g;
const LIQUID_LINK = /\[([^\]\n]*)\]\(\s*\{%[^%\n]*%\}[^()\n]*\)/g;
const LIQUID_TAG = /\{%[^%\n]*%\}/g;
const LIQUID_TEXT = /\{\{-?\s*(?:"([^"\n]*)"|'([^'\n]*)')[^{}\n]*\}\}/g;
const LIQUID_VALUE = /\{\{[^{}\n]*\}\}/g;

/** What stands between `raw` and `endraw` is shown as it is written. */
function withoutLiquid(text: string): string {
  let plain = '';
  let at = 0;
  for (const raw of text.matchAll(LIQUID_RAW)) {
    plain += `${filledIn(text.slice(at, raw.index))}${raw[1]}`;
    at = raw.index + raw[0].length;
  }
  return plain + filledIn(text.slice(at));
}

function filledIn(text: string): string {
  const told = outsideCodeSpans(text.replace(LIQUID_COMMENT, '').replace(LIQUID_LINK, '$1'), LIQUID_TAG, () => '');
  const written = outsideCodeSpans(told, LIQUID_TEXT, (_whole, double, single) => double ?? single ?? '');
  return outsideCodeSpans(written, LIQUID_VALUE, () => '');
}
