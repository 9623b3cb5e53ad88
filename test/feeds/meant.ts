/**
 * What a reader should see of a text, said a second time and in another way than `src/feeds/clean.ts` does it: sign by
 * sign, after XML 1.0 §2.2 and the list of noncharacters in the Unicode Standard §23.7.
 */

function isNoSign(code: number): boolean {
  if (code === 0x09 || code === 0x0a) return false;
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return true;
  return (code >= 0xfdd0 && code <= 0xfdef) || (code & 0xfffe) === 0xfffe;
}

const LINE_ENDS = new Set([0x0b, 0x0c, 0x0d, 0x85]);

export function meantText(text: string): string {
  let meant = '';
  let wasReturn = false;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    const endsReturn = wasReturn && code === 0x0a;
    wasReturn = code === 0x0d;
    if (endsReturn) continue;
    if (LINE_ENDS.has(code)) meant += '\n';
    else if (code >= 0xd800 && code <= 0xdfff) meant += '\ufffd';
    else if (!isNoSign(code)) meant += sign;
  }
  return meant;
}

/** A title, a name, a label: on one line. */
export const meantLine = (text: string): string =>
  meantText(text)
    .split(/[\t\n ]/)
    .filter((word) => word !== '')
    .join(' ')
    .trim();
