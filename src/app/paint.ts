import { styleText } from 'node:util';
import type { Paint } from './check-report.ts';

/** Colours on a terminal; elsewhere, and where `NO_COLOR` is set, none. */
export const paint: Paint = (look, text) =>
  text === '' ? text : styleText(look, text, { stream: process.stdout, validateStream: true });
