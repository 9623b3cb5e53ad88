/** `npm run golden`: writes the golden feeds anew. Look at the difference before it is committed. */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { GOLDEN_FILES, render } from './feeds/golden-feeds.ts';

const folder = new URL('golden/', import.meta.url);
await mkdir(folder, { recursive: true });
for (const file of await readdir(folder)) await rm(new URL(file, folder));
for (const { file, golden, format } of GOLDEN_FILES) await writeFile(new URL(file, folder), render(golden, format));
console.log(`${GOLDEN_FILES.length} golden feeds written`);
