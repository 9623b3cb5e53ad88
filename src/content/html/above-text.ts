import { endsSentence, weightOf } from '../line-shape.ts';
import { namesOfByline } from '../page/byline.ts';
import { isCredit, isNotice } from '../page/notices.ts';
import { stampLineOf } from '../page/stamp-line.ts';
import { elementsIn, type PageElement, textOf } from './dom.ts';
import type { LeadBlock } from './lead-blocks.ts';
import { folded } from './titles.ts';

/** What is known of an article when the start of its text is looked for. */
export interface KnownOfStart {
  /** All headlines that the page gives it. */
  readonly titles: readonly string[];
  readonly authors: readonly string[];
  readonly siteNames: readonly string[];
  /** How the metadata describes the article. */
  readonly summary?: string | undefined;
}

type Above = 'title' | 'byline' | 'label' | 'notice' | 'key points' | undefined;

/** What stands above the text of an article and is not of it is never this long. */
const MAX_LENGTH = 200;
/** With what an author's name shares its line: a role, an outlet, a place. */
const MAX_BESIDE_NAME = 50;

/** A caption says at its end whose the picture is. */
const CREDIT_AT_END =
  /[(（[](?:[^()（）[\]]{0,30} )?(?:image|photo|picture|illustration|foto|bild|credit|source|crédit|crédito|fonte|fuente|quelle|via|фото)s?(?: (?:credit|courtesy|by|via))?\s?[:：][^()（）[\]]{0,120}[)）\]]\.?$/iu;
/** `12/03/2021 - Published by: … - Category: …` */
const ABOUT_POST =
  /(?:posted|published|filed|publicado|veröffentlicht|publié|pubblicato)\s?(?:by|in|under|por|von|par|da|on|em|am|le)?\b.*(?:\bcategor|kategorie|rubrik|\btags?\b)/iu;
const READING_TIME =
  /^(?:(?:reading time|read time|time to read|tempo de leitura|lesezeit|lesedauer|temps de lecture|tiempo de lectura|tempo di lettura|leestijd|czas czytania|время чтения|阅读时间|読了時間)\b.{0,30}|\d{1,3}\s*(?:-\s*\d{1,3}\s*)?(?:min(?:ute)?s?|минут\p{L}*|分)\.?(?: (?:read|lesezeit|lesedauer|de lecture|de lectura|de leitura))?)$/iu;
const BUTTON =
  /^(?:text ?size|font ?size|print(?: (?:page|article))?|share(?: (?:this|on|via).{0,40})?|save|e-?mail|listen(?: (?:to|now).{0,40})?|play(?: (?:audio|video))?|copy link|follow(?: us)?|comments?|\d+ comments?|skip to .{0,30}|join the (?:conversation|discussion)|whatsapp|facebook|twitter|pinterest|telegram|back to .{0,20}|advertisement|ad|anzeige|publicidad|publicité|реклама|a+\+?|(?:artikel )?(?:teilen|drucken|anhören|vorlesen)|partager|écouter.{0,30}|compartir|escuchar.{0,30}|condividi|ascolta.{0,30}|поделиться|слушать.{0,30}|分享|シェア|공유)$/iu;
const ADDRESS = /^(?:doi:? ?)?(?:https?:\/\/|www\.)\S+$/i;
const CRUMBS = /^(?:home|start(?:seite)?|top|accueil|inicio|início|главная|ホーム|首页|홈)\s*[>＞›»/].{1,150}$/iu;
const LABELS =
  /^(?:(?:brief |executive )?summary|abstract|review|opinion|analysis|exclusive|breaking|news|full story|story|article|zusammenfassung|resumen|résumé|riassunto|resumo|аннотация|摘要)[:：]?$/iu;
