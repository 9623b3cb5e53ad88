import { z } from 'zod';
import { parseSelection } from '../model/selection.ts';
import { setting } from './setting-schemas.ts';

/** As it is written in `tagwire.yaml`, or in JSON. */
const WRITTEN = z.array(
  z.strictObject({ selection: z.string().default('*'), url: z.string(), secret: z.string().min(1).optional() }),
);

/** `selection url secret` on each line; the secret may be left out, and may hold blanks. */
const LINE = /^(?<selection>\S+)\s+(?<url>\S+)(?:\s+(?<secret>\S.*))?$/;

function readWritten(text: string): unknown {
  if (text.startsWith('[')) {
    try {
      return JSON.parse(text);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return undefined;
    }
  }
  const lines = text.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').map((line) => LINE.exec(line)?.groups);
}

const webhook = z.string().transform((text, context) => {
  const written = WRITTEN.safeParse(readWritten(text));
  const found = (written.data ?? []).flatMap(({ selection, url, secret }) => {
    const parsed = parseSelection(selection);
    const isAddress = /^https?:\/\/[^/?#@\\]+(?:[/?][\x21-\x7e]*)?$/.test(url) && URL.canParse(url);
    return 'problem' in parsed || !isAddress ? [] : [{ selection: parsed.selection, url, secret }];
  });
  if (written.success && found.length === written.data.length) return found;
  context.addIssue({ code: 'custom', message: 'no webhooks' });
  return z.NEVER;
});

/** The settings of webhooks, a part of `SETTINGS`. */
export const WEBHOOK_SETTINGS = {
  WEBHOOKS: setting({
    about: 'Addresses that are sent what changes, one a line: selection, address, and a secret to sign with.',
    byDefault: 'none',
    mend: 'write a line for each such as: ferries+tides https://example.org/hook secret',
    schema: webhook.optional(),
    isSecret: true,
  }),
} as const;
