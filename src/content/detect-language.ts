import { francAll } from 'franc';
import { likelyLanguages } from './common-words.ts';
import { weightOf } from './line-shape.ts';
import { remembered } from './remembered.ts';

/**
 * The languages that news is written in, as the package names them (ISO 639-3). Among all 187 that it knows a rare one
 * looks like a common one too often.
 */
const CANDIDATES =
  `afr als arb azj bel ben bos bul cat ces cmn dan deu ell eng est eus fas fin fra glg guj heb hin hrv hun hye ind isl ita
  jpn kan kat kaz khm kor lao lav lit mal mar mkd mya nld nob nno pan pes pol por ron rus sin slk slv som spa srp swe swh
  tam tel tgl tha tur ukr urd uzn vie zlm zul`.split(/\s+/);

/** A shorter text, a headline above all, says too little; in signs as `weightOf` counts them. */
const LEAST_WEIGHT = 150;
const LOOKED_AT = 600;
/** The second guess must be less likely than this, of the first. */
const CLOSE = 0.98;

/**
 * The language that a text is written in, as a code such as `pt`, when that is sure: long enough, and no other language
 * nearly as likely (Norwegian and Danish in a few sentences are not told apart). Undefined otherwise. The same on every
 * machine.
 */
export function detectLanguage(html: string): string | undefined {
  const text = proseOf(html);
  if (weightOf(text) < LEAST_WEIGHT) return undefined;
  const likely = likelyLanguages(text) ?? CANDIDATES;
  const name = likely.length > 1 ? nearest(text, likely) : likely[0];
  return name === undefined ? undefined : codeOf(name);
}

const codeOf = remembered((name) => Intl.getCanonicalLocales(name)[0]);

/** The one that is clearly nearest, by the frequency of its groups of three letters. */
function nearest(text: string, languages: readonly string[]): string | undefined {
  const [first, second] = francAll(text, { only: [...languages] });
  const isSure = first !== undefined && first[0] !== 'und' && (second === undefined || second[1] <= CLOSE);
  return isSure ? first[0] : undefined;
}

const ENOUGH_HTML = 20_000;

const NO_PROSE = /<[^>]*>|&#?\w+;|https?:\/\/\S+|\b[\w.]{1,64}@[\w.]+/g;

/** The beginning of the words between tags, code and addresses left out. Of a long text no more is read than is looked at. */
function proseOf(html: string): string {
  const whole = html.slice(0, ENOUGH_HTML).replace(/<(pre|code)\b[\s\S]*?<\/\1>/g, ' ');
  let [prose, end, enough] = ['', 0, 2 * LOOKED_AT];
  for (const found of whole.matchAll(NO_PROSE)) {
    prose += `${whole.slice(end, found.index)} `;
    end = found.index + found[0].length;
    if (prose.length < enough) continue;
    prose = tidy(prose);
    if (prose.length > LOOKED_AT) return prose.slice(0, LOOKED_AT);
    enough = prose.length + 2 * LOOKED_AT;
  }
  return tidy(`${prose}${whole.slice(end)}`)
    .trimEnd()
    .slice(0, LOOKED_AT);
}

const tidy = (text: string): string => text.replace(/ \s+|[^\S ]\s*/g, ' ').trimStart();
