import { type Exchange, fieldOf } from './exchange.ts';
import type { HubLimit } from './hub-limit.ts';

/** A callback, a topic and a secret, all percent-encoded, have room in it. */
const MAX_FORM_BYTES = 65_536;
/** What subscribers send. */
const FORM = 'application/x-www-form-urlencoded';

/** An answer in plain text, never kept. */
export const answer = (status: number, text: string, more: Readonly<Record<string, string>> = {}): Response => {
  const body = text === '' ? null : `${text}\n`;
  const fields = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...more };
  if (body === null) return new Response(null, { status, headers: fields });
  const length = { 'content-type': 'text/plain; charset=utf-8', 'content-length': String(Buffer.byteLength(body)) };
  return new Response(body, { status, headers: { ...length, ...fields } });
};

/**
 * Takes the form that a subscriber sends, of either protocol. The answer that refuses it instead: 429 for who asks too
 * often, 415 for another media type, 413 for a form of more than 64 KB.
 */
export async function takeForm(exchange: Exchange, limit: HubLimit): Promise<URLSearchParams | Response> {
  const waitSeconds = limit.refuse(exchange);
  if (waitSeconds !== undefined) {
    const text = `too many requests from your address; come again in ${waitSeconds} seconds`;
    return answer(429, text, { 'retry-after': String(waitSeconds) });
  }
  const type = fieldOf(exchange, 'content-type')?.split(';')[0]?.trim().toLowerCase();
  if (type !== FORM) return answer(415, `send the parameters as a form (${FORM})`);
  return (await readForm(exchange.req.raw)) ?? answer(413, `the form has more than ${MAX_FORM_BYTES} bytes`);
}

/** Reads a form of at most 64 KB; undefined for a larger one. */
async function readForm({ body }: Request): Promise<URLSearchParams | undefined> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body ?? []) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes > MAX_FORM_BYTES) return undefined;
  }
  return new URLSearchParams(Buffer.concat(chunks).toString());
}
