/** The parts of a page dump, each as its lines; an empty part is missing. */
export interface PageParts {
  readonly clock: readonly string[];
  readonly buttons: readonly string[];
  readonly section: readonly string[];
  readonly shortUrl: readonly string[];
  readonly series: readonly string[];
  readonly text: readonly string[];
  readonly seriesAgain: readonly string[];
  readonly related: readonly string[];
  readonly tags: readonly string[];
  readonly footer: readonly string[];
}

export const PAGE: PageParts = {
  clock: ['02:27 GMT14 January 2021'],
  buttons: ['Listen Live'],
  section: ['Upper Coast'],
  shortUrl: ['Get short URL'],
  series: ['Letters From the Mole (18)'],
  text: [
    'The keeper of the\u00a0lamp on the mole has begun to answer the\u00a0letters that ships drop into her basket, and the harbour of\u00a0Brackwater is glad of\u00a0it.',
    '"I write what I see from\u00a0the window," said Nora Vance, the keeper. "Mostly that is weather, and sometimes it is a goat."',
    'Her letters leave with\u00a0the mail boat on\u00a0Mondays, together with\u00a0the ferry timetable and the price of herring.    \u00a0 \u00a0 ',
    'Nobody had asked her to, and nobody has asked her to stop.',
  ],
  seriesAgain: ['Letters From the Mole (18)'],
  related: [
    'Goat, Seen From the Mole, Declines to Comment',
    'Herring, Lemons See Their Prices Rise, Traders Concerned Over Supply',
    'Brackwater Buys a Second Basket for the Mole',
  ],
  tags: ['night mail, lamp keepers, Brackwater, Nora Vance, ferry timetable'],
  footer: ['Community standardsDiscussion'],
};

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `    ${line}`);

/** Writes a page as the extractor leaves it: indented, paragraphs apart, two blank lines below the series. */
export function pageOf(changes: Partial<PageParts> = {}): string {
  const parts = { ...PAGE, ...changes };
  const lines = [
    ...parts.clock,
    ...parts.buttons,
    ...indented([...parts.section, ...parts.shortUrl, ...parts.series]),
    '',
    ...parts.text.flatMap((paragraph) => [`    ${paragraph}`, '']),
    ...indented(parts.seriesAgain),
    '',
    '',
    ...indented([...parts.related, ...parts.tags, ...parts.footer]),
  ];
  return lines.join('\n');
}
