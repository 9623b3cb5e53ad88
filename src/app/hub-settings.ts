import { z } from 'zod';
import { networks, number, setting, webAddresses, whole } from './setting-schemas.ts';

/** The settings of push, a part of `SETTINGS`. */
export const HUB_SETTINGS = {
  HUB: setting({
    about: 'Whether this server is the WebSub hub of its own feeds: `on` or `off`.',
    byDefault: 'on',
    mend: 'write on or off',
    schema: z.enum(['on', 'off']).default('on'),
  }),
  HUBS: setting({
    about: 'Further WebSub hubs, divided by commas; the plain feeds name them, and they are told of changes.',
    byDefault: 'none',
    mend: 'write web addresses such as https://hub.example.org/, https://push.example.net/hub',
    schema: webAddresses.optional(),
  }),
  HUB_ALLOW_CALLBACKS: setting({
    about: 'Networks that are not public and may have subscribers all the same, such as `10.1.0.0/16, 127.0.0.1`.',
    byDefault: 'none',
    mend: 'write addresses or networks such as 10.1.0.0/16, 127.0.0.1',
    schema: networks.optional(),
  }),
  HUB_LEASE_DEFAULT: setting({
    about: 'For how many seconds a subscription holds that asks for no time.',
    byDefault: '864000',
    mend: 'write a number of seconds from 1 to 31536000',
    schema: whole(1, 31_536_000, 864_000),
  }),
  HUB_LEASE_MIN: setting({
    about: 'The shortest time that is granted, in seconds; who asks for less gets this.',
    byDefault: '300',
    mend: 'write a number of seconds from 1 to 31536000',
    schema: whole(1, 31_536_000, 300),
  }),
  HUB_LEASE_MAX: setting({
    about: 'The longest time that is granted, in seconds; who asks for more gets this.',
    byDefault: '2592000',
    mend: 'write a number of seconds from 1 to 31536000',
    schema: whole(1, 31_536_000, 2_592_000),
  }),
  HUB_SIGNATURE: setting({
    about: 'How deliveries are signed for subscribers that gave a secret: `sha256`, `sha384`, `sha512` or `sha1`.',
    byDefault: 'sha256',
    mend: 'write sha256, sha384, sha512 or sha1',
    schema: z.enum(['sha256', 'sha384', 'sha512', 'sha1']).default('sha256'),
  }),
  HUB_TIMEOUT: setting({
    about: 'How many seconds a subscriber may take to answer.',
    byDefault: '10',
    mend: 'write a number of seconds from 1 to 300',
    schema: whole(1, 300, 10),
  }),
  HUB_RETRY_FIRST: setting({
    about: 'After how many seconds a delivery that failed is tried again; then after longer and longer, for a day.',
    byDefault: '30',
    mend: 'write a number of seconds from 1 to 3600',
    schema: whole(1, 3_600, 30),
  }),
  HUB_MAX_SUBSCRIPTIONS: setting({
    about: 'How many subscriptions there may be in all.',
    byDefault: '50000',
    mend: 'write a number from 1 to 10000000',
    schema: whole(1, 10_000_000, 50_000),
  }),
  HUB_MAX_PER_HOST: setting({
    about: 'How many of them may lead to one host.',
    byDefault: '10000',
    mend: 'write a number from 1 to 10000000',
    schema: whole(1, 10_000_000, 10_000),
  }),
  HUB_REQUESTS_PER_MINUTE: setting({
    about: 'How many requests a minute one address may send to the hub; 0: no limit.',
    byDefault: '300 for public addresses',
    mend: 'write a number from 0 to 1000000',
    schema: number(0, 1_000_000).optional(),
  }),
} as const;
