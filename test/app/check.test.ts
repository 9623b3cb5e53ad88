import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { countLines, type Paint, problemLines } from '../../src/app/check-report.ts';
import { fileOrFolder } from '../../src/app/file-or-folder.ts';
import { run } from '../../src/app/program.ts';
import { temporaryFolder } from '../content/temporary-folder.ts';

const GOOD =
  '---\ntitle: Low water\ndate: 2024-05-01T10:00:00Z\ntags: [tides, ropes]\nauthor: Ada\n---\nThe tide is out.\n';

async function checked(words: readonly string[]): Promise<{ code: number; output: string }> {
  let output = '';
  const write = (text: string | Uint8Array): void => {
    output += text;
  };
  const surroundings = { environment: { DATA_DIR: ':memory:' }, input: Readable.from([]), write, writeError: write };
  return { code: await run(['check', ...words], surroundings), output };
}

const FOLDER = {
  'good.md': GOOD,
  'sub/bad.md': '---\ntitle: Bad\n---\nText.\n',
  'sub/more.json':
    '[{"title": "One", "text": "A.", "date": "2024-05-02", "url": "https://x.example/1"}, {"title": "Two", "text": "B."}]',
};

describe('check', () => {
  test('tells problems by file and counts files by form, then articles', async () => {
    const { code, output } = await checked([temporaryFolder(FOLDER)]);
    const lines = output.trimEnd().split('\n');
    expect(code).toBe(1);
    expect(lines[0]).toMatch(/^sub\/bad\.md:1: no date was found; add one/);
    expect(lines[1]).toMatch(/^sub\/more\.json:\d+: no date was found; /);
    expect(lines.slice(2)).toEqual([
      '2 of 3 files read, 1 skipped: 1 json, 1 markdown',
      '2 of 4 articles read, 2 skipped: 2 articles published, 2 tags',
    ]);
  });

  test('counts all articles of a file, though not all of its errors are told', async () => {
    const line = (at: number, date: string): string => `{"id": ${at}, "title": "T${at}", "text": "A."${date}}`;
    const lines = Array.from({ length: 153 }, (_, at) => line(at, at < 150 ? '' : ', "date": "2024-05-02"'));
    const { output } = await checked([temporaryFolder({ 'all.jsonl': lines.join('\n'), 'good.md': GOOD })]);
    expect(output.trimEnd().split('\n').slice(-2)).toEqual([
      '2 of 2 files read, 0 skipped: 1 json lines, 1 markdown',
      '4 of 154 articles read, 150 skipped: 4 articles published, 2 tags',
    ]);
  });

  test('two exports may have the same numbers', async () => {
    const item = (host: string): string =>
      `{"items": [{"id": 12, "title": "${host}", "content_text": "A.", "url": "https://${host}.example/p", "date": "2024-05-02"}]}`;
    const { code, output } = await checked([temporaryFolder({ 'a.json': item('one'), 'b.json': item('two') })]);
    expect(code).toBe(0);
    expect(output).toContain('2 of 2 articles read, 0 skipped: 2 articles published');
  });

  test('explains a file line by line: what was found, and where', async () => {
    const folder = temporaryFolder(FOLDER);
    const { code, output } = await checked(['--explain', `${folder}/good.md`]);
    expect(code).toBe(0);
    expect(output.split('\n')).toEqual([
      'good.md:2: title: Low water',
      expect.stringMatching(
        /^good\.md:3: time: 2024-05-01T10:00:00Z from "2024-05-01T10:00:00Z", which says when it was published/,
      ),
      'good.md:4: tag: tides',
      'good.md:4: tag: ropes',
      'good.md:5: author: Ada',
      'good.md: id: tag:localhost,2026:good.md (made of the path; add "id: …" to make it independent of it)',
      'good.md: address: /articles/good (made of the path)',
      'good.md: body: The tide is out.',
      '',
    ]);
  });

  test('explains which part of a page said each thing', async () => {
    const page = `<html lang="en"><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Low water",
"datePublished":"2024-05-01T10:00:00Z","author":"Ada Finch"}</script></head><body><h1>Low water</h1>
<p>The tide went out on Tuesday and took the small blue boat of the harbour master with it, oars and all.</p></body></html>`;
    const { output } = await checked(['--explain', `${temporaryFolder({ 'low.html': page })}/low.html`]);
    expect(output).toMatch(/^low\.html:2: time: .* which says when it was published; JSON-LD datePublished; /m);
    expect(output).toMatch(/^low\.html:2: author: Ada Finch \(JSON-LD author\)$/m);
    expect(output).toMatch(/: title: Low water \(h1\)$/m);
  });

  test('says the same for programs', async () => {
    const { output } = await checked(['--json', temporaryFolder(FOLDER)]);
    expect(JSON.parse(output)).toMatchObject({
      files: 3,
      published: 2,
      tags: 2,
      counts: { files: 3, skippedFiles: 1, articles: 4, skippedArticles: 2, forms: { json: 1, markdown: 1 } },
      problems: [
        { severity: 'error', path: 'sub/bad.md', line: 1 },
        { severity: 'error', path: 'sub/more.json' },
      ],
      articles: [
        {
          path: 'good.md',
          title: 'Low water',
          found: expect.arrayContaining([{ what: 'tag', value: 'tides', line: 4 }]),
        },
        { path: 'sub/more.json', id: 'https://x.example/1' },
      ],
    });
  });
});

