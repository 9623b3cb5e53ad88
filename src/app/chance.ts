import { randomBytes } from 'node:crypto';

/** From 0 to below 1. With the next one the only place that takes anything by chance; everything else is handed it. */
export const random = (): number => Math.random();

/** A text that nobody can guess: 192 bits. */
export const secretText = (): string => randomBytes(24).toString('base64url');
