import { expect, test } from 'vitest';
import { readPageText } from '../../../src/content/page/page-text.ts';

const HEADLINE = 'Harbour bell rung by hand since the storm';
const TEXT = [
  'The keepers of Saltmere have rung the harbour bell by hand since the storm of 2019, and the council wants to know how long that can go on.',
  'The night ferry has not missed the quay once, the council said. Tides were high, and the fish market stayed shut until noon on most of the days.',
  'A new rope from Dunnock Point will arrive with the mail boat on Monday, together with the oil that the lamp needs for the winter.',
].join('\n\n');

const page = (above: readonly string[], below: readonly string[] = []): string =>
  [HEADLINE, '', ...above, '', TEXT, '', ...below].join('\n');

test.each<[string, string, readonly string[]]>([
  ['a name alone right below the headline', page(['Ann Lee']), ['Ann Lee']],
  ['not the first of a list of names', page(['Harbour Lights', 'Dunnock Point', 'Night Ferry']), []],
  ['a name beside the time in one line, also where bars are', page(['Ann Lee | 14 March 2024 | Harbour']), ['Ann Lee']],
  ['a name that ends with its initial', page(['Ana Luz Ruiz C.', '14 de marzo de 2024']), ['Ana Luz Ruiz C.']],
  [
    'the name beside the time of the article, not of others',
    page(['A goat swims home to the mole', '', 'Bo Finch', '21 minutes ago', '', 'Ann Lee', '14 March 2024, 08:00']),
    ['Ann Lee'],
  ],
  ['one word below a label', page(['By', 'Wenna', '14 March 2024']), ['Wenna']],
  ['a word of pages below a label is none', page(['By', 'About', '14 March 2024']), []],
  ['a line that is signed with one word', page(['by lampkeeper', '14 March 2024']), ['lampkeeper']],
  ['a label below the text', page([], ['Geschrieben von', 'Anna Lee']), ['Anna Lee']],
  [
    'below the headline of another article stands who wrote that',
    page([], ['A goat swims home to the mole at last', 'von Lichtwart']),
    [],
  ],
  ['the byline below the headline counts before those above it', `By Bo Finch\n\n${page(['By Ann Lee'])}`, ['Ann Lee']],
  ['a name that was put together twice', page(['Ann Lee Ann Lee', '14 March 2024']), ['Ann Lee']],
])('%s', (_name, text, names) => expect(readPageText(text).authors.map(({ name }) => name)).toEqual(names));
