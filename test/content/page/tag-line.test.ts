import { describe, expect, test } from 'vitest';
import {
  gluedTags,
  hashtagsOfLine,
  isShortName,
  isTerse,
  labelledTags,
  tagsInTheMiddle,
  tagsOfLine,
} from '../../../src/content/page/tag-line.ts';

describe('a line of tags is told by its parts', () => {
  test.each<[string, string, readonly string[] | undefined]>([
    ['short parts', 'ferries, night crossing, Port Ellery', ['ferries', 'night crossing', 'Port Ellery']],
    ['two parts', 'ferries, tides', ['ferries', 'tides']],
    ['no blanks after the commas', 'ferries,tides,bees', ['ferries', 'tides', 'bees']],
    ['a comma at the end', 'ferries, tides,', ['ferries', 'tides']],
    ['parts of nothing', 'ferries, , tides', ['ferries', 'tides']],
    ['signs that mean something', 'C++, C#, R&D, .NET', ['C++', 'C#', 'R&D', '.NET']],
    ['hyphens and full stops inside', 'Jean-Paul, St. Ives, U.N. talks', ['Jean-Paul', 'St. Ives', 'U.N. talks']],
    ['an apostrophe inside', "keeper's log, Dunnock Point", ["keeper's log", 'Dunnock Point']],
    [
      'long names',
      'Community Radio of Saltmere, Harbour Lights Festival',
      ['Community Radio of Saltmere', 'Harbour Lights Festival'],
    ],
    ['Cyrillic', 'приливы, ночной паром', ['приливы', 'ночной паром']],
    ['Arabic commas', 'المد، العبارة الليلية، المنارة', ['المد', 'العبارة الليلية', 'المنارة']],
    ['ideographic commas', '図書館、朗読、灯台', ['図書館', '朗読', '灯台']],
    ['full-width commas', '潮汐，渡船，灯塔', ['潮汐', '渡船', '灯塔']],
    ['scripts side by side', '図書館, libraries, приливы', ['図書館', 'libraries', 'приливы']],
    ['one part', 'ferries', undefined],
    ['one part and a comma', 'ferries,', undefined],
    ['a part of six words', 'Thrum, the ferry that waits for tides', undefined],
    ['a colon', 'Lost, Found: a Year in the Cupboard', undefined],
    ['a question', 'Ferries, or tides?', undefined],
    ['a full stop at the end', 'Ferries, tides, bees.', undefined],
    ['a quotation', '"Ferries", tides', undefined],
    ['single quotation marks', "Keepers 'torn between lamp and horn', again", undefined],
    [
      'a sentence with many commas',
      'Bread, tides, ferries, bells and a horn were heard that night, said the keeper of the lamp.',
      undefined,
    ],
    ['a paragraph in Chinese', '夜里的渡船在岬角外面等待潮水转向，因为造船的人不喜欢匆忙，所以总是最后出发', undefined],
    ['parts without letters', '-, -, -', undefined],
    ['more parts than any article has', 'a, '.repeat(300), undefined],
  ])('%s', (_name, text, tags) => expect(tagsOfLine(text)).toEqual(tags));

  test.each<[string, readonly string[], boolean]>([
    ['single words', ['ferries', 'tides'], true],
    ['names of people', ['Ilse Quayle', 'Wenna Castle-Ruiz'], true],
    ['five words in one of three', ['a', 'b', 'the night ferry to Thrum'], true],
    ['long names', ['Community Radio of Saltmere', 'Harbour Lights Festival'], false],
    ['parts of a headline', ['Slipway', 'Swept and Scrubbed', 'Awaits Its Cork Pawns'], false],
    ['Japanese words', ['図書館', '朗読会'], true],
    ['parts of a Japanese headline', ['港の灯まつり', '今年のちょうちん'], false],
  ])('%s are terse or not', (_name, parts, answer) => expect(isTerse(parts)).toBe(answer));
});

