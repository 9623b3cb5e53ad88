/** Deeper than the pages of people, and shallow enough for work that grows with the depth. */
const DEEPEST = 120;

const MARKUP =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|textarea|title)\b[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)([a-z][a-z0-9-]{0,30})[^<>]{0,4000}>/gi;

/** They nest in nothing, and nothing nests in them. */
const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/**
 * Takes out the tags of elements that are nested too deep, and leaves what they hold. Pages whose fonts and tables are
 * never closed stay readable so. Linear in the length of the text.
 */
export function flatten(html: string): string {
  const open: string[] = [];
  /** How many of each name are open, so that a closing tag of none is known at once. */
  const counts = new Map<string, number>();
  const count = (name: string): number => counts.get(name) ?? 0;
  let left = 0;
  return html.replace(MARKUP, (tag: string, raw?: string, slash?: string, given?: string) => {
    if (raw !== undefined || given === undefined || VOID.has(given.toLowerCase()) || tag.endsWith('/>')) return tag;
    const name = given.toLowerCase();
    if (slash === '') {
      if (open.length >= DEEPEST) {
        left += 1;
        return '';
      }
      open.push(name);
      counts.set(name, count(name) + 1);
      return tag;
    }
    if (left > 0) {
      left -= 1;
      return '';
    }
    if (count(name) === 0) return '';
    for (let last = open.pop(); last !== undefined; last = open.pop()) {
      counts.set(last, count(last) - 1);
      if (last === name) break;
    }
    return tag;
  });
}
