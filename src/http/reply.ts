import { CODINGS, type Coding, codedEtag, type EncodedBodies } from '../feeds/encodings.ts';
import type { Instant } from '../model/instant.ts';
import type { Site } from '../model/site.ts';
import { httpDate } from '../time/instant.ts';
import { codingChooser } from './accept-encoding.ts';
import { isFresh, isUnmet } from './conditional.ts';
import { type Exchange, fieldOf } from './exchange.ts';
import { replyProblem } from './problem.ts';

export interface ReplyOptions {
  readonly site: Site;
  readonly encoded: EncodedBodies;
  readonly now: () => Instant;
}

/** Fields of an answer by their names in lower case. */
export type Fields = Readonly<Record<string, string>>;

/** What an address shows, before it is coded. */
export interface Representation {
  readonly body: Uint8Array<ArrayBuffer>;
  /** Strong, with its quotes; made from the bytes alone. */
  readonly etag: string;
  /** Whole seconds; undefined where there is no true time. */
  readonly changedAt?: Instant;
}

/**
 * Answers with a representation in the coding that the asker likes best, or with 304 when its copy is still good: one
 * path for both, so they cannot disagree. `fields` is asked once for each representation, `more` is added to one answer.
 * Answers without a pause when the bytes are in memory.
 */
export type Reply = (
  exchange: Exchange,
  representation: Representation,
  fields: () => Fields,
  more?: Fields,
) => Response | Promise<Response>;

/** A representation in one coding (RFC 9110 §8.8.3.3): what is said of it, written down once. */
interface Variant {
  readonly etag: string;
  /** What 304 and 200 say alike (RFC 9110 §15.4.5 asks for less; readers store what they see). */
  readonly kept: Fields;
  /** What 200 says; undefined before the first. node-server hands a record with a length to Node as it is. */
  whole: Fields | undefined;
}

/** Node renews its Date once a second, and may be late by a little: so long, an answer with a time brings its own. */
const YOUNG_MS = 2_000;

/** Makes the function that all feeds, pages and lists are answered by. */
export function createReply({ site, encoded, now }: ReplyOptions): Reply {
  const chooseCoding = codingChooser(CODINGS);
  const variants = new WeakMap<Representation, Map<Coding | undefined, Variant>>();

  function variantOf(representation: Representation, coding: Coding | undefined, fields: () => Fields): Variant {
    const known = variants.get(representation) ?? new Map<Coding | undefined, Variant>();
    const found = known.get(coding);
    if (found !== undefined) return found;
    const { etag: plain, changedAt } = representation;
    const etag = coding === undefined ? plain : codedEtag(plain, coding);
    const modified = changedAt === undefined ? undefined : { 'last-modified': httpDate(changedAt) };
    const variant = { etag, kept: { ...fields(), etag, ...modified, vary: 'Accept-Encoding' }, whole: undefined };
    variants.set(representation, known.set(coding, variant));
    return variant;
  }

  return (exchange, representation, fields, more) => {
    const { changedAt } = representation;
    const coding = chooseCoding(fieldOf(exchange, 'accept-encoding'));
    const variant = variantOf(representation, coding, fields);
    const at = now();
    const asked = {
      ifNoneMatch: fieldOf(exchange, 'if-none-match'),
      ifModifiedSince: fieldOf(exchange, 'if-modified-since'),
      ifMatch: fieldOf(exchange, 'if-match'),
      ifUnmodifiedSince: fieldOf(exchange, 'if-unmodified-since'),
    };
    const current = { etag: variant.etag, ...(changedAt === undefined ? {} : { changedAt }) };
    if (isUnmet(asked, current, at)) {
      const detail = `this is another state than the one asked for; it is ${variant.etag} now`;
      return replyProblem(fieldOf(exchange, 'accept'), site, { status: 412, detail });
    }
    const young = changedAt !== undefined && at - changedAt < YOUNG_MS ? youngFields(changedAt, at) : undefined;
    const isPlainCase = young === undefined && more === undefined;
    const kept = isPlainCase ? variant.kept : { ...variant.kept, ...young, ...more };
    if (isFresh(asked, current, at)) return new Response(null, { status: 304, headers: kept });

    const send = (body: Uint8Array<ArrayBuffer>): Response => {
      if (!isPlainCase) return new Response(body, { status: 200, headers: wholeFields(kept, body, coding) });
      variant.whole ??= wholeFields(kept, body, coding);
      return new Response(body, { status: 200, headers: variant.whole });
    };
    if (coding === undefined) return send(representation.body);
    const ready = encoded.ready(representation, coding);
    return ready === undefined ? encoded.encode(representation, coding).then(send) : send(ready);
  };
}

const wholeFields = (kept: Fields, { byteLength }: Uint8Array, coding: Coding | undefined): Fields => ({
  ...kept,
  ...(coding === undefined ? {} : { 'content-encoding': coding }),
  'content-length': String(byteLength),
});

/** Two changes within one second get two seconds; the second one is told only when it is over (RFC 9110 §8.8.2.1). */
const youngFields = (changedAt: Instant, at: Instant): Fields => ({
  'last-modified': httpDate(changedAt > at ? at : changedAt),
  date: httpDate(at),
});
