import { expect, test } from 'vitest';
import { html, type Shown, separated } from '../../../src/http/pages/markup.ts';

test.each<readonly [string, Shown, string]>([
  ['text is escaped', `<b> & "it's"`, '<i title="&lt;b&gt; &amp; &quot;it&#39;s&quot;">'],
  ['what is escaped already is escaped once more', '&amp;', '<i title="&amp;amp;">'],
  ['markup stays as it is', html`<b>${'&'}</b>`, '<i title="<b>&amp;</b>">'],
  ['lists are joined, whatever they hold', ['<', [html`<br />`, 0], undefined, 'x'], '<i title="&lt;<br />0x">'],
  ['what no document can hold goes', 'a\u0000b\u0008c\ufffed\ud83d', '<i title="abcd\ufffd">'],
  ['nothing shows nothing', undefined, '<i title="">'],
])('%s', (_name, value, text) => expect(html`<i title="${value}">`.toString()).toBe(text));

test('a mark stands between what is there, and nowhere else', () =>
  expect(html`${separated([undefined, 'a', undefined, html`<b>b</b>`, 'c', undefined], ' · ')}`.toString()).toBe(
    'a · <b>b</b> · c',
  ));
