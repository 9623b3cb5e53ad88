import { ContentError } from '../model/errors.ts';
import { readTimestamp } from '../time/timestamp.ts';
import type { Draft, Found, FoundAuthor, Stamp } from './draft.ts';
import { titleFromLead } from './lead-title.ts';
import { isFurniture, isLoneTag, isProse, seriesOf, tagsOfLine } from './line-shape.ts';
import { type PageLine, pageLines } from './page-lines.ts';

/**
 * Reads the raw text of a news page, as text extractors leave it: the page's clock, buttons, a section, a series with
 * its count, paragraphs, the series again, headlines of other articles, a line of tags, the footer. Any part may be
 * missing or stand elsewhere: each line is told by its shape first and by its place only where shapes are alike.
 *
 * The page of a dump shows no headline, so the title is made of the lead. Throws ContentError when no line reads as a
 * paragraph.
 */
export function readPageText(text: string): Draft {
  const lines = pageLines(text);
  const body = bodyOf(lines);
  const [first] = body;
  const last = body.at(-1);
  if (first === undefined || last === undefined) {
    throw new ContentError(
      'no paragraph was found, only short lines; add the text of the article, or remove the file',
      1,
    );
  }
  const head = lines.filter(({ line }) => line < first.line);
  const tail = lines.filter(({ line }) => line > last.line);
  const outside = [...head, ...tail];
  const series = outside.find(({ text: line }) => seriesOf(line) !== undefined);
  const tagLine = findTagLine(head, tail);
  const names = head.filter((line) => isName(line) && line !== tagLine);
  const section = findSection(names, head);
  const headline = names.filter((line) => line !== section && !isLoneTag(line.text)).at(-1);
  const paragraphs = body.map(({ text: paragraph }) => paragraph);
  const lead = paragraphs[0] ?? '';
  const madeTitle = { text: titleFromLead(lead), line: first.line };
  return {
    title: headline === undefined ? madeTitle : found(headline),
    ...(headline === undefined ? { titleNote: 'the page shows no headline, the title is made of the lead' } : {}),
    html: paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('\n'),
    summary: lead,
    stamps: findStamps(lines, first.line),
    tags: tagLine === undefined ? [] : tagsIn(tagLine),
    authors: head.flatMap((line) => bylineOf(line)),
    related: tail.filter((line) => isName(line) && line !== tagLine).map(({ text: line }) => line),
    isDraft: false,
    ...(section === undefined ? {} : { section: found(section) }),
    ...(series === undefined
      ? {}
      : { series: { text: seriesOf(series.text)?.name ?? series.text, line: series.line } }),
  };
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const found = ({ text, line }: PageLine): Found => ({ text, line });

/** From the first paragraph to the last; what stands between them is of the article, but for furniture and the series. */
function bodyOf(lines: readonly PageLine[]): readonly PageLine[] {
  const isBody = ({ text }: PageLine): boolean => !isFurniture(text) && isProse(text) && !isStampLine(text);
  const first = lines.findIndex(isBody);
  const last = lines.findLastIndex(isBody);
  if (first === -1) return [];
  return lines
    .slice(first, last + 1)
    .filter(({ text }) => !isFurniture(text) && seriesOf(text) === undefined && tagsOfLine(text) === undefined);
}

/** A longer line that holds a date is prose about that day, not its stamp. */
const MAX_STAMP_LENGTH = 100;

const isStampLine = (text: string): boolean =>
  text.length <= MAX_STAMP_LENGTH && /\d/.test(text) && readTimestamp(text).kind !== 'error';

const BYLINE = /^(?:by|von|par|por|di|door|автор:?)\s+(?<names>\p{Lu}[^\d:;!?]{1,80}?)(?:\s*[,|·•–—-]\s*.*\d.*)?$/iu;

function bylineOf({ text, line }: PageLine): readonly FoundAuthor[] {
  const names = BYLINE.exec(text)?.groups?.names;
  return names === undefined
    ? []
    : names.split(/\s*(?:,|\band\b|\bund\b|\bet\b|&)\s*/u).map((name) => ({ name: name.trim(), line }));
}

/** True for a line that names something: no furniture, no stamp, no series, no byline, no paragraph. */
const isName = (line: PageLine): boolean =>
  !isFurniture(line.text) &&
  seriesOf(line.text) === undefined &&
  !isStampLine(line.text) &&
  bylineOf(line).length === 0 &&
  !isProse(line.text);

const MAX_SECTION_WORDS = 4;
const SHORT_URL = /^(?:get )?short url$/i;

/** The short name that stands right before "Get short URL", else the last short name before the text. */
function findSection(names: readonly PageLine[], head: readonly PageLine[]): PageLine | undefined {
  const short = names.filter(({ text }) => text.split(' ').length <= MAX_SECTION_WORDS && isLoneTag(text));
  const button = head.find(({ text }) => SHORT_URL.test(text));
  const before = button === undefined ? undefined : short.findLast(({ line }) => line < button.line);
  return before ?? short.at(-1);
}

/** The line with the most tags, the later one of equals; else a lone tag on the last line of the page that names anything. */
function findTagLine(head: readonly PageLine[], tail: readonly PageLine[]): PageLine | undefined {
  const candidates = [...head, ...tail]
    .filter((line) => !isFurniture(line.text) && !isStampLine(line.text) && seriesOf(line.text) === undefined)
    .map((line) => ({ line, count: tagsOfLine(line.text)?.length ?? 0 }))
    .filter(({ count }) => count > 0);
  const most = Math.max(0, ...candidates.map(({ count }) => count));
  const best = candidates.findLast(({ count }) => count === most)?.line;
  if (best !== undefined) return best;
  const last = tail.findLast(isName);
  return last !== undefined && isLoneTag(last.text) ? last : undefined;
}

const tagsIn = ({ text, line }: PageLine): readonly Found[] =>
  (tagsOfLine(text) ?? [text]).map((tag) => ({ text: tag, line }));

const UPDATED = /^\W*(?:last )?(?:updated?|modified|обновлено|aktualisiert|mis à jour|actualizado|aggiornato|更新)/iu;

/**
 * Every line that is a time, in the order of the page. The first line of the page is its clock (when it was looked at),
 * unless it says what it is; a stamp anywhere else is about the article.
 */
function findStamps(lines: readonly PageLine[], bodyLine: number): readonly Stamp[] {
  const [top] = lines;
  return lines.flatMap((line) => {
    if (!isStampLine(line.text)) return [];
    const isClock = line === top && line.line < bodyLine && /^[\d\s:]/.test(line.text);
    return [{ ...found(line), role: UPDATED.test(line.text) ? 'updated' : isClock ? 'clock' : 'published' }];
  });
}
