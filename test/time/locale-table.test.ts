import { expect, test } from 'vitest';
import { latinLocales, localeRows, otherLocales } from './intl-words.ts';

const heading = `/**
 * Names of months and weekdays, and the words for morning and afternoon, as the Unicode locale data (CLDR) of Node's
 * \`Intl\` has them, folded: asking \`Intl\` for them takes a tenth of a second. One language a line; twelve months, seven
 * weekdays from Sunday, am, pm, each with its forms. A test holds it against \`Intl\`; \`npx vitest --update\` writes it anew.
 */`;

test('the table of words is what the locale data of this Node says', async () => {
  const tables = [
    `/** Languages in Latin letters. */\nexport const latinTable = \`\n${localeRows(latinLocales)}\n\`;\n`,
    `/** The others lend no word to a line without their letters. */\nexport const otherTable = \`\n${localeRows(otherLocales)}\n\`;\n`,
  ];
  await expect(`${heading}\n\n${tables.join('\n')}`).toMatchFileSnapshot('../../src/time/locale-table.ts');
});
