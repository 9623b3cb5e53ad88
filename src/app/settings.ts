import { z } from 'zod';
import { isZone } from '../time/zones.ts';
import { ADMIN_SETTINGS } from './admin-settings.ts';
import { HUB_SETTINGS } from './hub-settings.ts';
import { PODCAST_SETTINGS } from './podcast-settings.ts';
import { author, baseUrl, language, networks, number, setting, TAGGING_ENTITY, whole } from './setting-schemas.ts';
import { STREAM_SETTINGS } from './stream-settings.ts';
import { WEBHOOK_SETTINGS } from './webhook-settings.ts';

/**
 * Every setting, by the name of its environment variable. The same names in lower case stand in `tagwire.yaml`; each
 * has a twin `…_FILE` that names a file to read the value from.
 */
export const SETTINGS = {
  PORT: setting({
    about: 'The port to listen on; 0 takes any that is free.',
    byDefault: '3000',
    mend: 'write a number from 0 to 65535',
    schema: whole(0, 65_535, 3000),
  }),
  HOST: setting({
    about: 'The address to listen on, such as 127.0.0.1.',
    byDefault: 'all of the machine',
    mend: 'write an IP address or a host name',
    schema: z
      .string()
      .regex(/^[\w.:%-]+$/)
      .optional(),
  }),
  BASE_URL: setting({
    about: 'The public address of the site. All links are made from it, none from a request.',
    byDefault: 'http://localhost:PORT/',
    mend: 'write a web address such as https://news.example.org/ or https://example.org/feeds/',
    schema: baseUrl.optional(),
  }),
  CONTENT_DIR: setting({
    about: 'The folder of articles; the argument of a command comes first.',
    byDefault: 'content',
    mend: 'write the path of a folder',
    schema: z.string().default('content'),
  }),
  DATA_DIR: setting({
    about:
      'The folder of the database. Subscriptions and the ledger of ids stand nowhere else; `:memory:` keeps nothing.',
    byDefault: '.tagwire beside the content',
    mend: 'write the path of a folder, or :memory:',
    schema: z.string().optional(),
  }),
  TITLE: setting({
    about: 'The name of the site, as readers see it.',
    byDefault: 'Tagwire',
    mend: 'write a line of text',
    schema: z.string().default('Tagwire'),
  }),
  DESCRIPTION: setting({
    about: 'One sentence about the site.',
    byDefault: 'none',
    mend: 'write a line of text',
    schema: z.string().default(''),
  }),
  LANGUAGE: setting({
    about: 'The language of articles that name none and whose text does not tell it.',
    byDefault: 'none',
    mend: 'write a language code such as en or pt-BR',
    schema: language.optional(),
  }),
  AUTHOR: setting({
    about: 'Who signs the feeds: `Name` or `Name <mail@example.org>`.',
    byDefault: 'none',
    mend: 'write "Name" or "Name <mail@example.org>"',
    schema: author.optional(),
  }),
  SITE_ID: setting({
    about: 'The name inside the permanent ids (RFC 4151). Set it once and keep it, also when the address changes.',
    byDefault: 'host of BASE_URL,2026',
    mend: 'write a domain name and a year such as example.org,2026',
    schema: z.string().regex(TAGGING_ENTITY).optional(),
  }),
  TIME_ZONE: setting({
    about: 'The zone of timestamps that name none.',
    byDefault: 'UTC',
    mend: 'write a name such as Europe/Berlin',
    schema: z.string().refine(isZone).default('UTC'),
  }),
  DATE_ORDER: setting({
    about: 'What 03/04/2021 means: `dmy` or `mdy`. Without it such a date is refused.',
    byDefault: 'none',
    mend: 'write dmy or mdy',
    schema: z.enum(['dmy', 'mdy']).optional(),
  }),
  FEED_ITEMS: setting({
    about: 'How many articles a feed shows, the newest.',
    byDefault: '30',
    mend: 'write a number from 1 to 1000',
    schema: whole(1, 1000, 30),
  }),
  FEED_BYTES: setting({
    about: 'How many bytes a feed, or an archive of one, is to have at most; it shows one article at least.',
    byDefault: '524288',
    mend: 'write a number of bytes from 16384 to 16777216',
    schema: whole(16_384, 16_777_216, 524_288),
  }),
  FEED_MAX_AGE: setting({
    about: 'For how many seconds a reader need not ask again (`Cache-Control`, RSS `ttl`).',
    byDefault: '300',
    mend: 'write a number of seconds from 0 to 86400',
    schema: whole(0, 86_400, 300),
  }),
  FULL_FETCHES_PER_HOUR: setting({
    about: 'How often an hour one address may fetch one feed whole without asking whether it changed; 0: no limit.',
    byDefault: '120 for public addresses',
    mend: 'write a number from 0 to 1000000',
    schema: number(0, 1_000_000).optional(),
  }),
  CACHE_MB: setting({
    about: 'How many megabytes of finished feeds are kept in memory.',
    byDefault: '64',
    mend: 'write a number from 1 to 65536',
    schema: whole(1, 65_536, 64),
  }),
  DISK_CACHE_MB: setting({
    about:
      'How many megabytes of finished feeds are kept in a file in `DATA_DIR` when memory has no room for them; `0` keeps none.',
    byDefault: '1024',
    mend: 'write a number from 0 to 1048576',
    schema: whole(0, 1_048_576, 1_024),
  }),
  LOG_LEVEL: setting({
    about: 'What is logged: `debug` (each request, too), `info`, `warn`, `error`, `silent`.',
    byDefault: 'info',
    mend: 'write debug, info, warn, error or silent',
    schema: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  }),
  LOG_FORMAT: setting({
    about: 'How it is logged: `json`, `pretty`, or `auto` (pretty on a terminal).',
    byDefault: 'auto',
    mend: 'write json, pretty or auto',
    schema: z.enum(['json', 'pretty', 'auto']).default('auto'),
  }),
  TRUSTED_PROXIES: setting({
    about: 'Networks whose `X-Forwarded-For` is believed about who asks, such as `10.0.0.0/8, ::1`.',
    byDefault: 'none',
    mend: 'write addresses or networks such as 10.0.0.0/8, ::1',
    schema: networks.optional(),
  }),
  ...ADMIN_SETTINGS,
  ...STREAM_SETTINGS,
  ...WEBHOOK_SETTINGS,
  ...PODCAST_SETTINGS,
  ...HUB_SETTINGS,
} as const;

export type SettingName = keyof typeof SETTINGS;

/** The value of each setting, by its name. */
export type Settings = { readonly [Name in SettingName]: z.output<(typeof SETTINGS)[Name]['schema']> };
