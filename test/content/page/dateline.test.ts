import { expect, test } from 'vitest';
import { hasDateline } from '../../../src/content/page/dateline.ts';

test.each([
  'PORT ELLERY (CN) — The ferry sails again.',
  'PORT ELLERY, Upper Coast (CN) - The ferry sails again.',
  'Port Ellery, April 20 — The ferry sails again.',
  'Брэквотер (КН) — Паром снова ходит.',
])('%s begins with a place', (text) => expect(hasDateline(text)).toBe(true));

test.each([
  'The ferry sails again (since Monday) - and nobody knows why.',
  'Ann Lee has answered the letters of the ships.',
  'a ferry — at last.',
])('%s does not', (text) => expect(hasDateline(text)).toBe(false));
