/**
 * Which files may hold articles, by their names alone. Apart from the readers (`forms.ts`), so that a folder can be watched
 * and looked through without loading them. A test holds the two together.
 */
const EXTENSIONS: ReadonlySet<string> = new Set([
  '.md',
  '.markdown',
  '.txt',
  '.text',
  '.html',
  '.htm',
  '.xhtml',
  '.json',
  '.xml',
  '.rss',
  '.atom',
  '.rdf',
  '.jsonl',
  '.ndjson',
]);

/** The extension of a file's name in lower case, with its dot; empty without one. */
export const extensionOf = (path: string): string => /\.[^./]+$/.exec(path)?.[0].toLowerCase() ?? '';

/** The list of ids that an operator may keep in the folder (`tagwire ids`). */
export const ID_LIST = 'tagwire-ids.json';

/** Files of tools that stand beside articles and hold none. */
const OF_TOOLS =
  /(?:^|\/)(?:(?:package|package-lock|composer|tsconfig|jsconfig|deno|manifest|vercel|netlify)\.json|[^/]+\.11tydata\.json|sitemap[^/]*\.xml)$/i;

/** True for a file that may hold articles, by its name. */
export const isArticleFile = (path: string): boolean =>
  EXTENSIONS.has(extensionOf(path)) && !OF_TOOLS.test(path) && path !== ID_LIST;

/** The folder of a file or folder, as it stands in paths: `2024/march`; empty for the content folder itself. */
export const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