describe('on a terminal', () => {
  const paint: Paint = (look, text) => `<${look}>${text}</>`;

  test('places, errors, notes and mends differ in colour', () => {
    const problems = [
      { severity: 'note', path: 'b.md', message: 'odd' },
      { severity: 'note', path: 'a.md', line: 1, message: 'odd' },
      { severity: 'error', path: 'a.md', line: 9, message: 'no date; "x"; add one' },
    ] as const;
    expect(problemLines(problems, paint)).toEqual([
      '<bold>a.md</><cyan>:9</>: <red>no date; "x"</><dim>; add one</>',
      '<bold>a.md</><cyan>:1</>: <yellow>note: </>odd<dim></>',
      '<bold>b.md</>: <yellow>note: </>odd<dim></>',
    ]);
  });

  test('only what was skipped is red', () => {
    const counts = {
      files: 2,
      skippedFiles: 1,
      articles: 2,
      skippedArticles: 0,
      published: 1,
      tags: 1,
      forms: { 'page-text': 1 },
    };
    expect(countLines(counts, paint)).toEqual([
      '1 of 2 files read, <red>1 skipped</>: 1 page text',
      '2 of 2 articles read, 0 skipped: 1 article published, 1 tag',
    ]);
  });
});

describe('a file where a folder is asked for', () => {
  test.each<[string, string, string, string | undefined]>([
    ['the folder itself', '', '', undefined],
    ['a file of it', 'x/a.md', 'x', 'a.md'],
    ['a file below a tagwire.yaml', 'site/x/y/a.md', 'site', 'x/y/a.md'],
    ['a file of the folder of the settings', 'content/x/a.md', 'content', 'x/a.md'],
    ['as its problems are told, from the folder of the settings', '-x/a.md', 'content', 'x/a.md'],
    ['nothing that is there', 'nowhere', 'nowhere', undefined],
  ])('%s', (_name, place, folder, only) => {
    const root = temporaryFolder({ 'x/a.md': '', 'site/tagwire.yaml': '', 'site/x/y/a.md': '', 'content/x/a.md': '' });
    const at = (path: string): string => (path === '' ? root : `${root}/${path}`);
    const found = fileOrFolder(place.startsWith('-') ? place.slice(1) : at(place), { CONTENT_DIR: `${root}/content` });
    expect(found).toEqual({ folder: at(folder), ...(only === undefined ? {} : { only }) });
  });
});
