import { endsPlainly, endsSentence, weightOf } from '../line-shape.ts';
import { isPersonName } from './byline.ts';
import { hasDateline } from './dateline.ts';
import type { KnownLine } from './known-lines.ts';
import { headsOthers } from './notices.ts';
import { isParagraph } from './page-facts.ts';
import type { Start } from './start-candidates.ts';

interface StartSign {
  readonly weight: number;
  readonly of: (one: Start) => number;
}

const yes = (is: boolean | undefined): number => (is === true ? 1 : 0);
const above = ({ page, from, at }: Start): readonly KnownLine[] => page.lines.slice(from, at);
const below = ({ page, at }: Start, count: number): readonly KnownLine[] => page.lines.slice(at + 1, at + 1 + count);
const isOf =
  (...kinds: readonly KnownLine['kind'][]) =>
  ({ kind }: KnownLine): boolean =>
    kinds.includes(kind);
const isOfHead = isOf('stamp', 'byline');
/** What stands between this line and the next paragraph. */
const gapBelow = ({ page, at }: Start): readonly KnownLine[] =>
  page.lines.slice(at + 1, Math.min(at + 40, page.nextText[at + 1] ?? 0));
const weightBelow = ({ page, at }: Start, lines: number): number =>
  (page.proseAbove[Math.min(page.lines.length - 1, at + lines)] ?? 0) - (page.proseAbove[at] ?? 0);

const PICTURED =
  /\b(?:pictured|file photo|in this (?:photo|picture|image)|seen (?:here|in|on|at|during)|stock image|screenshot|photographed|poses?|takes? part|looks? on|gestures?|arrives? (?:at|for|in)|attends?|speaks? (?:at|during|to)|symbolbild|archivbild|zu sehen|au premier plan|en la imagen|en una imagen|na foto|nella foto|op de foto|на фото|фото)\b|\((?:l|r|left|right|centre|center|c|links|rechts|izq|der)\.?\)|, (?:left|right|center|centre|links|rechts),/i;

