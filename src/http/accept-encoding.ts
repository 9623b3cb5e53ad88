/** A quality as RFC 9110 §12.4.2 writes it; anything else counts as 0, so that a malformed wish chooses nothing. */
function qualityOf(parameters: readonly string[]): number {
  const given = parameters
    .map((parameter) => /^\s*q\s*=\s*(.*?)\s*$/i.exec(parameter)?.[1])
    .find((q) => q !== undefined);
  if (given === undefined) return 1;
  return /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(given) ? Number(given) : 0;
}

/**
 * Chooses a content coding by the Accept-Encoding field (RFC 9110 §12.5.3). `offered` is in our order of preference,
 * which settles equal qualities; identity comes last of equals. Undefined is identity, and so is a missing field: who
 * asks for nothing gets plain bytes, because several readers decode nothing. When even identity is refused and nothing
 * offered fits, identity is sent all the same.
 */
export function chooseCoding<Coding extends string>(
  field: string | undefined,
  offered: readonly Coding[],
): Coding | undefined {
  if (field === undefined || field === '') return undefined;
  const wishes = new Map<string, number>();
  for (const part of field.split(',')) {
    const [name = '', ...parameters] = part.split(';');
    const coding = name.trim().toLowerCase();
    if (coding !== '') wishes.set(coding === 'x-gzip' ? 'gzip' : coding, qualityOf(parameters));
  }
  const rest = wishes.get('*');
  const identity = wishes.get('identity') ?? (rest === 0 ? 0 : Number.MIN_VALUE);
  let best: Coding | undefined;
  let bestQuality = identity;
  for (const coding of offered) {
    const quality = wishes.get(coding) ?? rest ?? 0;
    const wins = best === undefined ? quality >= bestQuality : quality > bestQuality;
    if (quality > 0 && wins) {
      best = coding;
      bestQuality = quality;
    }
  }
  return best;
}
