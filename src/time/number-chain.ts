import type { Atom, Atoms } from './date-atoms.ts';
import type { Lexeme } from './lex.ts';

/** What follows the dot of a file's name. */
const fileEndings = new Set(
  'jpg jpeg png gif webp svg pdf html htm txt md doc docx xls xlsx zip mp3 mp4 csv json xml log php asp aspx tar gz bz2 xz deb rpm exe dmg apk iso'.split(
    ' ',
  ),
);

/** Behind these a colon changes nothing: `Tel: 22.08.2018`. */
const namedByColon = new Set(['tel', 'telephone', 'phone', 'fax', 'mobile', 'version', 'ver', 'ip']);

export const isAllNumbers = (atoms: readonly Atom[]): boolean => atoms.every((atom) => atom.kind === 'number');

/** True when a numeric date is only a part of a longer chain (`12.10.20.30`), a version, a path or an amount. */
export function isChain(lexemes: readonly Lexeme[], from: number, found: Atoms): boolean {
  const { atoms, gaps, to } = found;
  if (!isAllNumbers(atoms) || atoms.some((atom) => atom.kind === 'number' && atom.role !== undefined)) return false;
  const before = lexemes[from - 1];
  const first = lexemes[from];
  const next = lexemes[to];
  const isGlued = before?.kind === 'mark' && !first?.spaced && '/.-_+#$€£¥'.includes(before.text);
  if (
    isGlued &&
    ((lexemes[from - 2]?.kind === 'number' && lexemes[from - 3]?.text !== ':') || before.text !== '-') &&
    !isSpacedDash(before)
  )
    return true;
  if (before?.entry?.numbered === true || (before?.text === '.' && lexemes[from - 2]?.entry?.numbered === true))
    return true;
  if (before?.text === ':' && namedByColon.has(lexemes[from - 2]?.text ?? '')) return true;
  // `020 22 08 2018` is a telephone's number.
  if (
    gaps[0] === '' &&
    before?.kind === 'number' &&
    !(lexemes[from - 2]?.text === ':' && lexemes[from - 3]?.kind === 'number')
  )
    return true;
  if (isSlug(lexemes, from, found) || isMeasure(next, atoms)) return true;
  if (
    before?.kind === 'word' &&
    !first?.spaced &&
    (/^[a-z]$/.test(before.text) || (before.entry === undefined && before.text.length <= 2))
  )
    return true;
  if (
    next?.kind === 'mark' &&
    !next.spaced &&
    ('%€$£¥'.includes(next.text) || (next.text === '_' && !isClockStart(lexemes, to + 1)))
  )
    return true;
  const after = lexemes[to + 1];
  const continues =
    next?.kind === 'mark' && !next.spaced && '/.-_'.includes(next.text) && after !== undefined && !after.spaced;
  if (!continues) return false;
  if (after.kind === 'word')
    return (
      '/_'.includes(next.text) ||
      fileEndings.has(after.text) ||
      (next.text === '-' && (/^[a-z]$/.test(after.text) || (after.text.length <= 2 && after.entry === undefined)))
    );
  return after.kind === 'number' && !isClockStart(lexemes, to + 1) && !isRangeDate(lexemes, to);
}

/** `2021-04-20-tides`, `tides-2021-04-20`, `?date=2021-04-20`: part of an address. */
function isSlug(lexemes: readonly Lexeme[], from: number, { gaps, to }: Atoms): boolean {
  const [before, mark] = [lexemes[from - 2], lexemes[from - 1]];
  if (mark?.text === '=' && '?&'.includes(lexemes[from - 3]?.text ?? ' ')) return true;
  if (gaps[0] !== '-') return false;
  const isJoined = (one: Lexeme | undefined): boolean => one?.text === '-' && !one.spaced;
  const [dash, after] = [lexemes[to], lexemes[to + 1]];
  return (
    (isJoined(dash) && after?.spaced === false && isPlainWord(after)) ||
    (isJoined(mark) && lexemes[from]?.spaced === false && isPlainWord(before))
  );
}

/** A word that says nothing about a stamp. */
const isPlainWord = (lexeme: Lexeme | undefined): boolean =>
  lexeme?.kind === 'word' &&
  (lexeme.entry === undefined || lexeme.entry.counted === true || lexeme.entry.numbered === true);

/** `20-04-2021 mm`, `51.30.26 N`. */
function isMeasure(next: Lexeme | undefined, atoms: readonly Atom[]): boolean {
  if (next?.kind !== 'word') return false;
  const isShort = atoms.every((atom) => atom.kind === 'number' && atom.digits <= 2);
  return measures.has(next.text) || (isShort && next.isUpper && /^[cfnsew]$/.test(next.text));
}
const measures = new Set('mm cm km kg mg ml kb mb gb tb mhz ghz inch inches'.split(' '));

const isSpacedDash = (mark: Lexeme): boolean => mark.text === '-' && mark.spaced;
const isClockStart = (lexemes: readonly Lexeme[], index: number): boolean =>
  lexemes[index + 1]?.text === ':' || lexemes[index + 1]?.entry?.unit === 'hour';

/** `2021-04-20/2021-04-22`: the second date of an ISO interval. */
const isRangeDate = (lexemes: readonly Lexeme[], slash: number): boolean =>
  lexemes[slash]?.text === '/' && lexemes[slash + 1]?.text.length === 4 && lexemes[slash + 2]?.text === '-';
