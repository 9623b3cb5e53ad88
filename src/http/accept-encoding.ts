import { readWeighted } from './weighted-list.ts';

/** What `*` stands for: the coding that everybody can read. Who can read more knows its name. */
const WELL_KNOWN = 'gzip';

/**
 * Chooses a content coding by the Accept-Encoding field (RFC 9110 §12.5.3). `offered` is in our order of preference,
 * which settles equal qualities; identity comes last of equals. Undefined is identity, and so is a missing field: who
 * asks for nothing gets plain bytes, because several readers decode nothing.
 *
 * Who refuses plain bytes and names nothing that is offered gets gzip; who refuses that, too, gets plain bytes all the
 * same: a body that may be of use is better than 406.
 */
export function chooseCoding<Coding extends string>(
  field: string | undefined,
  offered: readonly Coding[],
): Coding | undefined {
  const wishes = new Map(
    readWeighted(field ?? '').map(({ name, quality }) => [name === 'x-gzip' ? 'gzip' : name, quality]),
  );
  const rest = wishes.get('*');
  const identity = wishes.get('identity') ?? Number.MIN_VALUE;
  const unnamed = rest ?? (identity === 0 ? Number.MIN_VALUE : 0);
  const qualityOf = (coding: Coding): number => wishes.get(coding) ?? (coding === WELL_KNOWN ? unnamed : 0);
  const best = offered.reduce<Coding | undefined>(
    (leader, coding) => (qualityOf(coding) > (leader === undefined ? 0 : qualityOf(leader)) ? coding : leader),
    undefined,
  );
  return best !== undefined && qualityOf(best) >= identity ? best : undefined;
}

/** Clients send a handful of fields; what is odd or comes after many others is read anew each time. */
const MAX_KNOWN = 500;
const MAX_KNOWN_LENGTH = 200;

/** `chooseCoding` that remembers what it has answered: reading a field takes as long as the rest of a 304. */
export function codingChooser<Coding extends string>(
  offered: readonly Coding[],
): (field: string | undefined) => Coding | undefined {
  const known = new Map<string, Coding | undefined>();
  return (field) => {
    if (field === undefined) return undefined;
    const found = known.get(field);
    if (found !== undefined || known.has(field)) return found;
    const coding = chooseCoding(field, offered);
    if (known.size < MAX_KNOWN && field.length <= MAX_KNOWN_LENGTH) known.set(field, coding);
    return coding;
  };
}
