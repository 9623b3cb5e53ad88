declare module 'markdown-it-footnote' {
  import type { MarkdownIt } from 'markdown-it';

  /** Footnotes; their ids hold `env.docId`. */
  const addFootnotes: (markdown: MarkdownIt) => void;
  export default addFootnotes;
}
