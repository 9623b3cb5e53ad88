import { CODINGS, codedEtag, type EncodedBodies, plainEtag } from '../feeds/encodings.ts';
import type { Publisher } from '../feeds/publisher.ts';
import type { Instant } from '../model/instant.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { httpDate } from '../time/instant.ts';
import { codingChooser } from './accept-encoding.ts';
import { entityTagsIn } from './conditional.ts';
import { type Exchange, fieldOf } from './exchange.ts';
import type { Fields } from './prepared-fields.ts';
import { readWeighted } from './weighted-list.ts';

export interface DeltaReplyOptions {
  readonly publisher: Publisher;
  readonly encoded: EncodedBodies;
  readonly now: () => Instant;
}

/**
 * Answers with what is new in a feed since the state that the asker knows: 226 (RFC 3229 §10.4.1). Undefined, at once or
 * after a look, when the asker has not asked for that, knows the present state or none that we know, or would get less
 * by the usual answer.
 */
export type DeltaReply = (
  exchange: Exchange,
  snapshot: Snapshot,
  fields: () => Fields,
) => Promise<Response | undefined> | undefined;

/** The instance manipulation of feeds: only the entries that are new or changed. */
const MANIPULATION = 'feed';
/** More tags are asked about by nobody who keeps one copy. */
const MAX_ETAGS = 20;

/** Makes the function by which feeds are answered to those who ask for a delta. */
export function createDeltaReply({ publisher, encoded, now }: DeltaReplyOptions): DeltaReply {
  const chooseCoding = codingChooser(CODINGS);

  return (exchange, snapshot, fields) => {
    const wishes = fieldOf(exchange, 'a-im');
    if (wishes === undefined || exchange.req.method !== 'GET') return undefined;
    const isWanted = readWeighted(wishes).some(({ name, quality }) => name === MANIPULATION && quality > 0);
    const known = entityTagsIn(fieldOf(exchange, 'if-none-match') ?? '').map(plainEtag);
    const isUsual = known.length === 0 || known.length > MAX_ETAGS || known.includes(snapshot.etag);
    if (!isWanted || isUsual || fieldOf(exchange, 'if-match') !== undefined) return undefined;
    return answer(snapshot, known, fieldOf(exchange, 'accept-encoding'), fields);
  };

  async function answer(
    snapshot: Snapshot,
    known: readonly string[],
    acceptEncoding: string | undefined,
    fields: () => Fields,
  ): Promise<Response | undefined> {
    const delta = await publisher.delta(snapshot, known);
    if (delta === undefined) return undefined;
    const coding = chooseCoding(acceptEncoding);
    // The delta goes plain: a content coding belongs to the whole (RFC 3229 §5.1), and few ask for one of the delta.
    const usual = coding === undefined ? snapshot.body : await encoded.encode(snapshot, coding);
    if (delta.body.byteLength >= usual.byteLength) return undefined;
    const at = now();
    return new Response(delta.body, {
      status: 226,
      headers: {
        ...fields(),
        im: MANIPULATION,
        'delta-base': delta.base,
        // Of the present state, as the usual answer to the same request would bear it.
        etag: coding === undefined ? snapshot.etag : codedEtag(snapshot.etag, coding),
        'last-modified': httpDate(snapshot.changedAt > at ? at : snapshot.changedAt),
        // RFC 3229 §10.8.1: caches that know nothing of deltas must not keep it; those that do may.
        'cache-control': 'no-store, im',
        vary: 'Accept-Encoding, A-IM, If-None-Match',
        'content-length': String(delta.body.byteLength),
        date: httpDate(at),
      },
    });
  }
}
