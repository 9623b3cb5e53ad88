import { describe, expect, test } from 'vitest';
import { divideByline, namesOfByline } from '../../../src/content/page/byline.ts';

describe('a byline names its people', () => {
  test.each<[string, string, readonly string[]]>([
    ['one name', 'By Ann Lee', ['Ann Lee']],
    ['capitals', 'BY ANN LEE', ['ANN LEE']],
    ['two names', 'By Ann Lee and Bo Finch', ['Ann Lee', 'Bo Finch']],
    ['commas', 'By Ann Lee, Bo Finch and Cy Wren', ['Ann Lee', 'Bo Finch', 'Cy Wren']],
    ['a comma before and', 'By Ann Lee, Bo Finch, and Cy Wren', ['Ann Lee', 'Bo Finch', 'Cy Wren']],
    ['an ampersand', 'By Ann Lee & Bo Finch', ['Ann Lee', 'Bo Finch']],
    ['a role goes', 'By Ann Lee, keeper of the lamp', ['Ann Lee']],
    ['a newspaper goes', 'By Ann Lee, Tidewater Courier', ['Ann Lee']],
    ['a place goes', 'By Ann Lee in Port Ellery', ['Ann Lee']],
    ['what stands behind a bar goes', 'By Ann Lee | Port Ellery', ['Ann Lee']],
    ['a time goes', 'By Ann Lee, 14 March 2024', ['Ann Lee']],
    ['a time behind a dash goes', 'By Ann Lee – 14 March 2024', ['Ann Lee']],
    ['a month of an American date goes', 'By Ann Lee Jan 12, 2024', ['Ann Lee']],
    ['a weekday goes', 'By Bo Finch Thursday 2 Nov 2023 10:09 am', ['Bo Finch']],
    ['a byline put together from two elements', 'ByAnn Lee', ['Ann Lee']],
    ['a byline said twice', 'Byby ANN LEE, BO FINCH and CY WREN', ['ANN LEE', 'BO FINCH', 'CY WREN']],
    ['stars of a dump', 'Von **Anna Lee**', ['Anna Lee']],
    ['a handle goes', 'By Ann Lee@annlee', ['Ann Lee']],
    ['a label behind it goes', 'Von Anna Lee Kategorien: Küste', ['Anna Lee']],
    ['who put it there', 'Veröffentlicht von Anna Lee', ['Anna Lee']],
    ['who talked', 'Interview: Anna Lee', ['Anna Lee']],
    ['Japanese, who sent it in', '投稿者 Hanako Yamada', ['Hanako Yamada']],
    ['particles', 'By Jan van der Meer and Ana de la Cruz', ['Jan van der Meer', 'Ana de la Cruz']],
    ['initials and hyphens', 'By J. P. Castle-Ruiz', ['J. P. Castle-Ruiz']],
    ['an apostrophe', "By Ann O'Shea", ["Ann O'Shea"]],
    ['German', 'Von Anna Lee und Bo Fink', ['Anna Lee', 'Bo Fink']],
    ['French', 'Par Anne Lie et Benoît Pinson', ['Anne Lie', 'Benoît Pinson']],
    ['Spanish', 'Por Ana Luz y Blas Ruiz', ['Ana Luz', 'Blas Ruiz']],
    ['Russian', 'Автор: Вера Лугова', ['Вера Лугова']],
    ['Russian without a colon', 'Автор Вера Лугова', ['Вера Лугова']],
    ['Arabic', 'بقلم أحمد سالم', ['أحمد سالم']],
    ['Chinese', '记者：李安', ['李安']],
    ['Japanese', '文／山田花子', ['山田花子']],
    ['lower case is no name', 'by the sea', []],
    ['an office is no person', 'By Courier staff', []],
    ['a sentence', 'By noon there was a list of all who had come', []],
    ['a headline', 'Von der Pier aus gesehen', []],
    ['no byline', 'Ann Lee', []],
    ['a paragraph', `By Ann Lee, ${'who kept the lamp and '.repeat(20)}`, []],
  ])('%s', (_name, text, names) => expect(namesOfByline(text)).toEqual(names));
});

describe('a byline is divided from the time beside it', () => {
  test.each<[string, readonly string[], string]>([
    ['By Ann Lee | 14 March 2024', ['Ann Lee'], '14 March 2024'],
    ['By Ann Lee, 14 March 2024', ['Ann Lee'], '14 March 2024'],
    ['14 March 2024 by Ann Lee', ['Ann Lee'], '14 March 2024'],
    ['Published 14 March 2024 by Ann Lee and Bo Finch', ['Ann Lee', 'Bo Finch'], 'Published 14 March 2024'],
    ['14 March 2024', [], '14 March 2024'],
    ['14 March 2024 by admin', [], '14 March 2024 by admin'],
  ])('%s', (text, names, rest) => expect(divideByline(text)).toEqual({ names, rest }));
});
