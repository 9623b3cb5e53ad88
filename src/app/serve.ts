import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Watching, watchFolder } from '../content/folder/watch.ts';
import { openMedia } from '../content/media/open-media.ts';
import { feedAddress } from '../feeds/addresses.ts';
import { EncodedBodies } from '../feeds/encodings.ts';
import { Pieces } from '../feeds/pieces.ts';
import { Publisher } from '../feeds/publisher.ts';
import { Variants } from '../feeds/variants.ts';
import { createApp } from '../http/app.ts';
import { FullFetches } from '../http/full-fetches.ts';
import { createHotFeeds } from '../http/hot-feeds.ts';
import { HubLimit } from '../http/hub-limit.ts';
import { PageMemory } from '../http/page-memory.ts';
import { PreparedFields } from '../http/prepared-fields.ts';
import { createHttpServer, type HotOptions } from '../http/server.ts';
import { LiveStreams } from '../hub/live-streams.ts';
import { ConfigError } from '../model/errors.ts';
import { ALL, selectionOf } from '../model/selection.ts';
import { Shelf } from '../store/shelf.ts';
import type { Store } from '../store/store.ts';
import { withAccessLog } from './access-log.ts';
import { now } from './clock.ts';
import { type Config, onPort } from './config.ts';
import { publishOnTime } from './due.ts';
import { articleSettings, fingerprintOf, openFolderStore } from './folder.ts';
import { idsOfFolder } from './known-ids.ts';
import { createLog, type Logger } from './log.ts';
import { createMetrics } from './metrics.ts';
import { keepWebhooks, openPush, startPush } from './push.ts';
import { folderReader } from './read-folder.ts';
import { keepCompiledCode } from './remember-code.ts';

const MEGABYTE = 1024 * 1024;
/**
 * How CACHE_MB is divided; together all of it. Beside the plain feeds the publisher takes an eighth of their share for
 * past states and an eighth for deltas.
 */
const CACHE_SHARES = {
  plain: 0.24,
  compressed: 0.36,
  pieces: 0.1,
  pages: 0.15,
  parameters: 0.075,
  parametersCompressed: 0.075,
};
/** How long requests that are under way may go on after the program was told to stop. */
const DRAIN_MS = 8_000;

/**
 * Serves a folder until the process is told to stop (SIGTERM or SIGINT): reads it, watches it, answers requests.
 * Resolves when everything is closed. Throws ConfigError when the port or the database cannot be had.
 */
export async function serve(given: Config): Promise<void> {
  const log = await createLog(given.settings);
  let answer: Answer = () => new Response(null, { status: 503, headers: { 'retry-after': '1' } });
  let hot: HotOptions | undefined;
  const server = createHttpServer((request, bindings) => answer(request, bindings), {
    now,
    hot: {
      feeds: {
        find: (url, asked, peer) => hot?.feeds.find(url, asked, peer),
        make: (url, asked, peer) => hot?.feeds.make(url, asked, peer),
      },
      countAnswer: (status) => hot?.countAnswer(status),
    },
  });
  const port = await listen(server, given.settings.PORT, given.settings.HOST);
  try {
    const house = await build(onPort(given, port), log);
    answer = house.answer;
    hot = house.hot;
    await house.open(port);
    const signal = await stopSignal();
    log.info({ signal }, 'stopping');
    await Promise.all([close(server), house.close()]);
    log.info('stopped');
  } finally {
    server.close();
  }
}

type Answer = Parameters<typeof createHttpServer>[0];

interface House {
  readonly answer: Answer;
  /** Undefined where every answer is to be written down. */
  readonly hot: HotOptions | undefined;
  /** Reads the folder, tells where everything is, and goes on watching. */
  open(port: number): Promise<void>;
  close(): Promise<void>;
}

