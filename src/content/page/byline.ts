import { remembered } from '../remembered.ts';
import { timeOfLine } from './time-of-line.ts';

const MAX_LENGTH = 160;
const PREFIX =
  /^(?:(?:(?:by ?)?by|(?:written|posted|published|edited|compiled|created|submitted|filed|updated) by|article by|text by|words by|story by|reported by|reporting by|von|durch|text von|ein (?:beitrag|artikel|kommentar|bericht|interview) von|(?:veröffentlicht|erstellt|geschrieben|verfasst|gepostet) von|aus der feder von|par|(?:écrit|publié|rédigé) par|por|(?:escrito|publicado|redactado) por|texto de|di|(?:scritto|pubblicato) da|a cura di|door|(?:geschreven|geplaatst) door|av|af|skrevet av|skrevet af|tekst|yazan|autor|автор|авторы|автор текста|текст|بقلم|كتب|كتبت|投稿者)[:：]? |(?:author|authors|writer|writers|reporter|reported by|interview|words|text|story|von|by|autor|autorin|autor\/in|autor\(in\)|autoren|autora|autores|auteur|auteurs|autore|redaktor|yazar|автор|авторы|автор текста|текст|作者|记者|記者|編集者|編輯|编辑|责编|撰文|文|執筆|取材|投稿者|글|기자|الكاتب|بقلم)\s?[:：／/●=＝]\s?)/iu;

/** `ByAnn Lee`, as it was put together from two elements of a page. */
const GLUED = /^(?:By|Von|Par|Por|Di|Door)(?=\p{Lu}\p{Ll}+ \p{Lu}\p{Ll})/u;

/** What stands behind the names: a place, a role, a time. */
const AFTER =
  / ?[|·•]| [–—~-](?: |$)|[/@]|, ?$| (?:in|for|at|from|of|on|aus|für|à|pour|para|dans) |\(|\d| (?:am|on|le|el|il) (?=\d|$)| \p{L}+:/u;
const BETWEEN = / ?[,،、，;&] ?(?:and )?| (?:and|und|et|y|e|i|и|og|och|en|و) /u;
const PARTICLE = /^(?:de|da|di|del|della|des|der|den|du|dos|das|el|la|le|van|von|vom|zu|ter|ten|bin|ibn|ben|al|y|e)$/u;
const NAME_WORD = /^['’]?(?:\p{Lu}|\p{Lo}|al-|el-|d['’]|o['’])[\p{L}\p{M}.'’-]*$/u;
const MAX_NAME_WORDS = 5;
/** A firm or an office is no person. */
const OFFICE =
  /\b(?:news|newsroom|courier|times|post|press|agency|herald|gazette|staff|reporters?|editors?|correspondents?|desk|writers?|team|service)\b/i;

/** True for what reads as the name of a person: words with capitals, in scripts that have them, and small particles. */
export const isPersonName = remembered((text) => {
  const words = text.split(' ', MAX_NAME_WORDS + 1);
  if (words.length > MAX_NAME_WORDS || PARTICLE.test(words[0] ?? '') || OFFICE.test(text)) return false;
  return words.every((word) => PARTICLE.test(word) || NAME_WORD.test(word));
});

/**
 * The names of a line that says who wrote the article: `By Ann Lee, Bo Finch and Cy Wren | Port Ellery`. Empty when it
 * does not say so, or names nobody.
 */
export function namesOfByline(line: string): readonly string[] {
  if (line.length > MAX_LENGTH) return [];
  const text = line.includes('*') ? line.replace(/[*_]+/g, ' ').replace(/ +/g, ' ').trim() : line;
  const prefix = PREFIX.exec(text)?.[0] ?? GLUED.exec(text)?.[0];
  if (prefix === undefined) return [];
  const behind = text.slice(prefix.length);
  const names = (/\p{Nd}/u.test(behind) ? beforeDate(behind) : behind).split(AFTER)[0]?.trim() ?? '';
  const parts = withoutHouse(names)
    .split(BETWEEN)
    .map((part) => withoutRole(part.replace(/[.,:]$/u, '').trim()));
  const strangers = parts.findIndex((part, at) => !isPersonName(part) || (at > 0 && isAcronym(part, names)));
  return strangers === -1 ? parts : parts.slice(0, strangers);
}

/** What stands in front of a date whose month or weekday looks like a name: `Ann Lee Jan 12, 2016`. */
function beforeDate(text: string): string {
  const { tokens } = timeOfLine(text).explanation;
  const date = tokens.findIndex(({ kind }) => kind === 'date' || kind === 'part');
  const at = date > 0 && tokens[date - 1]?.kind === 'weekday' ? date - 1 : date;
  const end = at <= 0 ? -1 : text.indexOf(tokens[at]?.text ?? '');
  return end <= 0 ? text : text.slice(0, end);
}

const MAX_OFFICE_WORDS = 5;
const AGENCY = /\b(?:reuters|afp|dpa|efe|ansa|ap|upi|pti|ians|xinhua|tass|апн|тасс|риа новости)\b/iu;

/** Who signs a byline that names no person: `By Courier staff`, `Von: det/dpa`; undefined for any other line. */
export function officeOfByline(text: string): string | undefined {
  const prefix = text.length > MAX_LENGTH ? undefined : PREFIX.exec(text)?.[0];
  if (prefix === undefined || !/\S[:：]? ?$/u.test(prefix)) return undefined;
  const behind = text.slice(prefix.length);
  const office =
    beforeDate(behind)
      .split(/ ?[|·•,(]| [–—~-] /u)[0]
      ?.trim() ?? '';
  const isShort = office.split(' ').length <= MAX_OFFICE_WORDS && !/[.!?]$/u.test(office);
  return isShort && (OFFICE.test(office) || AGENCY.test(office)) ? office : undefined;
}

const HOUSE_BEHIND = /(?<= (?:and|und|et|y|e|i|и|og|och|en|та|&) [^,&]{3,40}), (?!(?:and|und|et|y) )[^,]*$/u;

/** Behind the last of several names a comma parts them from their house: `By Ann Lee and Bo Finch, Channel Nine`. */
const withoutHouse = (names: string): string => names.replace(HOUSE_BEHIND, '');

const isAcronym = (part: string, names: string): boolean => /^\p{Lu}{2,6}$/u.test(part) && /\p{Ll}/u.test(names);

const ROLE_BEHIND =
  /(?<=^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,2}) (?:(?:\p{Lu}\p{L}+ ){0,2}?(?:correspondent|editor|reporter|writer|columnist|producer|staff)s?)\b.*$/iu;

const withoutRole = (name: string): string => name.replace(ROLE_BEHIND, '');

const LATER =
  / (?=(?:by|von|par|por|di|door|av|af) )| (?=(?:author|autor|autorin|auteur|автор|作者|记者|記者) ?[:：])/iu;

export interface DividedByline {
  readonly names: readonly string[];
  readonly rest: string;
}

/** Divides `By Ann Lee | 20 April 2021` and `20 April 2021 by Ann Lee` into the names and what stands beside them. */
export function divideByline(text: string): DividedByline {
  const names = namesOfByline(text);
  const last = names.at(-1);
  if (last !== undefined) {
    return { names, rest: text.slice(text.indexOf(last) + last.length).replace(/^[\s|,·•–—-]+/u, '') };
  }
  const at = text.length > MAX_LENGTH ? -1 : text.search(LATER);
  const later = at === -1 ? [] : namesOfByline(text.slice(at + 1));
  return later.length === 0 ? { names: [], rest: text } : { names: later, rest: text.slice(0, at) };
}
