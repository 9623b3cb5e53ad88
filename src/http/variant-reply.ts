import { type FeedParameters, printParameters, readParameters } from '../feeds/parameters.ts';
import type { Variants } from '../feeds/variants.ts';
import { RequestError } from '../model/errors.ts';
import { type FeedKey, feedPath } from '../model/feed-key.ts';
import { quoted } from '../model/selection-reader.ts';
import type { Exchange } from './exchange.ts';
import { replyFeed } from './feed-reply.ts';
import type { Reply } from './reply.ts';

export interface VariantReplies {
  readonly variants: Variants;
  /** Keeps what it compresses apart from the plain feeds. */
  readonly variantReply: Reply;
}

/** What the query of a feed's address asks for; undefined where it asks for nothing that we know. */
export function parametersIn({ env }: Exchange): FeedParameters | undefined {
  if (env.address.query === '') return undefined;
  const parameters = readParameters(env.address.query);
  return parameters.size === 0 ? undefined : parameters;
}

/**
 * Answers with a feed with parameters. It has an address of its own, with these in their canonical order: `self` inside,
 * and `Content-Location` where it was asked for in other words.
 */
export async function replyVariant(
  exchange: Exchange,
  plain: FeedKey,
  parameters: FeedParameters,
  { variants, variantReply }: VariantReplies,
): Promise<Response> {
  const snapshot = await variants.snapshot(plain, parameters);
  const path = `/${feedPath(plain)}`;
  if (snapshot === undefined) {
    throw new RequestError(404, `there is no article and no tag for ${quoted(path)}; see the list of tags`);
  }
  const query = printParameters(parameters);
  const { address } = exchange.env;
  const location =
    address.path === path && address.query === query ? undefined : new URL(path.slice(1), variants.site.baseUrl);
  return replyFeed(
    exchange,
    snapshot,
    { site: variants.site, reply: variantReply, replyDelta: () => undefined },
    location && `${location.pathname}${query}`,
  );
}
