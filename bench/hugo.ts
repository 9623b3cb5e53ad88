import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { articleTexts } from './corpus.ts';
import { temporaryFolder } from './tidy.ts';

const execute = promisify(execFile);

/** Only feeds of tags, as quick as Hugo can: no pages, no lists, no other format. */
const FILES: Readonly<Record<string, string>> = {
  'config.toml': `baseURL = "https://example.org/"
title = "Bench"
disableKinds = ["home", "section", "sitemap", "robotsTXT", "404"]
[outputs]
term = ["RSS"]
taxonomy = ["RSS"]
[services.rss]
limit = 30
`,
  'layouts/_default/rss.xml': `{{ printf "<?xml version=\\"1.0\\" encoding=\\"utf-8\\"?>" | safeHTML }}
<rss version="2.0"><channel><title>{{ .Title }}</title><link>{{ .Permalink }}</link>
{{ range first 30 .Pages }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link><guid>{{ .Permalink }}</guid>
<pubDate>{{ .Date.Format "Mon, 02 Jan 2006 15:04:05 -0700" }}</pubDate><description>{{ .Content | html }}</description></item>
{{ end }}</channel></rss>
`,
};

/**
 * How long Hugo takes from a folder of the generated articles to the RSS feed of each tag, in milliseconds. Undefined
 * where Hugo is not installed.
 */
export async function hugoMs(files: number): Promise<number | undefined> {
  const found = await execute('hugo', ['version']).then(
    () => true,
    () => false,
  );
  if (!found) return undefined;
  using site = temporaryFolder();
  for (const folder of ['content', 'layouts/_default']) mkdirSync(join(site.path, folder), { recursive: true });
  for (const [path, text] of Object.entries(FILES)) writeFileSync(join(site.path, path), text);
  for (const { name, title, date, tags, body } of articleTexts(files)) {
    const text = `---\ntitle: ${title}\ndate: ${date.toISOString()}\ntags: [${tags.join(', ')}]\n---\n${body.join('\n\n')}\n`;
    writeFileSync(join(site.path, 'content', `${name}.md`), text);
  }
  const begun = performance.now();
  await execute('hugo', ['--quiet', '--source', site.path], { maxBuffer: 2 ** 26 });
  return performance.now() - begun;
}
