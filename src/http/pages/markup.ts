import { html as escaping, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { type CleanText, cleanText } from '../../feeds/clean.ts';

/** HTML that may stand in a page as it is: made by `html`, or sanitised before. */
export type Markup = HtmlEscapedString;

/** What a template takes: text and numbers are escaped, markup is not, `undefined` shows nothing. */
export type Shown = string | number | Markup | undefined | readonly Shown[];

/**
 * The template of all pages: escapes every value (text and attributes between double quotes alike) and takes out what
 * no document can hold, so that a hostile title is only a strange title.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Shown[]): Markup {
  const markup = escaping(strings, ...values.map(clean));
  if (markup instanceof Promise) throw new TypeError('A page is made in one go; give its templates no promises');
  return markup;
}

const clean = (value: Shown): unknown => {
  if (typeof value === 'string') return cleanText(value);
  return Array.isArray(value) ? value.map(clean) : value;
};

/** HTML that is shown unescaped. Only for the sanitised HTML of an article, and for what this program wrote itself. */
export const asMarkup = (sanitised: CleanText): Markup => raw(sanitised);

/** What stands beside each other, with a mark between every two. */
export const separated = (parts: readonly Shown[], mark: string): Shown =>
  parts.filter((part) => part !== undefined).flatMap((part, index) => (index === 0 ? [part] : [mark, part]));