/** Builds everything once, in order, and hands each part what it needs. */
async function build(config: Config, log: Logger): Promise<House> {
  const { settings, site, contentFolder } = config;
  const store = openFolderStore(config.database);
  const cacheShare = (kind: keyof typeof CACHE_SHARES): number =>
    Math.floor(settings.CACHE_MB * MEGABYTE * CACHE_SHARES[kind]);
  const pieces = new Pieces(site, cacheShare('pieces'));
  const publisher = new Publisher({
    site,
    store,
    pieces,
    items: settings.FEED_ITEMS,
    documentBytes: settings.FEED_BYTES,
    maxBytes: cacheShare('plain'),
  });
  const shelf = openShelf(config, log);
  const encoded = new EncodedBodies(cacheShare('compressed'), { joiner: pieces, backRoom: shelf });
  const variants = new Variants({
    site,
    store,
    items: settings.FEED_ITEMS,
    maxBytes: cacheShare('parameters'),
    now,
  });
  const encodedVariants = new EncodedBodies(cacheShare('parametersCompressed'));
  const pages = new PageMemory(cacheShare('pages'));
  const memories = {
    plain: publisher,
    compressed: encoded,
    pieces,
    pages,
    parameters: variants,
    parameters_compressed: encodedVariants,
    disk: shelf,
  };
  const push = openPush(config, store, publisher, log);
  const streams = new LiveStreams({
    site,
    store,
    items: settings.FEED_ITEMS,
    maxListeners: settings.STREAM_LISTENERS,
    onFault: (error) => log.error({ err: error }, 'a stream could not go on; its listeners come back'),
  });
  const metrics = createMetrics(publisher, memories, store, streams);
  store.onChange((change) => {
    publisher.forget(change);
    variants.forget();
    pages.forget();
    push.engine.wake();
    void streams.wake();
  });

  // A folder that was read before is served at once, as it was; what has changed since is read meanwhile.
  await store.keepFingerprint(fingerprintOf(articleSettings(config)));
  let isReady = await store.hasFiles();
  await store.takeLedger(idsOfFolder(config));
  const prepared = new PreparedFields();
  const fullFetches = new FullFetches({
    perHour: settings.FULL_FETCHES_PER_HOUR,
    trusted: settings.TRUSTED_PROXIES,
    now,
  });
  const plain = { site, publisher, encoded, prepared, fullFetches, now, isReady: () => isReady };
  const fetch = createApp({
    ...plain,
    store,
    variants,
    encodedVariants,
    pages,
    streams: settings.STREAM_LISTENERS === 0 ? undefined : streams,
    listenersPerAddress: settings.STREAM_LISTENERS_PER_ADDRESS,
    trusted: settings.TRUSTED_PROXIES,
    openMedia: async (path) => ((await store.isShown(path)) ? openMedia(contentFolder, path) : undefined),
    items: settings.FEED_ITEMS,
    hub: push.hub,
    admin: adminOf(settings),
    metrics: metrics.read,
    onFault: (error, request) => log.error({ err: error, ...request }, 'a request failed'),
  });
  const readFolder = folderReader(config, store, log);
  const due = publishOnTime(store, log);
  const update = async (paths?: readonly string[]): Promise<void> => {
    await push.engine.during(() => readFolder.read(paths));
    due.look();
  };
  let watching: Watching | undefined;
  return {
    answer: withAccessLog(fetch, { log, metrics, trusted: settings.TRUSTED_PROXIES }),
    hot: log.isLevelEnabled('debug') ? undefined : { feeds: createHotFeeds(plain), countAnswer: metrics.countAnswer },
    open: async (port) => {
      await startPush(push, config, store);
      // What is found at the very first reading is not news.
      if (isReady) await keepWebhooks(push, config, store);
      await update();
      await keepWebhooks(push, config, store);
      // Written in one piece, which takes a moment: at a first start nobody is served yet.
      keepCompiledCode();
      isReady = true;
      await announce(config, store, log, port);
      const onFault = (error: unknown): void =>
        log.warn({ err: error }, 'the folder could not be looked through; trying again');
      watching = watchFolder({ folder: contentFolder, onChange: update, onFault });
    },
    close: async () => {
      streams.close();
      due.stop();
      await watching?.stop();
      await readFolder.stop();
      await push.close();
      store.close();
      shelf.close();
    },
  };
}

/** Beside the database; where that is in memory, nothing is to be on disk. */
function openShelf({ database, settings }: Config, log: Logger): Shelf {
  const maxBytes = database === ':memory:' ? 0 : settings.DISK_CACHE_MB * MEGABYTE;
  return new Shelf(`${database}-feeds`, maxBytes, (error) =>
    log.warn(
      { err: error },
      'finished feeds cannot be kept on disk; they are made anew instead (DISK_CACHE_MB=0 turns this off)',
    ),
  );
}

/** So often a minute one address may try the token, right or wrong. */
const TRIES_PER_MINUTE = 30;

const adminOf = ({ ADMIN_TOKEN: token, TRUSTED_PROXIES: trusted }: Config['settings']) =>
  token === undefined ? undefined : { token, limit: new HubLimit({ perMinute: TRIES_PER_MINUTE, trusted, now }) };

function listen(server: Server, port: number, host: string | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reasons: Readonly<Record<string, string>> = {
        EADDRINUSE: `PORT: ${port} is taken by another program; stop that, or set PORT to another number`,
        EACCES: `PORT: ${port} needs more rights than this user has; set PORT to a number above 1023`,
        EADDRNOTAVAIL: `HOST: "${host ?? ''}" is no address of this machine; unset it to listen on all`,
      };
      const reason = reasons[error.code ?? ''];
      reject(reason === undefined ? error : new ConfigError(reason, { cause: error }));
    });
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () =>
      resolve((server.address() as AddressInfo).port),
    );
  });
}

async function announce(
  { site, settings, contentFolder }: Config,
  store: Store,
  log: Logger,
  port: number,
): Promise<void> {
  const [tags, articles, problems] = await Promise.all([
    store.readTerms('tag'),
    store.countArticles(),
    store.readProblems(),
  ]);
  const most = tags.reduce<(typeof tags)[number] | undefined>(
    (best, tag) => (tag.count > (best?.count ?? 0) ? tag : best),
    undefined,
  );
  const selection = most === undefined ? ALL : selectionOf(most);
  const skipped = problems.filter(({ severity }) => severity === 'error').length;
  log.info({ folder: contentFolder, articles, tags: tags.length, skipped }, 'the folder is published');
  if (skipped > 0) log.warn(`${skipped} problems keep articles from being read; "tagwire check" lists them`);
  if (settings.BASE_URL === undefined)
    log.info('links say localhost; set BASE_URL to the public address before others subscribe');
  log.info(`listening on port ${port}: ${site.baseUrl}`);
  log.info(`a feed to try: ${feedAddress(site, { selection, format: 'rss' })}`);
}

const stopSignal = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve(signal));
  });

/** Takes no new connections, lets answers that are under way end, then cuts off who is still there. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(cut);
      resolve();
    });
    server.closeIdleConnections();
  });
}
