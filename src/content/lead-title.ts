const MAX_TITLE_LENGTH = 90;
/** Shorter "sentences" are mostly abbreviations that were taken for an end. */
const MIN_SENTENCE_LENGTH = 30;

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const words = new Intl.Segmenter('en', { granularity: 'word' });

function firstSentence(text: string): string {
  let sentence = '';
  for (const { segment } of sentences.segment(text)) {
    sentence += segment;
    if (sentence.trim().length >= MIN_SENTENCE_LENGTH) break;
  }
  // The opening mark of the next sentence is counted to this one.
  return sentence.replace(/[\s([{“„«‘「『（]+$/u, '').trim();
}

/**
 * Makes a title of a lead: its first sentence without the full stop; one longer than 90 characters is cut after a word
 * and gets an ellipsis (and is then at most 91 long). Works for scripts that write no spaces, too.
 */
export function titleFromLead(lead: string): string {
  const sentence = firstSentence(lead);
  if (sentence.length <= MAX_TITLE_LENGTH) return sentence.replace(/(?<![.])[.。।۔]$/u, '');
  let end = 0;
  for (const { index, segment, isWordLike } of words.segment(sentence)) {
    if (index + segment.length > MAX_TITLE_LENGTH) break;
    if (isWordLike === true) end = index + segment.length;
  }
  return `${sentence.slice(0, end === 0 ? MAX_TITLE_LENGTH : end)}…`;
}
