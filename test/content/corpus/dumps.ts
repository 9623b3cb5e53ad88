import type { Block } from './sites.ts';

/** One article of the corpus, in the words of its language. */
export interface SampleArticle {
  readonly title: string;
  readonly standfirst: string;
  readonly tags: readonly string[];
  readonly paragraphs: readonly string[];
}

/** Writes the blocks of a page down as one text extractor leaves them. */
type Dump = (blocks: readonly Block[]) => string;

/** Breaks a text after words, at most so many characters a line; where there are no blanks, between any two signs. */
function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
    while (line.length > width && /[\u3040-\u9fff]/u.test(line)) {
      lines.push(line.slice(0, width / 2));
      line = line.slice(width / 2);
    }
  }
  return line === '' ? lines : [...lines, line];
}

const isHeading = ({ kind }: Block): boolean => /^h\d$/.test(kind);
const levelOf = ({ kind }: Block): number => Number(kind.slice(1)) || 1;

/** Puts blank lines around blocks that have margins, and none between others. */
function spaced(blocks: readonly Block[], write: (block: Block) => readonly string[]): string {
  const lines: string[] = [];
  for (const block of blocks) {
    const hasMargin = block.kind === 'p' || block.kind === 'nav' || isHeading(block);
    if (hasMargin && lines.length > 0 && lines.at(-1) !== '') lines.push('');
    lines.push(...write(block));
    if (hasMargin) lines.push('');
  }
  return `${lines.join('\n').trim()}\n`;
}

/** What the layouts of the first known site look like: short lines indented, paragraphs between blank lines. */
const flat: Dump = (blocks) =>
  spaced(blocks, ({ kind, parts }) =>
    kind === 'div' ? parts : parts.map((part) => `    ${part}${kind === 'p' ? '    ' : ''}`),
  );

const resiliparse: Dump = (blocks) =>
  spaced(blocks, ({ kind, parts }) =>
    kind === 'nav' || kind === 'li' ? parts.map((part) => `  • ${part}`) : [parts.join(' ')],
  );

const innerText: Dump = (blocks) =>
  spaced(blocks, ({ kind, parts }) => (kind === 'nav' || kind === 'li' ? parts : [parts.join(' ')]));

const addressOf = (part: string): string =>
  `/${part
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .slice(0, 30)}`;

const html2text: Dump = (blocks) => {
  const link = (part: string): string => `[${part}](https://site.example${addressOf(part)})`;
  const lines = blocks.flatMap((block): readonly string[] => {
    const { kind, parts } = block;
    const text = parts.join(' ');
    if (isHeading(block)) return [`${'#'.repeat(levelOf(block))} ${text}`, ''];
    if (kind === 'nav') return [...parts.map((part) => `  * ${link(part)}`), ''];
    if (kind === 'li') return [...parts.map((part) => `  * ${part}`), ''];
    if (kind === 'links' || kind === 'a') return [parts.map(link).join(' '), ''];
    if (kind === 'img') return [`![${text}](https://cdn.site.example/1200x800/photo.jpg)`, '', text, ''];
    return [...wrapped(text, 78), ''];
  });
  return `${lines.join('\n').trim()}\n`;
};

const lynx: Dump = (blocks) => {
  const references: string[] = [];
  const link = (part: string): string => {
    references.push(`https://site.example${addressOf(part)}`);
    return `[${references.length}]${part}`;
  };
  const text = spaced(blocks, (block) => {
    const { kind, parts } = block;
    if (isHeading(block)) return wrapped(parts.join(' '), 72);
    if (kind === 'nav') return parts.map((part) => `     * ${link(part)}`);
    if (kind === 'li') return parts.map((part) => `     * ${part}`);
    if (kind === 'links' || kind === 'a') return wrapped(parts.map(link).join(' '), 72).map((line) => `   ${line}`);
    if (kind === 'img') return ['   [photo.jpg]', ...wrapped(parts.join(' '), 72).map((line) => `   ${line}`)];
    return wrapped(parts.join(' '), 72).map((line) => `   ${line}`);
  });
  const list = references.map((address, index) => `   ${index + 1}. ${address}`);
  return list.length === 0 ? text : `${text}\nReferences\n\n   Visible links\n${list.join('\n')}\n`;
};

const w3m: Dump = (blocks) =>
  spaced(blocks, ({ kind, parts }) => {
    if (kind === 'nav' || kind === 'li') return parts.map((part) => `  • ${part}`);
    if (kind === 'img') return ['[photo]', ...wrapped(parts.join(' '), 80)];
    return wrapped(parts.join(' '), 80);
  });

/** Keeps what it takes for the article, one block a line. */
const trafilatura: Dump = (blocks) =>
  `${blocks
    .filter(({ isAround }) => !isAround)
    .flatMap(({ kind, parts }) =>
      kind === 'nav' || kind === 'li' ? parts.map((part) => `- ${part}`) : [parts.join(' ')],
    )
    .join('\n')}\n`;

/** The text of what Readability keeps: no main heading, odd spaces between blocks. */
const readability: Dump = (blocks) =>
  blocks
    .filter(({ isAround, kind }) => !isAround && kind !== 'h1')
    .map(({ parts }) => `\n\n        ${parts.join('\n          ')}\n      `)
    .join('');

export const DUMPS = { flat, resiliparse, html2text, lynx, w3m, trafilatura, readability, innerText } as const;
export type DumpName = keyof typeof DUMPS;

/** Which blocks an extractor leaves out. */
export const keeps = (name: DumpName, block: Block): boolean => {
  if (name === 'trafilatura') return !block.isAround;
  return name === 'readability' ? !block.isAround && block.kind !== 'h1' : true;
};
