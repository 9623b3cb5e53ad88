import { readPageText } from '../../../src/content/page/page-text.ts';
import { settleTimes } from '../../../src/content/times.ts';
import { ContentError } from '../../../src/model/errors.ts';
import type { SamplePage } from './sites.ts';

export type FieldName =
  | 'title'
  | 'start'
  | 'whole'
  | 'clean'
  | 'published'
  | 'noWrongTime'
  | 'updated'
  | 'tags'
  | 'noFalseTags'
  | 'section'
  | 'series'
  | 'authors';

export interface Judgement {
  readonly field: FieldName;
  readonly isRight: boolean;
  readonly expected: string;
  readonly got: string;
}

const START_LENGTH = 60;
/** Other lines that a text may hold before it counts as full of furniture. */
const MAX_STRANGE_LINES = 1;

const squeezed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const iso = (instant: number): string => new Date(instant).toISOString().replace('.000Z', 'Z');
const unescaped = (html: string): string =>
  html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Says of each field of a page that the page shows whether it was read right. */
export function judge(page: SamplePage): readonly Judgement[] {
  const { expected } = page;
  let draft: ReturnType<typeof readPageText>;
  try {
    draft = readPageText(page.text);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return (['title', 'start', 'tags'] as const).map((field) => ({
      field,
      isRight: false,
      expected: '',
      got: error.message,
    }));
  }
  const paragraphs = draft.html.split('\n').map((line) => unescaped(line.replaceAll(/<\/?(?:p|ul|li|h2)>/g, '')));
  const judgements: Judgement[] = [];
  const say = (field: FieldName, wanted: string | undefined, got: string | undefined): void => {
    if (wanted === undefined) return;
    judgements.push({ field, isRight: squeezed(got ?? '') === squeezed(wanted), expected: wanted, got: got ?? '–' });
  };
  say('title', expected.title, draft.title.text);
  const start = (text: string | undefined): string => [...squeezed(text ?? '')].slice(0, START_LENGTH).join('');
  say('start', start(expected.paragraphs[0]), start(paragraphs[0]));
  const all = paragraphs.map(squeezed);
  const missing = expected.paragraphs.filter((text) => !all.includes(squeezed(text)));
  say('whole', '', missing.join(' ¶ '));
  const strange = all.filter((text) => !expected.paragraphs.some((own) => squeezed(own) === text));
  say('clean', '', strange.length <= MAX_STRANGE_LINES ? '' : strange.join(' ¶ '));
  const times = timesOf(page, draft.stamps);
  const day = (time: string | undefined): string | undefined => (expected.isDay ? time?.slice(0, 10) : time);
  if (expected.published !== undefined) say('published', day(expected.published), day(times.published));
  const isRightOrUnknown = times.published === undefined || day(times.published) === day(expected.published);
  say('noWrongTime', 'right or unknown', isRightOrUnknown ? 'right or unknown' : times.published);
  if (expected.updated !== undefined) say('updated', day(expected.updated), day(times.updated));
  const tags = draft.tags.map(({ text }) => text);
  if (expected.tags === undefined) say('noFalseTags', '', tags.join(', '));
  else say('tags', expected.tags.join(', '), tags.join(', '));
  say('section', expected.section, draft.section?.text);
  say('series', expected.series, draft.series?.text);
  say('authors', expected.authors?.join('; '), draft.authors.map(({ name }) => name).join('; '));
  return judgements;
}

/** The page's own clock is no claim: the time counts as unknown. */
function timesOf(
  { zone, order, language }: SamplePage,
  stamps: Parameters<typeof settleTimes>[0],
): { readonly published?: string; readonly updated?: string } {
  try {
    const settings = { zone, ...(order === undefined ? {} : { order }) };
    const { publishedAt, updatedAt, dateline } = settleTimes(stamps, settings, language);
    return { ...(dateline.role === 'published' ? { published: iso(publishedAt) } : {}), updated: iso(updatedAt) };
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return {};
  }
}
