/** One member of a list with weights: `gzip;q=0.8`. */
export interface Weighted {
  /** In lower case, without parameters. */
  readonly name: string;
  /** From 0, a refusal, to 1. */
  readonly quality: number;
}

/** RFC 9110 §12.4.2; anything else counts as 0, so that a malformed wish chooses nothing. */
const QUALITY = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;

/** Reads the list of an Accept or Accept-Encoding field (RFC 9110 §12.4.2, §5.6.1). An empty member has an empty name. */
export function readWeighted(field: string): readonly Weighted[] {
  return field.split(',').map((member) => {
    const [name = '', ...parameters] = member.split(';').map((part) => part.trim().toLowerCase());
    const weight = parameters.map((parameter) => /^q\s*=\s*(.*)$/.exec(parameter)?.[1]).find((q) => q !== undefined);
    const quality = weight === undefined ? 1 : QUALITY.test(weight) ? Number(weight) : 0;
    return { name, quality };
  });
}
