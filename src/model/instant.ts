/** Whole milliseconds since 1970-01-01T00:00:00Z, UTC. Made only in `time/` and read back only from the store. */
export type Instant = number & { readonly brand: 'Instant' };
