import { type BodyForm, CODINGS, type Coding, type EncodedBodies } from '../feeds/encodings.ts';
import type { Instant } from '../model/instant.ts';
import type { Site } from '../model/site.ts';
import { httpDate } from '../time/instant.ts';
import { codingChooser } from './accept-encoding.ts';
import { isFresh, isUnmet } from './conditional.ts';
import { type Exchange, fieldOf } from './exchange.ts';
import { type Fields, isYoung, type Prepared, type PreparedFields, type Representation } from './prepared-fields.ts';
import { replyProblem } from './problem.ts';

export interface ReplyOptions {
  readonly site: Site;
  readonly encoded: EncodedBodies;
  /** What was said of a representation once is said again. */
  readonly prepared: PreparedFields;
  readonly now: () => Instant;
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

/** The forms in which a body of the same coding may have been sent before. */
const OTHER_FORMS: Readonly<Partial<Record<BodyForm, readonly BodyForm[]>>> = { gzip: ['joined'], joined: ['gzip'] };

/** Makes the function that all feeds, pages and lists are answered by. */
export function createReply({ site, encoded, prepared, now }: ReplyOptions): Reply {
  const chooseCoding = codingChooser(CODINGS);

  return (exchange, representation, fields, more) => {
    const { changedAt } = representation;
    const coding = chooseCoding(fieldOf(exchange, 'accept-encoding'));
    const form = coding && encoded.formFor(representation, coding);
    const variant = prepared.of(representation, form, fields);
    const at = now();
    const asked = {
      ifNoneMatch: fieldOf(exchange, 'if-none-match'),
      ifModifiedSince: fieldOf(exchange, 'if-modified-since'),
      ifMatch: fieldOf(exchange, 'if-match'),
      ifUnmodifiedSince: fieldOf(exchange, 'if-unmodified-since'),
    };
    // A copy of the other form says the same in other bytes: whoever has it need not fetch this one.
    const variants = [
      variant,
      ...(form === undefined ? [] : (OTHER_FORMS[form] ?? [])).map((other) =>
        prepared.of(representation, other, fields),
      ),
    ];
    const asCurrent = ({ etag }: Prepared) => ({ etag, ...(changedAt === undefined ? {} : { changedAt }) });
    if (variants.every((one) => isUnmet(asked, asCurrent(one), at))) {
      const detail = `this is another state than the one asked for; it is ${variant.etag} now`;
      return replyProblem(fieldOf(exchange, 'accept'), site, { status: 412, detail });
    }
    const young = changedAt !== undefined && isYoung(changedAt, at) ? youngFields(changedAt, at) : undefined;
    const isPlainCase = young === undefined && more === undefined;
    const keptOf = ({ kept }: Prepared): Fields => (isPlainCase ? kept : { ...kept, ...young, ...more });
    const fresh = variants.find((one) => isFresh(asked, asCurrent(one), at));
    if (fresh !== undefined) return new Response(null, { status: 304, headers: keptOf(fresh) });

    const send = (body: Uint8Array<ArrayBuffer>): Response => {
      if (!isPlainCase) return new Response(body, { status: 200, headers: wholeFields(keptOf(variant), body, coding) });
      variant.whole ??= wholeFields(variant.kept, body, coding);
      return new Response(body, { status: 200, headers: variant.whole });
    };
    if (form === undefined) return send(representation.body);
    const ready = encoded.ready(representation, form);
    return ready === undefined ? encoded.encode(representation, form).then(send) : send(ready);
  };
}

/** Makes all ready that such an answer needs; of a copy with this tag, only what 304 says. */
export async function prepareReply(
  { encoded, prepared }: Pick<ReplyOptions, 'encoded' | 'prepared'>,
  representation: Representation,
  coding: Coding | undefined,
  fields: () => Fields,
  knownTag: string | undefined,
): Promise<void> {
  const form = coding && encoded.formFor(representation, coding);
  const variant = prepared.of(representation, form, fields);
  if (variant.etag === knownTag) return;
  const body = form === undefined ? representation.body : await encoded.encode(representation, form);
  variant.whole ??= wholeFields(variant.kept, body, coding);
}

/** What 200 says with these bytes. */
export const wholeFields = (kept: Fields, { byteLength }: Uint8Array, coding: Coding | undefined): Fields => ({
  ...kept,
  ...(coding === undefined ? {} : { 'content-encoding': coding }),
  'content-length': String(byteLength),
});

/** Two changes within one second get two seconds; the second one is told only when it is over (RFC 9110 §8.8.2.1). */
const youngFields = (changedAt: Instant, at: Instant): Fields => ({
  'last-modified': httpDate(changedAt > at ? at : changedAt),
  date: httpDate(at),
});
