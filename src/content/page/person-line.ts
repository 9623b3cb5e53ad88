import { isPersonName } from './byline.ts';
import { timeOfLine } from './time-of-line.ts';

const MAX_LENGTH = 120;
const MAX_NAMES = 6;
const MOST_WORDS = 4;
/** Words of buttons, sections and days, which begin with capitals, too. */
const NO_NAME =
  /\b(?:about|zum|zur|click|here|logging|recent|party|course|compartir|nota|guide|en|das|der|die|ein|eine|il|los|les|finance|mail|echo|courier|gazette|herald|tribune|chronicle|review|journal|observer|standard|telegraph|guardian|independent|stone|date|start|course|soon|call|the|this|our|your|my|no|new|all|more|keine?r?|alle|mehr|kommentare?|comments?|shar(?:e|ing)|photos?|fotos?|images?|videos?|menu|search|news|uhr|min|read|reading|blog|home|page|story|stories|topics?|updated?|published|posted|google|facebook|twitter|instagram|youtube|whatsapp|linkedin|inc|ltd|llc|gmbh|university|magazine|politics|sports?|business|opinion|world|lifestyle|entertainment|health|science|culture|technology|artikel|beitrag|and|until|after|with|für|mit|und|subscribe|newsletter|sign|log|follow|advertisement|continue|press|times|post|daily|today|video|january|february|march|april|june|july|august|september|october|november|december)\b/iu;

/** True for a first name and a family name, none of them a word of pages. */
const isFullName = (text: string): boolean =>
  /^\p{Lu}[\p{L}'’.-]+ (?:\p{Ll}{2,3} ){0,2}\p{Lu}/u.test(text) &&
  text.split(' ').length <= MOST_WORDS &&
  isPersonName(text) &&
  !NO_NAME.test(text) &&
  !DAYS.test(text);

/** True for a word of buttons, sections and days. */
export const isWordOfPages = (text: string): boolean => NO_NAME.test(text) || DAYS.test(text);

const DAYS =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day|^(?:last|first|mon|tue|wed|thu|fri|sat|sun)\b|^(?:четвер|понеділок|вівторок|середа|субота|неділя)|^п[’']ятниця|^(?:lun|mar|mié|jue|vie|sáb|dom)\b/iu;

/** What a journalist is, behind a name. */
const ROLE =
  /^(?<name>\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,2}?),? (?:(?:\p{L}+ ){0,3}?(?:[Ee]ditor|[Cc]orrespondent|[Rr]eporter|[Ww]riter|[Cc]olumnist|[Pp]roducer|[Jj]ournalist|[Cc]ontributor|[Rr]edakteur(?:in)?|[Kk]orrespondent(?:in)?)\b.*|in \p{Lu}.*)$/u;
/** An address or a handle stands only behind the name of somebody who writes; so does an agency. */
const HANDLE =
  /(?: ?[|,·•(/])? ?@ ?[\w.]{2,30}\)?$|(?: ?[|,·•(/] ?| )[\w.+-]{1,40}@[\w-]{1,30}\.[\w.]{2,20}\)?$|\/\p{Lu}[\p{Lu}-]{1,6}$/u;

export interface Persons {
  readonly names: readonly string[];
  /** The line says what they do, or how they are reached. */
  readonly isSure: boolean;
}

/**
 * The people of a line that holds nothing but their names, with a role, a handle or an address behind them:
 * `Ann Lee and Bo Finch`, `Ann Lee @annlee`, `Ann Lee Senior Editor`. No names for any other line.
 */
export function personsOf(line: string): Persons {
  const none: Persons = { names: [], isSure: false };
  if (line.length > MAX_LENGTH) return none;
  const text = line
    .replace(/^[([［【](.*)[)\]］】]$/u, '$1')
    .replace(HANDLE, '')
    .replace(/[/|,:]$/u, '')
    .trim();
  const hasHandle = HANDLE.test(line);
  const behindRole = ROLE_BEFORE.exec(text)?.groups?.name;
  if (behindRole !== undefined && isFullName(behindRole)) return { names: [behindRole], isSure: true };
  const role = ROLE.exec(text)?.groups?.name;
  if (role !== undefined && isFullName(role)) return { names: [role], isSure: true };
  const behindHouse = JAPANESE.exec(line)?.groups?.name;
  if (behindHouse !== undefined) return { names: [behindHouse], isSure: true };
  const names = text.split(/,? (?:and|und|et|y|e|og|och|en|и|та|&) |, /u);
  if (names.length > MAX_NAMES || !names.every(isFullName)) return none;
  return { names, isSure: hasHandle };
}

/** The same before a name: `Senior Correspondent Ann Lee`. */
const ROLE_BEFORE =
  /^(?:\p{Lu}[\p{L}&-]* ){0,3}?[\p{L}-]*(?:[Ee]ditor|[Cc]orrespondent|[Rr]eporter|[Ww]riter|[Cc]olumnist|[Jj]ournalist|[Rr]edakteur(?:in)?|[Kk]orrespondent(?:in)?|[Ee]xpert(?:e|in)|[Kk]olumnist(?:in)?|[Pp]eriodista|[Jj]ournaliste|[Rr]edactora?) (?<name>\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,2})$/u;

