import type { Timestamp } from './answer.ts';
import { toInstant } from './instant.ts';

/** Milliseconds in one count of a Unix time, by its number of digits: seconds, milliseconds, micro- and nanoseconds. */
const unitOfDigits: ReadonlyMap<number, { readonly name: string; readonly cut: number; readonly scale: number }> =
  new Map([
    [10, { name: 'seconds', cut: 0, scale: 1000 }],
    [13, { name: 'milliseconds', cut: 0, scale: 1 }],
    [16, { name: 'microseconds', cut: 3, scale: 1 }],
    [19, { name: 'nanoseconds', cut: 6, scale: 1 }],
  ]);

/** Digits alone, `@` of the program `date`, and `/Date(…)/` of Microsoft's JSON, whose offset moves nothing. */
const forms = /^\s*(?:@?(\d{10}|\d{13}|\d{16}|\d{19})|\\?\/Date\((\d{13})(?:[+-]\d{4})?\)\\?\/)\s*$/;

/**
 * Reads a Unix time that is the whole line: 10, 13, 16 or 19 digits, or one of the forms around them. Parts of a
 * millisecond are left out.
 */
export function readEpoch(line: string): Timestamp | undefined {
  const code = line.charCodeAt(0);
  if (line.length > 32 || !((code >= 47 && code <= 57) || code === 32 || code === 64 || code === 92)) return undefined;
  const [, alone, inJson] = forms.exec(line) ?? [];
  const digits = alone ?? inJson;
  const unit = unitOfDigits.get(digits?.length ?? 0);
  if (digits === undefined || unit === undefined) return undefined;
  const instant = toInstant(Number(digits.slice(0, digits.length - unit.cut)) * unit.scale);
  if (instant === undefined) return undefined;
  const zone = { name: 'UTC', offsetMinutes: 0, from: 'text' as const };
  const tokens = [{ kind: 'epoch', text: digits }];
  const explanation = {
    text: line,
    tokens,
    rule: `Unix time in ${unit.name}`,
    zone,
    certainty: 'exact' as const,
    warnings: [],
  };
  return { kind: 'instant', instant, explanation };
}
