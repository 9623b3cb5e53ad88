/**
 * Plain forms of single characters. A page may write a stamp with any digits, dashes, spaces and invisible marks;
 * after this only one of each is left.
 */

const asciiOf = new Map<string, string>();

const special: readonly (readonly [characters: string, plain: string])[] = [
  ['\u2018\u2019\u201a\u201b\u02bc\u02b9\u2032\u0060\u00b4\u05f3', "'"],
  ['\u201c\u201d\u201e\u05f4', '"'],
  ['\u2236\ua789\ufe55\ufe13\u02d0\u0589', ':'],
  ['\u060c\u3001\uff64\ufe50\u066c', ','],
  ['\u2044\u2215\u29f8', '/'],
  ['\u3002\uff61\u066b\u06d4\u0964\u0970', '.'],
  ['\u2212\u2043\u02d7\u23af\u2500\uff0d', '-'],
  ['\u2800\u3164\uffa0\u115f\u1160', ' '],
  ['\u0130', 'I'],
  ['\u0131', 'i'],
  ['\u034f\u0307\u0640', ''],
];
for (const [characters, plain] of special) for (const character of characters) asciiOf.set(character, plain);

const isDigit = (code: number): boolean => /\p{Nd}/u.test(String.fromCharCode(code));

/** Decimal digits (Unicode category Nd) stand in runs of ten, zero first; two runs can touch. */
function digitOf(code: number): string {
  let zero = code;
  while (code - zero < 100 && isDigit(zero - 1)) zero -= 1;
  return String((code - zero) % 10);
}

/** The plain form of one character above ASCII; itself when it has none. Answers are remembered: there are few. */
export function plainCharacter(character: string): string {
  const remembered = asciiOf.get(character);
  if (remembered !== undefined) return remembered;
  const plain = plainFormOf(character);
  if (character.length === 1) asciiOf.set(character, plain);
  return plain;
}

function plainFormOf(character: string): string {
  const code = character.charCodeAt(0);
  if (character.length > 1 || /\p{Co}|\p{Cs}/u.test(character)) return ' ';
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (/\p{Nd}/u.test(character)) return digitOf(code);
  if (/\p{Cf}|\p{Variation_Selector}/u.test(character)) return '';
  if (/\s|\p{Zs}|\p{Cc}/u.test(character)) return ' ';
  if (/\p{Pd}/u.test(character)) return '-';
  return character;
}
