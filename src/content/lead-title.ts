import { weightOf } from './line-shape.ts';

const MAX_TITLE_LENGTH = 90;
/** Lighter "sentences" are mostly abbreviations that were taken for an end. */
const MIN_SENTENCE_WEIGHT = 30;
/** No title needs more of a lead. */
const MAX_LEAD_LENGTH = 1_000;

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const words = new Intl.Segmenter('en', { granularity: 'word' });

const OPENING = new Set([...' \t\n([{“„«‘「『（']);

function firstSentence(text: string): string {
  let sentence = '';
  for (const { segment } of sentences.segment(text)) {
    sentence += segment;
    if (weightOf(sentence.trim()) >= MIN_SENTENCE_WEIGHT) break;
  }
  // The opening mark of the next sentence is counted to this one.
  let end = sentence.length;
  while (end > 0 && OPENING.has(sentence.charAt(end - 1))) end -= 1;
  return sentence.slice(0, end).trim();
}

/**
 * Makes a title of a lead: its first sentence without the full stop; one longer than 90 characters is cut after a word
 * and gets an ellipsis (and is then at most 91 long). Works for scripts that write no spaces, too. Empty for white space
 * alone.
 */
export function titleFromLead(lead: string): string {
  const start = lead.slice(0, MAX_LEAD_LENGTH).trim();
  const sentence = firstSentence(start) || start;
  if (sentence.length <= MAX_TITLE_LENGTH) return sentence.replace(/(?<=[^.])[.。।۔]$/u, '');
  let end = 0;
  for (const { index, segment, isWordLike } of words.segment(sentence)) {
    if (index + segment.length > MAX_TITLE_LENGTH) break;
    if (isWordLike === true) end = index + segment.length;
  }
  return `${end === 0 ? cutBetweenSigns(sentence) : sentence.slice(0, end)}…`;
}

/** Cuts between characters, not inside one of two code units. */
function cutBetweenSigns(text: string): string {
  const cut = text.slice(0, MAX_TITLE_LENGTH);
  return cut.isWellFormed() ? cut : text.slice(0, MAX_TITLE_LENGTH - 1);
}
