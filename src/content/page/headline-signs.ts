import { endsPlainly, endsSentence, weightOf } from '../line-shape.ts';
import { isPersonName } from './byline.ts';
import { hasDateline } from './dateline.ts';
import { isUsualSection } from './find-section.ts';
import { isDiscussion } from './furniture.ts';
import type { Candidate } from './headline-candidates.ts';
import type { KnownLine } from './known-lines.ts';
import { headsOthers } from './notices.ts';
import { isParagraph } from './page-facts.ts';
import { isTerse, tagsOfLine } from './tag-line.ts';

interface Sign {
  readonly weight: number;
  /** How much of the sign the candidate shows: mostly from 0 to 1. */
  readonly of: (one: Candidate) => number;
}

const NEAR = 3;
const FAR = 8;
const yes = (is: boolean | undefined): number => (is === true ? 1 : 0);

const below = ({ page, at }: Candidate, count: number): readonly KnownLine[] =>
  page.lines.slice(at + 1, at + 1 + count);
const above = ({ page, at }: Candidate, count: number): readonly KnownLine[] =>
  page.lines.slice(Math.max(0, at - count), at);
const isOf =
  (...kinds: readonly KnownLine['kind'][]) =>
  ({ kind }: KnownLine): boolean =>
    kinds.includes(kind);
const isLongName =
  ({ page }: Candidate) =>
  (line: KnownLine): boolean =>
    (line.kind === 'name' || line.kind === 'prose') && weightOf(line.text) >= 24 && !page.isShort(line);
const isShortLine =
  ({ page }: Candidate) =>
  (line: KnownLine): boolean =>
    line.kind === 'name' && page.isShort(line);

function isTagList(text: string): boolean {
  const tags = tagsOfLine(text);
  return tags !== undefined && isTerse(tags);
}

const linesToText = ({ page, at }: Candidate): number => (page.nextText[at + 1] ?? page.lines.length) - at;
const between = (one: Candidate): readonly KnownLine[] =>
  one.page.lines.slice(one.at + 1, Math.min(one.at + 31, one.page.nextText[one.at + 1] ?? 0));
const LEAST_HELD = 20;
const holds = (whole: string, part: string): boolean =>
  part.length >= LEAST_HELD && whole.length > part.length && whole.includes(part);
const around = ({ page, at }: Candidate): readonly string[] => page.keys.slice(Math.max(0, at - 60), at + 60);

/** The last line of a list whose other lines are short. */
const outgrowsList = (one: Candidate): boolean =>
  one.listLength >= 3 &&
  !one.isShort &&
  !one.line.isItem &&
  one.page.lines[one.at + 1]?.opensBlock !== false &&
  one.at >= NEAR &&
  above(one, NEAR).every((line) => line.kind === 'furniture' || (line.kind !== 'stamp' && one.page.isShort(line)));

/** A line with fewer is no headline. */
export const LEAST_SCORE = 2.5;

