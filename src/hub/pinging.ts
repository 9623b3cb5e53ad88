import { feedAddress } from '../feeds/addresses.ts';
import { FORMATS } from '../model/feed-key.ts';
import { ALL, ANY_CHANGE, parseSelection } from '../model/selection.ts';
import type { Site } from '../model/site.ts';
import type { PushStore } from '../store/push-store.ts';
import type { Protocol } from './protocol.ts';

/** Terms of one ping; each has three feeds. A form of so many addresses is some 20 KB. */
const TERMS_PER_PING = 100;

/**
 * Tells other hubs which feeds have changed (`hub.mode=publish`): those of everything and of each term, in every format.
 * A hub that does not answer is told later of all that has changed until then.
 */
export function pinging(site: Site, store: Pick<PushStore, 'readPings' | 'dropPings'>): Protocol {
  return {
    isTrusted: true,
    parcel: async ({ number }) => {
      const pings = await store.readPings(number, TERMS_PER_PING);
      const form = new URLSearchParams({ 'hub.mode': 'publish' });
      for (const { key } of pings) for (const address of addressesOf(site, key)) form.append('hub.url', address);
      if (pings.length === 0) return { message: undefined, etag: '' };
      return {
        message: {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body: Buffer.from(form.toString()),
        },
        etag: '',
        onArrival: () => store.dropPings(number, pings),
        hasMore: pings.length === TERMS_PER_PING,
      };
    },
  };
}

/** The feeds of a key of a change, in all formats. */
function addressesOf(site: Site, key: string): readonly string[] {
  const [kind = '', slug = ''] = key.split(':');
  const written = `${kind === 'tag' ? '' : `${kind}:`}${encodeURIComponent(slug)}`;
  const parsed = key === ANY_CHANGE ? { selection: ALL } : parseSelection(written);
  if ('problem' in parsed) return [];
  return FORMATS.map((format) => feedAddress(site, { selection: parsed.selection, format }));
}
