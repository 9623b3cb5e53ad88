import { BlockList, isIP } from 'node:net';
import { z } from 'zod';

/** One setting: what it is for, what it may be, and what it is when nothing is said. */
export interface Setting<Schema extends z.ZodType = z.ZodType> {
  /** One sentence for the documentation and `--help`. */
  readonly about: string;
  /** As it stands in the documentation; the value itself, unless the schema makes the default. */
  readonly byDefault: string;
  /** Ends the message about a value that does not fit. */
  readonly mend: string;
  /** From the text that was given (undefined: nothing) to the value. */
  readonly schema: Schema;
  /** Its value is never shown, not even in the message that it does not fit. */
  readonly isSecret?: true;
}

/** One row of a table of settings. */
export const setting = <Schema extends z.ZodType>(row: Setting<Schema>): Setting<Schema> => row;

/** A whole number between two. */
export const number = (least: number, most: number) =>
  z.string().regex(/^\d+$/).transform(Number).pipe(z.number().int().min(least).max(most));

/** The same, or another one when nothing is said. */
export const whole = (least: number, most: number, otherwise: number) => number(least, most).default(otherwise);

/** A web address that other addresses can be joined to: ends in a slash, has neither query nor fragment. */
export const baseUrl = z
  .string()
  .transform((text) => URL.parse(text))
  .refine(
    (url) =>
      url !== null && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === '' && url.username === '',
  )
  .transform((url) => (url === null ? '' : url.href.replace(/\/*$/, '/')));

/** Web addresses, divided by commas or blanks; each once, in its normal form. */
export const webAddresses = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
  .refine((parts) => parts.every((part) => /^https?:$/.test(URL.parse(part)?.protocol ?? '')))
  .transform((parts) => [...new Set(parts.map((part) => new URL(part).href))]);

/** Networks written as addresses or `address/bits`, divided by commas or blanks. */
export const networks = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((part) => part !== ''))
  .refine((parts) => parts.every(isNetwork))
  .transform((parts) => {
    const list = new BlockList();
    for (const part of parts) {
      const [address = '', bits] = part.split('/');
      const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
      list.addSubnet(address, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family);
    }
    return list;
  });

function isNetwork(text: string): boolean {
  const [address = '', bits, ...others] = text.split('/');
  const family = isIP(address);
  if (family === 0 || others.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32));
}

/** `Name` or `Name <mail@example.org>`. */
export const author = z
  .string()
  .transform((text) => /^(?<name>[^<>]*?)\s*(?:<(?<email>[^<>\s]+@[^<>\s]+)>)?$/.exec(text)?.groups)
  .refine((groups) => (groups?.name ?? '') !== '' || groups?.email !== undefined)
  .transform((groups) => {
    const email = groups?.email;
    return { name: groups?.name || (email ?? ''), ...(email === undefined ? {} : { email }) };
  });

/** A language code of BCP 47 in its canonical spelling. */
export const language = z.string().transform((text, context) => {
  try {
    return Intl.getCanonicalLocales(text)[0] ?? text;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    context.addIssue({ code: 'custom', message: error.message });
    return z.NEVER;
  }
});

/** RFC 4151 §2.1: a domain name or a mail address, a comma, and a day on which it was one's own. */
export const TAGGING_ENTITY = /^(?:[\w.+-]+@)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?,\d{4}(?:-\d\d){0,2}$/i;
