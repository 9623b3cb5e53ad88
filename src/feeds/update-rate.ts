const MINUTE = 60;

/** The periods of the syndication module of RSS 1.0 that a feed may be asked for in, shortest first, in seconds. */
const PERIODS = [
  ['hourly', 3_600],
  ['daily', 86_400],
] as const;

/** How often a feed may be asked for, as RSS can say it; each part only where it says exactly what `max-age` says. */
export interface UpdateRate {
  /** For `ttl`; undefined where it is no whole number of minutes. */
  readonly ttlMinutes: number | undefined;
  /** For `sy:updatePeriod` and `sy:updateFrequency`; undefined where it is no whole part of an hour or a day. */
  readonly syndication: { readonly period: string; readonly frequency: number } | undefined;
}

/**
 * Writes the seconds for which a reader need not ask again in the words of RSS. Readers that take the longest of all
 * three (Miniflux) and readers that know only one of them then wait equally long.
 */
export function updateRate(maxAgeSeconds: number): UpdateRate {
  const period = PERIODS.find(([, seconds]) => maxAgeSeconds > 0 && seconds % maxAgeSeconds === 0);
  return {
    ttlMinutes: maxAgeSeconds % MINUTE === 0 ? maxAgeSeconds / MINUTE : undefined,
    syndication: period && { period: period[0], frequency: period[1] / maxAgeSeconds },
  };
}
