import { remembered } from '../remembered.ts';
import { timeOfLine } from './time-of-line.ts';

const MAX_LENGTH = 160;
const PREFIX =
  /^(?:(?:(?:by ?)?by|(?:written|posted|published|edited|compiled|created|submitted|filed|updated) by|article by|text by|words by|story by|reported by|reporting by|von|durch|text von|ein (?:beitrag|artikel|kommentar|bericht|interview) von|(?:veröffentlicht|erstellt|geschrieben|verfasst|gepostet) von|aus der feder von|par|(?:écrit|publié|rédigé) par|por|(?:escrito|publicado|redactado) por|texto de|di|(?:scritto|pubblicato) da|a cura di|door|(?:geschreven|geplaatst) door|av|af|skrevet av|skrevet af|tekst|yazan|autor|автор|авторы|автор текста|текст|بقلم|كتب|كتبت|投稿者)[:：]? |(?:author|authors|writer|writers|reporter|reported by|interview|words|text|story|von|by|autor|autorin|autor\/in|autor\(in\)|autoren|autora|autores|auteur|auteurs|autore|redaktor|yazar|автор|авторы|автор текста|текст|作者|记者|記者|本报记者|通讯员|編集者|編輯|编辑|责编|责任编辑|責任編輯|撰文|文|執筆|取材|投稿者|글|기자|الكاتب|بقلم)\s?[:：／/●=＝]\s?)/iu;

/** `ByAnn Lee`, as it was put together from two elements of a page. */
const GLUED = /^(?:By|Von|Par|Por|Di|Door)(?=\p{Lu}\p{Ll}+ \p{Lu}\p{Ll})/u;

/** What stands behind the names: a place, a role, a time. */
const AFTER =
  / ?[|·•]| \\?[–—~-](?: |$)|[/／@]|, ?$| (?:in|for|at|from|of|on|with|aus|für|mit|à|pour|avec|para|con|dans) |\(|\d| (?:am|on|le|el|il) (?=\d|$)| \p{L}+:| (?:[Tt]witter|[Ff]acebook|[Aa]ccount|[Ff]ollow|[Ll]ast|[Uu]pdated|[Pp]ublished|[Pp]osted|[Ii]llustration|[Ff]oto|[Pp]hoto)\p{L}*(?: |$)/u;
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

/** Without the stars of emphasis, and the brackets around the whole line. */
const unmarked = (line: string): string =>
  (line.includes('*') ? line.replace(/[*_]+/g, ' ').replace(/ +/g, ' ').trim() : line).replace(
    /^[[(［（【](.*)[\])］）】]$/u,
    '$1',
  );

/**
 * The names of a line that says who wrote the article: `By Ann Lee, Bo Finch and Cy Wren | Port Ellery`. Empty when it
 * does not say so, or names nobody.
 */
export function namesOfByline(line: string): readonly string[] {
  if (line.length > MAX_LENGTH) return [];
  const text = unmarked(line);
  const prefix = PREFIX.exec(text)?.[0] ?? GLUED.exec(text)?.[0];
  if (prefix === undefined) return [];
  const behind = text.slice(prefix.length);
  const names = (/\p{Nd}/u.test(behind) ? beforeDate(behind) : behind).split(AFTER)[0]?.trim() ?? '';
  const parts = withoutHouse(names)
    .split(BETWEEN)
    .map((part) => withoutRole(part.replace(/[.,:]$/u, '').trim()));
  const strangers = parts.findIndex((part, at) => !isPersonName(part) || (at > 0 && isAcronym(part, names)));
  const nick = strangers === 0 || names !== behind ? NICK.exec(behind)?.[0] : undefined;
  if (nick !== undefined && AUTHOR_LABEL.test(prefix)) return [nick];
  return strangers === -1 ? parts : parts.slice(0, strangers);
}

/** Behind this label anything is a name, also one in lower case or with a number. */
const AUTHOR_LABEL = /^(?:author|autor|autorin|auteur|autore|auteurs|автор|yazar|作者|投稿者)\s?[:：]/iu;
const NICK = /^[\p{L}\d][\p{L}\d_.-]{2,24}(?=$| ?[|·•,(/])/u;

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
  / (?=(?:by|von|par|por|di|door|av|af) )|(?<=^|[\s\p{Nd}：:/])(?=(?:author|autor|autorin|auteur|автор|作者|记者|記者|责任编辑) ?[:：])|(?<=\p{Ll})(?=(?:Edited|Written|Posted|Reported|Published) by )/iu;

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
  const later = at === -1 ? [] : namesOfByline(text.slice(at).trimStart());
  return later.length === 0 ? { names: [], rest: text } : { names: later, rest: text.slice(0, at).trimEnd() };
}
