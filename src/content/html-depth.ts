/** Browsers stop at 512; the time that a parser takes grows with the square of the depth. */
export const MAX_DEPTH = 500;

const TAG = /<(\/?)([a-z][a-z0-9-]{0,30})/gi;

/** Elements that never have contents, and those that the next of their kind closes. */
const FLAT: ReadonlySet<string> = new Set(
  `area base br col embed hr img input link meta param source track wbr
   p li dt dd td th tr thead tbody tfoot option optgroup rp rt`.split(/\s+/),
);

/** True for HTML with elements more than 500 deep, reckoned by the names of its tags alone: fast, and a little too high. */
export function isTooDeep(html: string): boolean {
  const open = new Map<string, number>();
  let depth = 0;
  for (const [, slash, given = ''] of html.matchAll(TAG)) {
    const name = given.toLowerCase();
    if (FLAT.has(name)) continue;
    const count = open.get(name) ?? 0;
    if (slash === '') open.set(name, count + 1);
    else if (count > 0) open.set(name, count - 1);
    else continue;
    depth += slash === '' ? 1 : -1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}