/** What speaks for a line as the first of the text, and against it. Weights were fitted to pages and rounded. */
export const START_SIGNS: Readonly<Record<string, StartSign>> = {
  isProse: { weight: -0.6, of: ({ line }) => yes(line.kind === 'prose') },
  isSentence: { weight: 0.8, of: ({ line }) => yes(line.kind !== 'prose' && endsSentence(line.text)) },
  endsPlainly: { weight: 1.7, of: ({ line }) => yes(endsPlainly(line.text)) },
  endsLively: { weight: 0.2, of: ({ line }) => yes(endsSentence(line.text) && !endsPlainly(line.text)) },
  endsWithColon: { weight: -0.2, of: ({ line }) => yes(/[:：]$/u.test(line.text)) },
  isTiny: { weight: -0.3, of: ({ line }) => yes(weightOf(line.text) < 24) },
  isShort: { weight: -0.5, of: ({ line }) => yes(weightOf(line.text) < 60) },
  isLong: { weight: -0.2, of: ({ line }) => yes(weightOf(line.text) >= 220) },
  isVeryLong: { weight: 0.9, of: ({ line }) => yes(weightOf(line.text) >= 350) },
  isShortName: { weight: -0.8, of: ({ line, page }) => yes(line.kind === 'name' && page.isShort(line)) },
  isPerson: { weight: -0.5, of: ({ line }) => yes(isPersonName(line.text)) },
  isHeading: { weight: -0.2, of: ({ line }) => yes(line.heading !== undefined) },
  isPlainName: {
    weight: 0.3,
    of: ({ line }) => yes(line.kind === 'name' && !endsSentence(line.text) && !/[:：]$/u.test(line.text)),
  },
  isItem: { weight: -0.3, of: ({ line }) => yes(line.isItem) },
  isCredit: { weight: -0.3, of: ({ line }) => yes(line.kind === 'credit') },
  isPictured: { weight: -1, of: ({ line }) => yes(PICTURED.test(line.text)) },
  isDateline: { weight: 3, of: ({ line }) => yes(hasDateline(line.text)) },
  datelineBelow: { weight: -1, of: (one) => yes(below(one, 8).some(({ text }) => hasDateline(text))) },
  isMachine: { weight: 0.4, of: ({ line }) => yes(/https?:|www\.|[[\]{}]|(?<=\S)@\S/u.test(line.text)) },
  beginsLow: { weight: -0.5, of: ({ line }) => yes(/^[\p{Ll}]/u.test(line.text)) },
  beginsWithSign: { weight: 0.3, of: ({ line }) => yes(/^[^\p{L}\p{N}"'“‘„«»「『(¿¡[]/u.test(line.text)) },
  isAgain: { weight: -1.4, of: ({ page, at }) => yes((page.count.get(page.keys[at] ?? '') ?? 0) > 1) },
  isHeld: {
    weight: -0.7,
    of: ({ page, at }) => {
      const key = page.keys[at] ?? '';
      return yes(
        key.length >= 20 && page.keys.slice(at + 1, at + 40).some((other) => other !== key && other.includes(key)),
      );
    },
  },
  rightBelow: { weight: -0.6, of: ({ at, from }) => yes(at === from) },
  linesAbove: { weight: -0.2, of: ({ at, from }) => Math.log2(1 + Math.min(60, at - from)) },
  proseAbove: { weight: -0.3, of: (one) => Math.min(4, above(one).filter(isOf('prose')).length) },
  paragraphsAbove: { weight: -0.1, of: (one) => Math.min(4, above(one).filter(isParagraph).length) },
  weightAbove: {
    weight: -1.3,
    of: ({ page, from, at }) => Math.min(1500, (page.proseAbove[at] ?? 0) - (page.proseAbove[from] ?? 0)) / 300,
  },
  textRunsInto: { weight: -0.6, of: ({ page, at, from }) => yes(at > from && isParagraph(page.lines[at - 1])) },
  proseRightAbove: { weight: -1, of: ({ page, at, from }) => yes(at > from && page.lines[at - 1]?.kind === 'prose') },
  headAbove: { weight: 0.9, of: (one) => yes(above(one).some(isOfHead)) },
  headRightAbove: { weight: 0.6, of: (one) => yes(above(one).slice(-2).some(isOfHead)) },
  headBelow: { weight: -0.2, of: (one) => yes(below(one, 6).some(isOfHead)) },
  headSoonBelow: { weight: -1.1, of: (one) => yes(below(one, 2).some(isOfHead)) },
  headInGap: { weight: -0.1, of: (one) => yes(gapBelow(one).some(isOfHead)) },
  creditAbove: { weight: 1.4, of: (one) => yes(above(one).slice(-2).some(isOf('credit'))) },
  creditBelow: { weight: 0.6, of: (one) => yes(below(one, 1).some(isOf('credit'))) },
  creditSoonBelow: { weight: -0.7, of: (one) => yes(below(one, 4).some(isOf('credit'))) },
  buttonsBelow: { weight: -0.5, of: (one) => yes(gapBelow(one).some(isOf('furniture'))) },
  buttonsRightAbove: { weight: 0.7, of: (one) => yes(above(one).slice(-1).some(isOf('furniture'))) },
  shortNameBelow: {
    weight: -1.4,
    of: (one) => yes(below(one, 1).some((line) => line.kind === 'name' && one.page.isShort(line))),
  },
  isParagraphAboveShortName: {
    weight: 0.8,
    of: (one) =>
      yes(isParagraph(one.line) && below(one, 1).some((line) => line.kind === 'name' && one.page.isShort(line))),
  },
  personBelow: {
    weight: -0.2,
    of: (one) => yes(below(one, 2).some(({ kind, text }) => kind === 'name' && isPersonName(text))),
  },
  paragraphBelow: { weight: 0.2, of: (one) => yes(below(one, 1).some(isParagraph)) },
  proseBelow: { weight: 0.2, of: (one) => yes(below(one, 1).some(isOf('prose'))) },
  gap: { weight: -0.1, of: (one) => Math.log2(1 + gapBelow(one).length) },
  namesInGap: { weight: -0.5, of: (one) => Math.min(10, gapBelow(one).filter(isOf('name')).length) / 5 },
  othersBelow: { weight: 0.4, of: (one) => yes(gapBelow(one).some(({ text }) => headsOthers(text))) },
  othersRightAbove: {
    weight: 0.2,
    of: (one) =>
      yes(
        above(one)
          .slice(-3)
          .some(({ text }) => headsOthers(text)),
      ),
  },
  textSoonBelow: { weight: 0.8, of: (one) => Math.min(800, weightBelow(one, 3)) / 400 },
  opensBlock: { weight: 1, of: ({ line }) => yes(line.opensBlock) },
  closesBlock: { weight: 1.9, of: ({ page, at }) => yes(page.lines[at + 1]?.opensBlock) },
  isRoughStart: { weight: 0.8, of: ({ page, at }) => yes(at === page.first) },
  isAboveRough: { weight: 0.3, of: ({ page, at }) => yes(at < page.first) },
  shareOfText: { weight: 0.4, of: ({ share }) => share },
  shareOfTitle: { weight: 2.4, of: ({ shareOfTitle }) => shareOfTitle },
};
