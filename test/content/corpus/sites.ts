import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DUMPS, type DumpName, keeps, type SampleArticle } from './dumps.ts';

const FIXTURES = join(import.meta.dirname, '..', '..', 'fixtures', 'pages');

/** One block of a page, as its HTML would have it. */
export interface Block {
  /** `h1` to `h6`, `p`, `div`, `in` (an indented line), `nav` (a list of links), `li`, `links`, `a`, `img`. */
  readonly kind: string;
  readonly parts: readonly string[];
  /** Around the article: some extractors leave it out. */
  readonly isAround: boolean;
  /** What the reader should find in it: `time`, `upd`, `by`, `sec`, `tags`, `series`, `title`. */
  readonly roles: readonly string[];
}

/** What a page should be read as; undefined where the page does not show it. */
export interface ExpectedPage {
  readonly title: string | undefined;
  readonly published: string | undefined;
  readonly updated: string | undefined;
  /** Its times name a day and no clock. */
  readonly isDay: boolean;
  readonly tags: readonly string[] | undefined;
  readonly section: string | undefined;
  readonly series: string | undefined;
  readonly authors: readonly string[] | undefined;
  readonly paragraphs: readonly string[];
}

export interface SamplePage {
  /** Site, article and extractor. */
  readonly name: string;
  readonly site: string;
  readonly isHeldBack: boolean;
  readonly text: string;
  readonly zone: string;
  readonly order?: 'dmy' | 'mdy';
  readonly language: string;
  readonly expected: ExpectedPage;
}

interface Site {
  readonly name: string;
  readonly about: ReadonlyMap<string, string>;
  readonly lines: readonly string[];
}

function readSites(file: string): readonly Site[] {
  return readFileSync(join(FIXTURES, 'sites', file), 'utf8')
    .split(/^=== /m)
    .slice(1)
    .map((text) => {
      const [name = '', ...lines] = text.split('\n').filter((line) => line !== '' && line !== '---');
      const said = lines.flatMap((line) => {
        const [, key, value] = /^(\w+): (.*)$/.exec(line) ?? [];
        return key === undefined || value === undefined ? [] : [[key, value] as const];
      });
      return { name, about: new Map(said), lines: lines.filter((line) => !/^\w+: /.test(line)) };
    });
}

function readArticles(language: string): readonly SampleArticle[] {
  return readFileSync(join(FIXTURES, 'articles', `${language}.txt`), 'utf8')
    .split(/^= /m)
    .slice(1)
    .map((text) => {
      const [title = '', standfirst = '', tags = '', ...paragraphs] = text.split('\n').filter((line) => line !== '');
      return {
        title,
        standfirst: standfirst.slice(2).trim(),
        tags: tags.slice(2).split(/, |،\s?|，|、/),
        paragraphs,
      };
    });
}

const SEPARATED = new Set(['nav', 'links', 'li']);

function blocksOf(
  line: string,
  { title, standfirst, tags, paragraphs }: SampleArticle,
  lead: string,
): readonly Block[] {
  const [, around, roles = '', kind = 'div', rest = ''] = /^(~?)(?:([a-z,]+):)?(\w+) ?(.*)$/.exec(line) ?? [];
  const about = { isAround: around === '~', roles: roles.split(',').filter((role) => role !== '') };
  if (kind === 'body') {
    const [, from = '1', to = ''] = /^(\d+)-(\d*)$/.exec(rest) ?? [];
    return paragraphs.slice(Number(from) - 1, to === '' ? undefined : Number(to)).map((text, index) => ({
      kind: 'p',
      parts: [Number(from) === 1 && index === 0 ? lead + text : text],
      ...about,
    }));
  }
  if (rest.includes('{standfirst}') && standfirst === '') return [];
  const list = /^\{tags\|\}$/.test(rest) ? tags : undefined;
  const filled = rest
    .replace(/\{tags\|([^}]*)\}/, (_whole, separator: string) => tags.join(separator))
    .replace('{tags#}', tags.map((tag) => `#${tag.replaceAll(' ', '_')}`).join(' '));
  const parts = (list ?? (SEPARATED.has(kind) ? filled.split(' | ') : [filled])).map((part) =>
    part.replace('{title}', title).replace('{standfirst}', standfirst),
  );
  const isTitle = /^(?:h1|div|in) \{title\}$/.test(`${kind} ${rest}`);
  return [{ kind, parts, ...about, roles: isTitle ? [...about.roles, 'title'] : about.roles }];
}

function pageOf(site: Site, article: SampleArticle, dump: DumpName, isHeldBack: boolean, at: number): SamplePage {
  const lead = site.about.get('lead') ?? '';
  const blocks = site.lines.flatMap((line) => blocksOf(line, article, lead));
  const shown = new Set(blocks.filter((block) => keeps(dump, block)).flatMap(({ roles }) => roles));
  const when = <Value>(role: string, value: Value | undefined): Value | undefined =>
    shown.has(role) ? value : undefined;
  const hasHashtags = blocks.some(({ roles, parts }) => roles.includes('tags') && parts[0]?.startsWith('#'));
  const order = site.about.get('order');
  const told: ExpectedPage = {
    title: when('title', article.title),
    published: when('time', site.about.get('published')),
    updated: when('upd', site.about.get('updated')),
    tags: when('tags', hasHashtags ? article.tags.map((tag) => tag.replaceAll(' ', '_')) : article.tags),
    section: when('sec', site.about.get('section')),
    series: when('series', site.about.get('series')),
    authors: when('by', site.about.get('authors')?.split('; ')),
    isDay: site.about.has('day'),
    paragraphs: article.paragraphs.map((text, index) => (index === 0 ? lead + text : text)),
  };
  return {
    name: `${site.name} / ${at + 1} / ${dump}`,
    site: site.name,
    isHeldBack,
    text: DUMPS[dump](blocks),
    zone: site.about.get('zone') ?? 'UTC',
    ...(order === 'dmy' || order === 'mdy' ? { order } : {}),
    language: site.about.get('language') ?? 'en',
    expected: told,
  };
}

const ROUND: readonly DumpName[] = [
  'resiliparse',
  'html2text',
  'lynx',
  'w3m',
  'trafilatura',
  'readability',
  'innerText',
];
const DUMPS_A_SITE = 3;
const HELD_BACK_IN = 3;

/** Every page of the corpus: each site as three extractors leave it, with the articles of its language in turn. */
export function samplePages(): readonly SamplePage[] {
  const sites = readdirSync(join(FIXTURES, 'sites')).sort().flatMap(readSites);
  return sites.flatMap((site, index) => {
    const articles = readArticles(site.about.get('language') ?? 'en');
    const only = site.about.get('only') === 'flat' ? (['flat', 'flat'] as const) : undefined;
    const dumps = only ?? Array.from({ length: DUMPS_A_SITE }, (_, turn) => ROUND[(index + 2 * turn) % ROUND.length]);
    return dumps.flatMap((dump, turn) => {
      const at = (index + turn) % articles.length;
      const article = articles[at];
      if (dump === undefined || article === undefined || (only !== undefined && turn >= articles.length)) return [];
      return [pageOf(site, article, dump, index % HELD_BACK_IN === 1, at)];
    });
  });
}
