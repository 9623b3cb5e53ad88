import { wordCount } from '../line-shape.ts';
import { isPersonName } from './byline.ts';
import { isFurniture } from './furniture.ts';
import type { KnownLine } from './known-lines.ts';
import { isLooseStamp } from './loose-stamp.ts';
import { isTagLabel } from './tag-labels.ts';
import { isShortName } from './tag-line.ts';

const MAX_SECTION_WORDS = 4;
/** The names of an article stand near it; a page may have thousands of others. */
const MAX_CANDIDATES = 60;

/** Names that sections of papers have, by language. */
const USUAL: ReadonlySet<string> = new Set(
  `news|world|world news|uk|uk news|us|us news|u.s.|nation|national|local|local news|politics|business|economy|money|markets|finance
   |companies|tech|technology|science|health|environment|climate|climate crisis|education|culture|arts|books|film|music|tv|food|travel
   |style|lifestyle|life|fashion|sport|sports|football|opinion|comment|analysis|features|magazine|investigations|crime|law|society
   |asia|europe|africa|americas|middle east|china|india|india news|pakistan|australia|entertainment|weather|history|media|real estate
   |politik|wirtschaft|finanzen|panorama|ausland|inland|gesellschaft|kultur|feuilleton|wissen|wissenschaft|gesundheit|reise|lokales
   |regionales|meinung|netzwelt|digital|technik|sport|leben|welt|deutschland|international|france|monde|politique|économie|société
   |sciences|santé|planète|sports|idées|opinions|régions|faits divers|environnement|économie et social|internacional|mundo|españa
   |política|economía|sociedad|ciencia|salud|tecnología|cultura|deportes|opinión|sucesos|madrid|local|brasil|cotidiano|economia
   |mercado|poder|esporte|esportes|saúde|ciência|educação|ambiente|tecnologia|cronaca|cronache|esteri|interni|politica|scienze
   |salute|ambiente|spettacoli|sport|cultura|nieuws|binnenland|buitenland|economie|wetenschap|cultuur|koningshuis|regio|kraj|świat
   |polska|gospodarka|biznes|nauka|zdrowie|wiadomości|gündem|dünya|ekonomi|spor|kültür|sağlık|teknoloji|bilim|eğitim|политика
   |экономика|общество|россия|мир|в мире|происшествия|наука|культура|спорт|технологии|регионы|новости|украина|суспільство|світ
   |політика|економіка|спорт|наука|أخبار|سياسة|اقتصاد|رياضة|ثقافة|صحة|علوم|محليات|العالم|مجتمع|تكنولوجيا|منوعات|عربي ودولي|ایران
   |جهان|اقتصاد|ورزش|فرهنگ|هنر|دانش|جامعه|سیاست|时政|社会|国际|国内|财经|文化|体育|科技|教育|健康|娱乐|军事|政治|社会|経済|国際|地域
   |科学|科学・文化|スポーツ|文化|暮らし|정치|경제|사회|국제|문화|스포츠|전국|과학|देश|राज्य|दुनिया|खेल|मनोरंजन|राजनीति|शिक्षा|भारत`
    .split('|')
    .map((name) => name.trim()),
);

/** True for a name that sections of papers often have. */
export const isUsualSection = (name: string): boolean => USUAL.has(name.toLowerCase());

const LABEL =
  /^(?:posted in|filed under|category|categories|section|rubrik|ressort|rubrique|catégorie|sección|categoría|seção|categoria|sezione|rubriek|categorie|dział|kategoria|kategori|рубрика|раздел|категория|القسم|栏目|カテゴリ|分类)\s?[:：]\s?(\S.{0,60})$/iu;
const SEPARATOR = /\s*(?:>+|›|»|→|＞|\/|\||·|::)\s*/u;
const HOME =
  /^(?:home(?:page)?|start(?:seite)?|accueil|inicio|início|strona główna|anasayfa|главная|الرئيسية|首页|正文|トップ|記事|홈)$/iu;

/** What speaks for a name as that of the section. */
const WEIGHTS = {
  isLabelled: 9,
  isPath: 4,
  isUsual: 3,
  isAlsoInMenu: 2,
  isNextToHeadline: 2,
  isBesideArticle: 2,
  isBelowHeadline: 0.5,
  isInList: -6,
  isLinked: 1,
  isPerson: -3,
};
const LEAST_SCORE = 3.5;
const NEAR = 3;

interface Candidate {
  readonly text: string;
  readonly line: KnownLine;
  readonly score: number;
}

/**
 * The section: the name right above the button for the short address; else the best of the labels, paths (`News / Coast`)
 * and short names near the headline. Lists of short names are navigation, one that stands alone is the name of the site.
 */