/** Names of Japanese papers stand in brackets with their house: `［山田花子，夕刊］`. */
const JAPANESE = /^[[［【](?<name>\p{Script=Han}{3,5})[，,、].{1,20}[\]］】]$/u;

/** `Ann Lee is a staff writer at the Courier.` */
const LIFE_WITH_VERB =
  /^(?<name>\p{Lu}[\p{L}'’.-]+ (?:\p{L}[\p{L}'’.-]* )?\p{Lu}[\p{L}'’-]+)(?: \([^()]{1,20}\))? (?:(?:writes|reports|blogs) |covers |schreibt |berichtet |écrit |escribe |scrive )(?!that\b|in (?:his|her|their) )/u;
/** A name that heads a box, and the first name with which the box begins: `Ann Lee Ann keeps the lamp.` */
const NAMED_TWICE = /^(?<name>(?<first>\p{Lu}\p{Ll}[\p{L}'’-]+) \p{Lu}[\p{L}'’-]+) \k<first> \p{Ll}/u;
const LIFE =
  /^(?<name>\p{Lu}[\p{L}'’.-]+ (?:\p{L}[\p{L}'’.-]* )?\p{Lu}[\p{L}'’-]+)(?: \([^()]{1,20}\))? (?:is|was|has been|ist|est|es|é|è) (?:(?:an?|the|our|ein|eine|un|une|una|um|uma|seit \S+)\b).{0,90}?\b(?:writer|reporter|editor|journalist|correspondent|columnist|contributor|author|producer|blogger|redakteur|redakteurin|[Jj]ournalistin|[Rr]edakteurin|[Rr]edakteur|[Aa]utorin|[Aa]utor|journaliste|periodista|jornalista|giornalista)/u;

/** The author whom a sentence about them names; undefined for any other line. */
export const personOfLife = (text: string): string | undefined => {
  const start = text.slice(0, 240);
  const name = (LIFE.exec(start) ?? LIFE_WITH_VERB.exec(start) ?? NAMED_TWICE.exec(start))?.groups?.name;
  return name !== undefined && isFullName(name) ? name : undefined;
};

const BETWEEN = /\s*[|•·~*/]\s*| \\?[–—-] |\s*\\?[–—]\s*/u;

/**
 * The people beside the time of a line: `Ann Lee | 20 April 2021`, `Will Lee/May 18, 2024`, `11.12.2024 - Ann Lee`. What a
 * comma divides from the time is a place as often, and a name in Chinese signs may be anything: they must be known.
 */
export function personsBesideTime(text: string, isKnown: (name: string) => boolean): readonly string[] {
  if (text.length > MAX_LENGTH * 2) return [];
  const { tokens } = timeOfLine(text).explanation;
  const isOfTime = ({ kind }: { readonly kind: string }): boolean => !['noise', 'zone', 'part'].includes(kind);
  const date = tokens.findIndex(({ kind }) => kind === 'date' || kind === 'relative');
  if (date === -1) return [];
  const first = tokens.findIndex(({ kind, text: word }, at) => isOfTime({ kind }) && (at >= date || word.length > 3));
  const last = tokens.findLastIndex(({ kind }) => kind === 'date' || kind === 'clock' || kind === 'zone');
  const before = text.slice(0, Math.max(0, text.indexOf(tokens[first]?.text ?? '')));
  const end = text.lastIndexOf(tokens[last]?.text ?? '') + (tokens[last]?.text.length ?? 0);
  for (const side of [before, text.slice(end)]) {
    for (const part of side.split(BETWEEN)) {
      const bare = part.replace(/^[\s,.:_]+|[\s:_]+$/gu, '');
      const { names } = personsOf(bare);
      const isDoubtful = /,\s*$|^\s*,/u.test(part);
      if (names.length > 0 && (!isDoubtful || isKnown(names[0] ?? ''))) return names;
      if (OF_THE_HOUSE.test(bare) || (HAN_NAME.test(bare) && isKnown(bare))) return [bare];
    }
  }
  return [];
}

const HAN_NAME = /^\p{Script=Han}{3,4}$/u;
const OF_THE_HOUSE =
  /^(?:redaktion|admin|editor|newsroom|newsdesk|redacción|redação|redazione|la rédaction|редакция)$/iu;

const NICK =
  /(?:^| )(?:by|von|par|por|di|door|av|af|durch) (?!(?:the|an?|der|die|das|den|dem|la|le|el|les|los|uns|ein|our|my)\b)(?<nick>\p{L}[\p{L}\d_.-]{2,30})(?=$|,? (?:on|am|le|el|in|um|at|à|·|—|–|-|~)(?: |$)| ?[|,•]| \d)/iu;

/** Who signs with one word beside the time: `Posted on 20 April 2021 by lampkeeper`. */
export const nickBesideTime = (text: string): string | undefined =>
  text.length > MAX_LENGTH ? undefined : NICK.exec(text)?.groups?.nick;

/** The same in a line of its own: `by lampkeeper`. */
export const nickAlone = (text: string): string | undefined => NICK_ALONE.exec(text)?.groups?.nick;

const NICK_ALONE =
  /^(?:(?:written |posted |published )?by|(?:geschrieben |veröffentlicht |erstellt )?vo[nm]|(?:écrit |publié )?par|(?:escrito |publicado )?por|door)[: ] ?(?<nick>@?[\p{L}\d][\p{L}\d_.-]{2,24})$/iu;
