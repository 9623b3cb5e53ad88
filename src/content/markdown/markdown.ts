import { createHash } from 'node:crypto';
import { ContentError } from '../../model/errors.ts';
import type { Draft, Finding, Found, Stamp } from '../draft.ts';
import { type FieldsDraft, readArticleFields } from '../fields/article-fields.ts';
import { foldKey } from '../fields/field.ts';
import { type FileNameHabits, readFileName } from '../fields/file-name.ts';
import { type FrontMatter, readFrontMatter } from '../fields/front-matter.ts';
import { titleFromLead } from '../lead-title.ts';
import { textOfHtml } from '../sanitise.ts';
import type { SourceFile } from '../source-file.ts';
import { renderMarkdown } from './markdown-html.ts';
import { plainMarkdown } from './markdown-source.ts';

/** Reads a file of Markdown: one article, or none for a page that only describes a list (`_index.md`). */
export function* readMarkdownFile({ path, text }: SourceFile): Iterable<Finding> {
  if (readFileName(path).isListing) {
    yield { kind: 'note', message: 'it describes a list of articles and is none itself; rename it when it is one' };
    return;
  }
  yield { kind: 'article', draft: readMarkdown(text, path) };
}

/**
 * Reads an article in Markdown with front matter. The file at `path` may say by its name when the article was published
 * and what its address is; front matter goes before. Without a `title` the first heading of the body is the title; a
 * heading that says the title leaves the body. Throws ContentError with its line for front matter that cannot be read and
 * for a missing title.
 */
export function readMarkdown(text: string, path = ''): Draft {
  const matter = readFrontMatter(text);
  const name = readFileName(path);
  const layout = [...matter.fields.keys()].some((key) => foldKey(key) === 'layout');
  const { title, ...given } = readArticleFields(matter.fields, {
    tagsBetweenBlanks: name.isJekyll,
    linksElsewhere: true,
  });
  const source = plainMarkdown(matter.body, { hasLiquid: name.isJekyll || layout });
  const word = path === '' ? '' : createHash('sha256').update(path).digest('hex').slice(0, 8);
  const { html, heading, hashtags } = renderMarkdown(source, title?.text, word);
  const summary = given.summary ?? summaryOf(html);
  return {
    ...given,
    ...titleOf(title, heading, name, matter, () => (given.stamps.length === 0 ? '' : titleFromLead(textOfHtml(html)))),
    html,
    stamps: stampsOf(given, name),
    tags: [...given.tags.filter(isTag), ...hashtags.map((tag) => ({ text: tag, line: matter.bodyLine }))],
    isDraft: given.isDraft || name.isDraft,
    ...(summary === undefined ? {} : { summary }),
    ...(given.slug === undefined && name.slug !== undefined ? { slug: { text: name.slug, line: 1 } } : {}),
  };
}

function titleOf(
  title: Found | undefined,
  heading: Found | undefined,
  name: FileNameHabits,
  { bodyLine }: FrontMatter,
  leadOf: () => string,
): Pick<Draft, 'title' | 'titleNote'> {
  if (title !== undefined) return { title };
  if (heading !== undefined) {
    const titleNote = 'the title is the first heading, because the front matter names none';
    return { title: { text: withoutHashtags(heading.text), line: bodyLine + heading.line }, titleNote };
  }
  if (name.title !== undefined) {
    return {
      title: { text: name.title, line: 1 },
      titleNote: 'the title is the name of the file, because it has no other',
    };
  }
  const lead = leadOf();
  if (lead !== '')
    return { title: { text: lead, line: bodyLine }, titleNote: 'it has no title, one is made of its text' };
  throw new ContentError('the article has no title; add "title: …" to its front matter, or a first line "# …"', 1);
}

/** A heading without the hashtags at its end. */
function withoutHashtags(heading: string): string {
  let end = heading.length;
  for (let start = heading.lastIndexOf(' '); start > 0; start = heading.lastIndexOf(' ', end - 1)) {
    if (!/^#[\p{L}\p{N}_/-]+$/u.test(heading.slice(start + 1, end))) break;
    end = heading.slice(0, start).trimEnd().length;
  }
  return heading.slice(0, end);
}

/** Names of collections, which Eleventy keeps among the tags. */
const COLLECTIONS: ReadonlySet<string> = new Set(['all', 'nav', 'post', 'posts']);
const isTag = ({ text }: Found): boolean => !COLLECTIONS.has(text.toLowerCase());

/** What Eleventy takes from elsewhere. */
const NOT_IN_FILE = /^(?:git )?(?:last modified|created)$/i;

/** The stamps of front matter, else the date in the name of the file. */
function stampsOf({ stamps }: FieldsDraft, { date }: FileNameHabits): readonly Stamp[] {
  const elsewhere = stamps.find(({ text }) => NOT_IN_FILE.test(text));
  if (elsewhere !== undefined) {
    const message = `"${elsewhere.text}" stands for a time that is not in the file; write the date itself`;
    throw new ContentError(message, elsewhere.line);
  }
  if (date === undefined || stamps.some(({ role }) => role === 'published')) return stamps;
  return [{ text: date, line: 1, role: 'published' }, ...stamps];
}

const DIVIDER = /<!--\s*(?:more|truncate|excerpt)\s*-->/i;

/** What stands above the divider of a summary, if the article has one. */
function summaryOf(html: string): string | undefined {
  const at = html.search(DIVIDER);
  const text = at === -1 ? '' : textOfHtml(html.slice(0, at));
  return text === '' ? undefined : text;
}