export function findSection(
  head: readonly KnownLine[],
  tail: readonly KnownLine[],
  headline: KnownLine | undefined,
): { readonly text: string; readonly line: number; readonly source: KnownLine } | undefined {
  const button = head.findIndex(({ kind }) => kind === 'button');
  const above = head.slice(0, Math.max(0, button)).findLast(({ kind }) => kind === 'name');
  if (above !== undefined && wordCount(above.text) <= MAX_SECTION_WORDS)
    return found({ text: lastOfPath(above.text), line: above });
  const near = head.slice(-MAX_CANDIDATES);
  const top = near.findIndex(({ line }) => line === headline?.line);
  const menu = new Set(head.filter(({ isItem }) => isItem).map(({ text }) => text.toLowerCase()));
  const candidates = [
    ...near.flatMap((line, at) => candidateOf(near, at, line === near[top] ? -1 : top, menu, headline)),
    ...tail.slice(0, MAX_CANDIDATES).flatMap((line) => labelled(line)),
  ];
  const best = candidates.reduce<Candidate | undefined>(
    (most, one) => (one.score >= LEAST_SCORE && (most === undefined || one.score >= most.score) ? one : most),
    undefined,
  );
  return best === undefined ? undefined : found(best);
}

const found = ({ text, line }: { readonly text: string; readonly line: KnownLine }) => ({
  text,
  line: line.line,
  source: line,
});

function labelled(line: KnownLine): readonly Candidate[] {
  const name = LABEL.exec(line.text)?.[1]
    ?.split(/[,،、，]/u)[0]
    ?.trim();
  return name === undefined || wordCount(name) > MAX_SECTION_WORDS
    ? []
    : [{ text: name, line, score: WEIGHTS.isLabelled }];
}

function candidateOf(
  near: readonly KnownLine[],
  at: number,
  top: number,
  menu: ReadonlySet<string>,
  headline: KnownLine | undefined,
): readonly Candidate[] {
  const line = near[at];
  if (line === undefined || line.line === headline?.line) return [];
  const said = labelled(line);
  if (said.length > 0) return said;
  if (line.kind !== 'name' || line.heading === 1 || isTagLabel(line.text) || isLooseStamp(line)) return [];
  const path = lastNames(line.text, headline?.text);
  const text = path ?? line.text;
  if (!isShortName(text) || isFurniture(text) || /^@|:$/u.test(text)) return [];
  const isNear = top !== -1 && at < top && top - at <= NEAR;
  const score =
    (path === undefined ? 0 : WEIGHTS.isPath) +
    (USUAL.has(text.toLowerCase()) ? WEIGHTS.isUsual : 0) +
    (menu.has(text.toLowerCase()) && !line.isItem ? WEIGHTS.isAlsoInMenu : 0) +
    (isNear ? WEIGHTS.isNextToHeadline : top !== -1 && at > top ? WEIGHTS.isBelowHeadline : 0) +
    (path === undefined && blockOf(near, at).some(isOfArticle)
      ? WEIGHTS.isBesideArticle + WEIGHTS.isBesideArticle
      : 0) +
    (path === undefined && isInList(near, at, at === top - 1 ? isShort : isShortOrButton) ? WEIGHTS.isInList : 0) +
    (line.isLinked && !line.isItem ? WEIGHTS.isLinked : 0) +
    (top !== -1 &&
    at > top &&
    isBesideStamp(near, at) &&
    isPersonName(text) &&
    text.includes(' ') &&
    !USUAL.has(text.toLowerCase())
      ? WEIGHTS.isPerson
      : 0);
  return [{ text, line, score }];
}

const isShort = ({ kind, text }: KnownLine): boolean => kind === 'name' && isShortName(text);

const isShortOrButton = (line: KnownLine): boolean => isShort(line) || line.kind === 'furniture';

const isBesideStamp = (near: readonly KnownLine[], at: number): boolean =>
  near[at - 1]?.kind === 'stamp' || near[at + 1]?.kind === 'stamp';

const isOfArticle = (line: KnownLine): boolean =>
  ['stamp', 'series', 'byline', 'button'].includes(line.kind) || (line.kind === 'name' && !isShortName(line.text));

const LEAST_LIST = 3;

/** Short names among themselves are navigation. */
function isInList(near: readonly KnownLine[], at: number, isOfList: (line: KnownLine) => boolean): boolean {
  const isAlike = (index: number): boolean => {
    const line = near[index];
    return line !== undefined && isOfList(line) && line.isItem === near[at]?.isItem;
  };
  let [first, last] = [at, at];
  while (isAlike(first - 1) && near[first]?.opensBlock === false) first -= 1;
  while (isAlike(last + 1) && near[last + 1]?.opensBlock === false) last += 1;
  return last - first + 1 >= LEAST_LIST;
}

/** The lines around one line that no blank line divides from it. */
function blockOf(lines: readonly KnownLine[], at: number): readonly KnownLine[] {
  let [first, last] = [at, at];
  while (first > 0 && lines[first]?.opensBlock === false) first -= 1;
  while (lines[last + 1]?.opensBlock === false) last += 1;
  return lines.slice(first, last + 1);
}

/** The last name of a path that is neither the headline nor the way home; undefined for a line that is no path. */
function lastNames(text: string, headline: string | undefined): string | undefined {
  const parts = text
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length < 2) return undefined;
  const title = headline?.toLowerCase().slice(0, 30);
  return parts.findLast(
    (part) =>
      !HOME.test(part) &&
      (title === undefined || !part.toLowerCase().startsWith(title.slice(0, Math.max(12, part.length - 3)))),
  );
}

/** The last part of a path such as `News / Coast / Ferries`. */
const lastOfPath = (text: string): string => lastNames(text, undefined) ?? text;