describe('a label says that tags follow', () => {
  test.each<[string, string, readonly string[] | undefined]>([
    ['Tags', 'Tags: ferries, tides', ['ferries', 'tides']],
    ['Tag', 'Tag: ferries', ['ferries']],
    ['capitals and no blank', 'TOPICS:ferries,tides', ['ferries', 'tides']],
    ['bars', 'Tags: ferries | night crossing | tides', ['ferries', 'night crossing', 'tides']],
    ['semicolons and dots', 'Keywords: ferries; tides · bees', ['ferries', 'tides', 'bees']],
    ['long tags', 'Tags: a lamp that burns all night long, tides', ['a lamp that burns all night long', 'tides']],
    ['German', 'Schlagwörter: Fähren, Gezeiten', ['Fähren', 'Gezeiten']],
    ['French', 'Mots-clés : bacs, marées', ['bacs', 'marées']],
    ['Russian', 'Теги: паром, прилив', ['паром', 'прилив']],
    ['Arabic', 'الوسوم: المد، العبارة', ['المد', 'العبارة']],
    ['Chinese', '标签：渡船，潮汐', ['渡船', '潮汐']],
    ['hashtags', 'Tags: #ferries #tides', ['ferries', 'tides']],
    ['the label alone', 'Tags:', []],
    ['no colon', 'Tags ferries, tides', ['ferries', 'tides']],
    ['a label glued to the first', 'KategorienHafen Schlagwörterfähren, Gezeiten', ['fähren', 'Gezeiten']],
    ['a rule behind it', 'Tags ferries, tides ________', ['ferries', 'tides']],
    ['colons between them', 'Tags: Ann Lee : Bo Finch : ferries', ['Ann Lee', 'Bo Finch', 'ferries']],
    ['and before the last', 'Themen: Fähren, Gezeiten und Netze', ['Fähren', 'Gezeiten und Netze']],
    ['and alone before the last', 'Labels: Fähren, Gezeiten, und Netze', ['Fähren', 'Gezeiten', 'Netze']],
    ['numbers of links', 'Tags: ferries[35]tides', ['ferries', 'tides']],
    ['comments behind them', 'Tags: ferries, tides 5 Comments', ['ferries', 'tides']],
    ['no colon, and a word that heads other things', 'Topics ferries, tides', undefined],
    ['no colon in a headline', 'Tags that nobody reads', undefined],
    ['another word', 'Stages: ferries, tides', undefined],
    ['a sentence', 'Topics of the day: ferries', undefined],
  ])('%s', (_name, text, tags) => expect(labelledTags(text)).toEqual(tags));
});

test.each<[string, readonly string[] | undefined]>([
  ['#ferries #tides', ['ferries', 'tides']],
  ['#ferries#tides', ['ferries', 'tides']],
  ['#ferries', ['ferries']],
  ['#паром #прилив', ['паром', 'прилив']],
  ['# ferries', undefined],
  ['see #ferries', undefined],
  ['#ferries and more', undefined],
])('hashtags in %j', (text, tags) => expect(hashtagsOfLine(text)).toEqual(tags));

test.each<[string, boolean]>([
  ['Coast', true],
  ['Middle Coast', true],
  ['Asia & Pacific', true],
  ['図書館', true],
  ['Bread Wins Again Today', false],
  ['It rained.', false],
  ['Lost: a cork', false],
  ['パン屋の開店時間は月に聞け', false],
  ['***', false],
])('%j can be a short name: %j', (text, answer) => expect(isShortName(text)).toBe(answer));

describe('tags in the middle of a line', () => {
  test.each<[string, readonly string[] | undefined]>([
    ['Posted in: Coast | Tagged: ferries, tides | 5 Comments', ['ferries', 'tides']],
    ['Abgelegt unter: Hafen | Tags: Fähren, Gezeiten Kommentare deaktiviert', ['Fähren', 'Gezeiten']],
    ['This entry was posted in Coast and tagged ferries, tides by Ann Lee.', ['ferries', 'tides']],
    ['Abgelegt unter Hafen und mit Fähren, Gezeiten getaggt | Hinterlasse einen Kommentar', ['Fähren', 'Gezeiten']],
    ['The goats were tagged before they were let out, and the keeper counted them twice a day.', undefined],
    ['Posted in: Coast', undefined],
  ])('%s', (line, tags) => expect(tagsInTheMiddle(line)).toEqual(tags));
});

describe('tags that were links beside each other', () => {
  test.each<[string, readonly string[] | undefined]>([
    ['HarbourFerriesNorth Quay', ['Harbour', 'Ferries', 'North Quay']],
    ['AIArtificial LightLamps', ['AI', 'Artificial Light', 'Lamps']],
    ['HarbourFerries', undefined],
    ['Harbour Ferries and North Quay', undefined],
    ['The FerrySailed. Again', undefined],
  ])('%s', (line, tags) => expect(gluedTags(line)).toEqual(tags));
});

test('hashtags with commas between them', () =>
  expect(hashtagsOfLine('#ferries, #tides, storm2024')).toEqual(['ferries', 'tides', 'storm2024']));
