/** What the name of a file says of its article, as generators of sites and note-takers have it. */
export interface FileNameHabits {
  /** Date, or date and time, as text: `2021-04-20-title.md`, `202104200227 Title.md`. */
  readonly date?: string;
  /** The name without its date; the name of the folder for `index.md`. */
  readonly slug?: string;
  /** A title, from a name that is written like one. */
  readonly title?: string;
  /** In `_drafts`. */
  readonly isDraft: boolean;
  /** `_index.md` describes a list of articles. */
  readonly isListing: boolean;
  /** In the folders of Jekyll. */
  readonly isJekyll: boolean;
}

const DATED = /^(\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?:[-_ ]+(.+))?$/;
const STAMPED =
  /^((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])([0-5]\d)(?:[0-5]\d)?(?:[-_ ]+(.+))?$/;

/** Reads the name of the file at `path` (inside the content folder, with `/`). */
export function readFileName(path: string): FileNameHabits {
  const folders = path.split('/');
  const file = folders.pop() ?? '';
  const name = file.replace(/\.[^.]+$/, '');
  const isIndex = name === 'index' && folders.length > 0;
  const word = isIndex ? (folders.at(-1) ?? '') : name;
  const [, date, rest] = DATED.exec(word) ?? [];
  const [, year, month, day, hour, minute, after] = STAMPED.exec(word) ?? [];
  const dateText = date ?? (year === undefined ? undefined : `${year}-${month}-${day} ${hour}:${minute}`);
  const named = rest ?? after ?? (dateText === undefined ? word : undefined);
  const slug = dateText !== undefined ? named : isIndex ? folders.join('/') : undefined;
  return {
    ...(dateText === undefined ? {} : { date: dateText }),
    ...(slug === undefined ? {} : { slug }),
    ...(named !== undefined && /[^\s_-] [^\s_-]/.test(named) ? { title: named } : {}),
    isDraft: folders.includes('_drafts'),
    isListing: name === '_index',
    isJekyll: folders.includes('_posts') || folders.includes('_drafts'),
  };
}
