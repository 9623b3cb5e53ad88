import type { Explanation } from './explanation.ts';

/** Where a zone came from, in words. */
const origins = {
  text: 'written in the text',
  configured: 'the configured zone',
  default: 'nothing is written or configured',
} as const;

/** A zone for people, and where it came from: `GMT, UTC+00:00: written in the text (RFC 5322 section 4.3)`. */
export function zoneInWords({ name, offsetMinutes, from, source }: NonNullable<Explanation['zone']>): string {
  const offset = offsetMinutes === undefined ? '' : `, UTC${offsetText(offsetMinutes)}`;
  return `${name}${offset}: ${origins[from]}${source === undefined ? '' : ` (${source})`}`;
}

function offsetText(minutes: number): string {
  const ahead = Math.round(Math.abs(minutes));
  const [hours, rest] = [Math.floor(ahead / 60), ahead % 60].map((number) => String(number).padStart(2, '0'));
  return `${minutes < 0 ? '-' : '+'}${hours}:${rest}`;
}