const KEY_POINTS =
  /^(?:(?:story |news |key )?(?:highlights?|takeaways?)|key (?:points|facts|findings)|at a glance|in (?:brief|short)|the essentials|(?:what|things) (?:you need )?to know|das wichtigste(?: in kürze)?|auf einen blick|(?:darum|das) gehts?|l['’]essentiel|en bref|points clés|puntos clave|lo más importante|en breve|in breve|punti chiave|em resumo|pontos-chave|in het kort|w skrócie|главное|коротко|要点|ポイント|핵심)[:：]?$/iu;
/** What the law asks of those who earn from links. */
const DISCLOSURE =
  /affiliate (?:links?|commission|partner)|(?:earn|receive|get|paid) (?:us )?an? (?:small |affiliate )?commission|supported by (?:its|our) (?:audience|readers)|contains (?:affiliate|sponsored) links|affiliate-?links?|provisions-?links?|liens? affiliés?|enlaces de afiliad|links? de afiliad/i;
const LETTER = /\b(?:sign up|subscribe|newsletter|inscrivez|abonn|suscr[ií]b|assine|iscriviti|подпи[сш]|anmelden)/i;
const MAX_LETTER = 240;
const FOLLOW =
  /\b(?:follow|like|join|folgen sie|suivez|síg[au]e)\b.{0,60}(?:@\w+|facebook|twitter|instagram|telegram|whatsapp)/i;
const MAX_KICKER = 60;
const MAX_SHORT_PARAGRAPH = 20;

/** What a block above a text is; undefined when it is of the text itself. */
export function aboveText(block: LeadBlock, known: KnownOfStart): Above {
  const { lines, element } = block;
  const whole = lines.join(' ');
  if (whole.length > MAX_LENGTH * 2) return undefined;
  const titles = new Set(known.titles.map(folded));
  if (lines.every((line) => isTitle(line, titles) || isOutlet(line, known))) return 'title';
  if (lines.every((line) => isByline(line, known)) || isStamp(whole)) return 'byline';
  if (isListOfAuthors(whole, known) || (whole.length <= MAX_LENGTH && ABOUT_POST.test(whole))) return 'byline';
  if (lines.every((line) => READING_TIME.test(line) || BUTTON.test(line) || ADDRESS.test(line) || CRUMBS.test(line)))
    return 'label';
  if (KEY_POINTS.test(whole)) return 'key points';
  if (LABELS.test(whole)) return 'label';
  if (DISCLOSURE.test(whole) && whole.length <= MAX_LENGTH * 2) return 'notice';
  if (whole.length <= MAX_LETTER && (LETTER.test(whole) || FOLLOW.test(whole)) && isNoticeOfPage(whole))
    return 'notice';
  if (lines.every(isCreditLine) || (element !== undefined && isListOfLinks(element))) return 'label';
  return element !== undefined && lines.every((line) => isLabel(element.localName, line)) ? 'label' : undefined;
}

const isNoticeOfPage = (text: string): boolean => isNotice(text) || /(?:newsletter|sign up|subscribe)/i.test(text);

const MIN_PART = 12;

const isTitle = (line: string, titles: ReadonlySet<string>): boolean => {
  const words = folded(line);
  if (words === '' || titles.has(words)) return true;
  // With its section or number before it, or as far as it goes in a list.
  return (
    words.length >= MIN_PART && [...titles].some((title) => title.includes(words) && title.length < words.length * 2)
  );
};

/** `CNN —`: who tells it. */
const isOutlet = (line: string, { siteNames }: KnownOfStart): boolean =>
  line.length <= MAX_KICKER && siteNames.some((name) => folded(name) === folded(line));

/** True for a line that says by whom or when, whatever is known of the article. */
export const isStampOrByline = (text: string): boolean => isStamp(text) || namesOfByline(text).length > 0;

const isStamp = (text: string): boolean => stampLineOf(text)?.hasDay === true;

function isByline(line: string, { authors }: KnownOfStart): boolean {
  if (line.length > MAX_LENGTH) return false;
  const words = folded(line);
  if (words === '' || isStampOrByline(line)) return true;
  const parts = line.split(/\s+[|•·]\s+/u);
  if (parts.length > 1 && parts.every((part) => isByline(part, { titles: [], siteNames: [], authors }))) return true;
  return authors.some((name) => {
    const [own, said] = [folded(name), words.replace(/^(?:by|von|par|por|di)(?=.)/, '')];
    const isBeside = said.startsWith(own) && said.length <= own.length + MAX_BESIDE_NAME && !endsSentence(line);
    return own !== '' && (said === own || (isBeside && own.length > 5));
  });
}

const LEAST_OF_LIST = 0.4;

/** A line that is made of the names of the authors, with roles and houses between. */
function isListOfAuthors(text: string, { authors }: KnownOfStart): boolean {
  const named = authors.filter((name) => name.includes(' ') && text.includes(name));
  const length = named.reduce((sum, name) => sum + name.length, 0);
  return named.length > 1 && length >= text.length * LEAST_OF_LIST && !endsSentence(text);
}

/** Crumbs, and the sections that an article stands in. */
const isListOfLinks = (element: PageElement): boolean =>
  /^[uo]l$/.test(element.localName) &&
  folded(textOf(element)) ===
    folded(
      elementsIn(element, ({ localName }) => localName === 'a')
        .map(textOf)
        .join(''),
    );

const SHORT_CREDIT =
  /(?:getty|shutterstock|\bap\b photo|photo(?:graph)?s?\b|image|credit|reuters\/|©|\(c\)|foto|фото|写真|사진|courtesy|istock|unsplash|illustration|bild(?:quelle)?|crédit|crédito|caption)/iu;
const MAX_CREDIT = 140;
export const isCreditLine = (line: string): boolean =>
  isCredit(line) ||
  (line.length <= MAX_LENGTH * 1.5 && CREDIT_AT_END.test(line)) ||
  (line.length <= MAX_CREDIT && !endsSentence(line) && SHORT_CREDIT.test(line));

/** The name of a section, a button: short, no sentence, no heading of the text. */
function isLabel(name: string, line: string): boolean {
  if (/^(?:h[1-6]|li|ul|ol|dl|blockquote|pre|table)$/.test(name)) return false;
  if (endsSentence(line) || /[:：,;，、\p{Extended_Pictographic}]\ufe0f?$|[!?。！？] /u.test(line)) return false;
  if (name !== 'p') return weightOf(line) <= MAX_KICKER;
  return weightOf(line) <= MAX_SHORT_PARAGRAPH && line.split(' ').length <= 2;
}
