import { describe, expect, test } from 'vitest';
import { isReadingAid } from '../../../src/content/page/reading-aids.ts';

describe('what helps with reading is of the page', () => {
  test.each([
    '4 min read',
    '4-minute read',
    'Reading time: 12 minutes',
    'Lesezeit: 3 Min.',
    'Temps de Lecture 4 min.',
    'Lecture 2 min',
    '5 min de lectura',
    'Tempo di lettura: 3 minuti',
    'Leestijd 2 min',
    'Время чтения: 5 минут',
    '5 мин на чтение',
    'Час читання 3 хв',
    'Okuma süresi: 2 dk',
    'وقت القراءة: ٣ دقائق',
    '阅读时间：3分钟',
    'Listen to this article',
    'Listen to this story · 5 min',
    'Artikel anhören',
    'Écouter cet article',
    'Escuchar este artículo (4:12)',
    'Ascolta questo articolo',
    'Прослушать новость',
    'استمع إلى المقال',
    'Your browser does not support the audio element.',
    'This audio was automatically generated, and may have errors.',
    'Dieser Artikel ist älter als ein Jahr',
  ])('%j', (text) => expect(isReadingAid(text)).toBe(true));

  test.each([
    '4 min',
    'Reading',
    'Audio',
    'Lecture',
    'The ferry takes 40 minutes to read the tide.',
    'Listen to the horn of Thrum, which has no timetable',
    'This article is about a goat.',
    'Read',
    '',
  ])('%j is none', (text) => expect(isReadingAid(text)).toBe(false));
});
