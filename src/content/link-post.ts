import type { Draft } from './draft.ts';

/** The text of a draft, with the link that it was made for at its end when the text itself has it nowhere. */
export function htmlWithLink({ html, elsewhere }: Pick<Draft, 'html' | 'elsewhere'>): string {
  const url = elsewhere === undefined ? null : URL.parse(elsewhere.text);
  if (url === null || !/^https?:$/.test(url.protocol)) return html;
  const [address, given] = [escaped(url.href), escaped(elsewhere?.text ?? '')];
  if ([address, given].some((one) => html.includes(`"${one}"`))) return html;
  return `${html.trimEnd()}\n<p><a href="${address}">${escaped(url.hostname.replace(/^www\./, ''))}</a></p>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
