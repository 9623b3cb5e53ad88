import { ContentError } from '../../model/errors.ts';
import type { Instant } from '../../model/instant.ts';
import type { Draft, Found } from '../draft.ts';
import { withFileStamp } from '../file-stamp.ts';
import { titleFromLead } from '../lead-title.ts';
import type { FolderHabits, SourceFile } from '../source-file.ts';
import { bodyStart } from './body-start.ts';
import { type DividedPage, dividePage } from './divide-page.ts';
import { findHeadline } from './find-headline.ts';
import { findSection } from './find-section.ts';
import { findSeries } from './find-series.ts';
import { knownLines } from './known-lines.ts';
import { listedHeadlines } from './listing.ts';
import { pageAuthors } from './page-authors.ts';
import { textLines, toHtml } from './page-body.ts';
import { type PageFacts, pageFacts } from './page-facts.ts';
import { orderOfPage } from './page-order.ts';
import { pageStamps } from './page-stamps.ts';
import { findTags } from './page-tags.ts';

/**
 * Reads the raw text of a news page, as text extractors leave it: the page's clock, buttons, a section, a series with
 * its count, paragraphs, the series again, headlines of other articles, a line of tags, the footer. Any part may be
 * missing or stand elsewhere: each line is told by its shape first and by its place only where shapes are alike.
 *
 * Where the page shows no headline, the title is made of the lead. `modifiedAt` is when its file was last changed. Throws ContentError when no line reads as a
 * paragraph, and for a page that only lists the headlines of others.
 */
export function readPageText(text: string, habits: FolderHabits = {}, modifiedAt?: Instant): Draft {
  const lines = knownLines(text, habits);
  const listed = listedHeadlines(lines);
  if (listed !== undefined) {
    throw new ContentError(
      `this page lists ${listed} headlines and holds no article; remove it, or move it out of the folder`,
      1,
    );
  }
  const divided = dividePage(lines);
  if (divided === undefined) {
    throw new ContentError(
      'no paragraph was found, only short lines; add the text of the article, or remove the file',
      1,
    );
  }
  const facts = pageFacts(divided);
  const found = findHeadline(facts, habits.title);
  const headline = found?.line;
  const page = dividedAt(facts, bodyStart(facts, found));
  const { head, tail } = page;
  const series = findSeries(page);
  const tags = findTags(page);
  const spent = new Set(tags.lines);
  const above = head.filter((line) => !spent.has(line));
  const section = findSection(above, tail, headline);
  const stamps = pageStamps(page, headline);
  const paragraphs = textLines(
    page.body.filter((line) => !spent.has(line) && !stamps.some((stamp) => stamp.line === line.line)),
    series?.name,
  );
  const lead = paragraphs[0] ?? { text: '', line: 1 };
  const html = toHtml(paragraphs);
  const authors = pageAuthors(page, headline, section?.source, stamps);
  const isSection = section !== undefined && !authors.some(({ line }) => line === section.line);
  const dateOrder = orderOfPage({ stamps, html }, lines, modifiedAt);
  return {
    ...titleOf(headline, lead),
    html,
    ...(dateOrder === undefined ? {} : { dateOrder }),
    summary: lead.text,
    stamps,
    tags: tags.tags,
    authors,
    related: tail.filter((line) => line.kind === 'name' && !spent.has(line)).map((line) => line.text),
    isDraft: false,
    ...(isSection ? { section: { text: section.text, line: section.line } } : {}),
    ...(series === undefined ? {} : { series: { text: series.name, line: series.line } }),
  };
}

/** The page with the text from that line on. */
function dividedAt({ lines, last }: PageFacts, start: number): DividedPage {
  const [first, ...others] = lines.slice(start, last + 1);
  const body = first === undefined ? [] : [{ ...first, kind: 'prose' as const }, ...others];
  return { head: lines.slice(0, start), body, tail: lines.slice(last + 1) };
}

/** Reads a file that is the raw text of a page; one that shows no time gets that of its file. */
export function readPageFile(file: SourceFile): Draft {
  const { text, habits = {}, modifiedAt } = file;
  const draft = withFileStamp(readPageText(text, habits, modifiedAt), file);
  const { line } = draft.title;
  return habits.language === undefined ? draft : { ...draft, language: { text: habits.language, line } };
}

const titleOf = (headline: Found | undefined, lead: Found): Pick<Draft, 'title' | 'titleNote'> =>
  headline === undefined
    ? {
        title: { text: titleFromLead(lead.text), line: lead.line },
        titleNote: 'the page shows no headline, the title is made of the lead',
      }
    : { title: { text: headline.text, line: headline.line } };
