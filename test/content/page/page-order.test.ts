import { describe, expect, test } from 'vitest';
import { knownLines } from '../../../src/content/page/known-lines.ts';
import { orderOfPage } from '../../../src/content/page/page-order.ts';
import { toInstant } from '../../../src/time/instant.ts';

const SPANISH = `<p>${'El farero de Thrum ha subido los doscientos escalones por última vez, después de cuarenta años de servicio en la torre del puerto. '.repeat(3)}</p>`;

function orderOf(stamp: string, lines: readonly string[] = [], html = '', modified?: string) {
  const stamps = [{ text: stamp, line: 1, role: 'published' as const }];
  const modifiedAt = modified === undefined ? undefined : toInstant(Date.parse(modified));
  return orderOfPage({ stamps, html }, knownLines([stamp, ...lines].join('\n\n')), modifiedAt);
}

describe('what 03/04/2021 means is settled by the page', () => {
  test.each<[string, 'dmy' | 'mdy' | undefined, ReturnType<typeof orderOf>]>([
    ['nothing settles it', undefined, orderOf('03/04/2021')],
    ['a comment with a day above 12', 'dmy', orderOf('03/04/2021', ['Ann Lee, 14/04/2021'])],
    ['a related article with a day above 12', 'mdy', orderOf('03/04/2021', ['Ferry Sails Again 04/14/2021'])],
    ['two shapes', undefined, orderOf('03/04/2021', ['14/04/2021', '04/14/2021'])],
    ['a zone of America', 'mdy', orderOf('03/04/2021 08:00 AM EDT')],
    ['a zone of Europe', 'dmy', orderOf('03/04/2021 08:00 CEST')],
    ['Greenwich is everywhere', undefined, orderOf('03/04/2021 08:00 GMT')],
    ['the same day in words', 'mdy', orderOf('03/04/2021', ['Thursday, March 4, 2021'])],
    ['another day in words', undefined, orderOf('03/04/2021', ['May 9, 2021'])],
    ['the page was saved before it', 'mdy', orderOf('03/04/2021', [], '', '2021-03-05T09:00:00Z')],
    ['the page was saved after both', undefined, orderOf('03/04/2021', [], '', '2022-03-05T09:00:00Z')],
    ['Spanish', 'dmy', orderOf('03/04/2021 22:46', [], SPANISH)],
    ['Spanish, by a program made in America', undefined, orderOf('03/04/2021 10:46 PM', [], SPANISH)],
    ['no such stamp', undefined, orderOf('14 April 2021', ['14/04/2021'])],
  ])('%s', (_name, order, found) => expect(found).toBe(order));
});