/** What speaks for a line as the headline of the page, and against it. Weights were fitted to pages and rounded. */
export const HEADLINE_SIGNS: Readonly<Record<string, Sign>> = {
  topHeading: { weight: 3, of: ({ line }) => yes(line.heading === 1) },
  secondHeading: { weight: -1.1, of: ({ line }) => yes(line.heading === 2) },
  lowHeading: { weight: 0.2, of: ({ line }) => yes((line.heading ?? 0) > 2) },
  wordsInText: { weight: 1.9, of: ({ found }) => Math.min(found, 6) / 6 },
  shareInText: { weight: 1.3, of: ({ share }) => share },
  shareInLead: { weight: 1.9, of: ({ shareOfLead }) => shareOfLead },
  strange: { weight: -0.3, of: ({ found }) => yes(found === 0) },
  repeated: { weight: -0.6, of: ({ key, isShort, page }) => yes(!isShort && (page.count.get(key) ?? 0) > 1) },
  shortRepeated: {
    weight: 0.1,
    of: ({ key, isShort, page }) => yes(isShort && (page.count.get(key) ?? 0) > 1),
  },
  repeatedNear: {
    weight: 0.7,
    of: ({ page, at, key }) => yes(page.keys.slice(Math.max(0, at - 30), at).includes(key)),
  },
  manyTimes: { weight: 0.4, of: ({ key, page }) => yes((page.count.get(key) ?? 0) > 4) },
  heldByOther: { weight: 1.4, of: (one) => yes(around(one).some((key) => holds(key, one.key))) },
  topHolds: {
    weight: 1.7,
    of: (one) => yes(one.at > 2 && one.page.keys.slice(0, 2).some((key) => key.length < 300 && holds(key, one.key))),
  },
  holdsOther: { weight: 0.4, of: (one) => yes(around(one).some((key) => holds(one.key, key))) },
  rightAboveText: { weight: 0.2, of: (one) => yes(linesToText(one) === 1) },
  nearText: { weight: -0.1, of: (one) => yes(linesToText(one) > 1 && linesToText(one) <= 4) },
  somewhatAbove: { weight: -0.3, of: (one) => yes(linesToText(one) > 4 && linesToText(one) <= 12) },
  farAbove: { weight: 0.7, of: (one) => yes(linesToText(one) > 25) },
  shortNamesBetween: {
    weight: -0.3,
    of: (one) => Math.min(9, between(one).filter(isShortLine(one)).length) / 3,
  },
  headsOthersBetween: { weight: -0.1, of: (one) => yes(between(one).some(({ text }) => headsOthers(text))) },
  stampBelow: { weight: 2.3, of: (one) => yes(below(one, NEAR).some(isOf('stamp'))) },
  stampFarBelow: { weight: 0.9, of: (one) => yes(below(one, FAR).slice(NEAR).some(isOf('stamp'))) },
  stampAbove: { weight: 0.2, of: (one) => yes(above(one, NEAR).some(isOf('stamp'))) },
  stampRightAbove: { weight: 1.1, of: (one) => yes(above(one, 1).some(isOf('stamp'))) },
  bylineBelow: { weight: 3.1, of: (one) => yes(below(one, NEAR).some(isOf('byline'))) },
  bylineAbove: { weight: -0.7, of: (one) => yes(above(one, 2).some(isOf('byline'))) },
  creditBelow: { weight: 0.5, of: (one) => yes(below(one, 2).some(isOf('credit'))) },
  creditRightBelow: { weight: 0.3, of: (one) => yes(below(one, 1).some(isOf('credit'))) },
  buttonsBelow: { weight: -0.5, of: (one) => yes(below(one, NEAR).some(isOf('furniture'))) },
  buttonForAddressAbove: { weight: -0.9, of: (one) => yes(above(one, 2).some(isOf('button'))) },
  shortNameRightAbove: {
    weight: 0.9,
    of: (one) => yes(above(one, 1).some(isShortLine(one))),
  },
  longLineAbove: { weight: -1, of: (one) => yes(above(one, 2).some(isLongName(one))) },
  paragraphAbove: { weight: -2.8, of: (one) => yes(above(one, 12).some(isParagraph)) },
  longLineBelow: {
    weight: 0.5,
    of: (one) => yes(below(one, 1).some((line) => isLongName(one)(line) && !isParagraph(line))),
  },
  inList: { weight: -2.1, of: ({ listLength }) => yes(listLength >= 3) },
  inLongList: { weight: 0.7, of: ({ listLength }) => yes(listLength >= 6) },
  isShort: { weight: -0.6, of: ({ isShort, line }) => yes(isShort && line.heading !== 1) },
  isVeryShort: { weight: 0.2, of: ({ text }) => yes(weightOf(text) < 12) },
  isTerse: { weight: -1.1, of: ({ text }) => yes(weightOf(text) < 24) },
  isOfGoodLength: { weight: 0.7, of: ({ text }) => yes(weightOf(text) >= 35 && weightOf(text) <= 110) },
  isLong: { weight: -2.1, of: ({ text }) => yes(weightOf(text) > 140) },
  isVeryLong: { weight: -0.8, of: ({ text }) => yes(weightOf(text) > 180) },
  isLinked: { weight: -1.7, of: ({ line }) => yes(line.isLinked) },
  isItem: { weight: -2.8, of: ({ line }) => yes(line.isItem) },
  isProse: { weight: -1.7, of: ({ line }) => yes(line.kind === 'prose') },
  endsPlainly: { weight: -1.4, of: ({ text }) => yes(endsPlainly(text)) },
  endsLively: { weight: 0.7, of: ({ text }) => yes(endsSentence(text) && !endsPlainly(text)) },
  endsWithColon: { weight: -1.2, of: ({ text }) => yes(/[:：]$/u.test(text)) },
  endsCut: { weight: -0.3, of: ({ text }) => yes(/(?:…|\.\.\.)$/u.test(text)) },
  beginsLow: { weight: -2.3, of: ({ text }) => yes(/^\p{Ll}/u.test(text)) },
  isCapitals: { weight: -1.5, of: ({ text }) => yes(/\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)) },
  isPath: { weight: -2.4, of: ({ text }) => yes(/ (?:>|»|›|→|\/|＞) |\|.*\|/u.test(text)) },
  isMachine: {
    weight: -1.5,
    of: ({ text }) => yes(/https?:|www\.|\(BUTTON\)|IFRAME|[[\]{}<>]|\.(?:jpe?g|png|gif)\b|(?<=\S)@\S/u.test(text)),
  },
  isTagList: { weight: -4.7, of: ({ text }) => yes(isTagList(text)) },
  isSectionName: { weight: -1.2, of: ({ text }) => yes(isUsualSection(text)) },
  buttonForAddressBelow: { weight: -2.4, of: (one) => yes(below(one, 2).some(isOf('button'))) },
  knownBelowButton: { weight: 1.4, of: (one) => yes(one.share >= 0.5 && above(one, 2).some(isOf('button'))) },
  knownAboveButton: {
    weight: 3.9,
    of: (one) => yes(one.share >= 0.5 && !one.isShort && below(one, 3).some(isOf('button'))),
  },
  isDateline: { weight: -0.3, of: ({ text }) => yes(hasDateline(text)) },
  isPlainParagraph: {
    weight: -4.4,
    of: ({ line }) => yes(line.kind === 'prose' && weightOf(line.text) >= 90 && endsPlainly(line.text)),
  },
  isPerson: { weight: -0.5, of: ({ text }) => yes(isPersonName(text)) },
  headsOthers: { weight: -0.3, of: ({ text }) => yes(headsOthers(text)) },
  isTeller: {
    weight: -0.6,
    of: ({ text }) => yes(/\b(?:you|your|sie|ihre?|vous|votre|usted|você|вы|ваш)\b/iu.test(text)),
  },
  standsAlone: {
    weight: 2.6,
    of: ({ line, page, at }) => yes(line.opensBlock && page.lines[at + 1]?.opensBlock !== false),
  },
  opensBlock: { weight: -0.7, of: ({ line }) => yes(line.opensBlock) },
  isFirst: { weight: 0.3, of: ({ at }) => yes(at === 0) },
  proseBefore: {
    weight: -2.5,
    of: ({ page, at }) =>
      Math.min(1500, Math.max(0, (page.proseAbove[at] ?? 0) - (page.proseAbove[page.first] ?? 0))) / 500,
  },
  isInText: { weight: 0.4, of: ({ page, at }) => yes(at > page.first) },
  textBelow: {
    weight: 0.4,
    of: ({ page, at }) =>
      Math.min(1500, (page.proseAbove[Math.min(page.lines.length - 1, at + 14)] ?? 0) - (page.proseAbove[at] ?? 0)) /
      500,
  },
  talkAbove: { weight: -1.9, of: (one) => yes(above(one, 20).some(({ text }) => isDiscussion(text))) },
  /** A dump without empty lines around a headline hangs it on the menu above. */
  outgrowsList: { weight: 2.6, of: (one) => yes(outgrowsList(one)) },
  isServerWarning: { weight: -3, of: ({ text }) => yes(/\.php\b/iu.test(text)) },
};
