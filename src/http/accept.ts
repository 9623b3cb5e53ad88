import { readWeighted, type Weighted } from './weighted-list.ts';

/** The quality of a media type by the range that fits it most closely (RFC 9110 §12.5.1); undefined when none fits. */
function qualityOf(type: string, wishes: readonly Weighted[]): number | undefined {
  const ranges = [type, type.replace(/\/.*$/, '/*'), '*/*'];
  return ranges.map((range) => wishes.find(({ name }) => name === range)?.quality).find((found) => found !== undefined);
}

/**
 * Whether an error is to be told as a page, by the Accept field: browsers want HTML more than anything, and feed readers
 * that name it at all want it less. Who likes both alike gets problem details.
 */
export function prefersHtml(field: string | undefined): boolean {
  const wishes = readWeighted(field ?? '');
  const json = Math.max(
    ...['application/problem+json', 'application/json'].map((type) => qualityOf(type, wishes) ?? 0),
  );
  return (qualityOf('text/html', wishes) ?? 0) > json;
}
