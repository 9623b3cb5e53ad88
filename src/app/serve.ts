import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ingest } from '../content/ingest.ts';
import { watchFolder } from '../content/watch.ts';
import { feedAddress } from '../feeds/addresses.ts';
import { EncodedBodies } from '../feeds/encodings.ts';
import { Publisher } from '../feeds/publisher.ts';
import { createApp } from '../http/app.ts';
import { createHttpServer } from '../http/server.ts';
import { ConfigError } from '../model/errors.ts';
import { ALL, selectionOf } from '../model/selection.ts';
import type { Store } from '../store/store.ts';
import { withAccessLog } from './access-log.ts';
import { now } from './clock.ts';
import type { Config } from './config.ts';
import { publishOnTime } from './due.ts';
import { articleSettings, fingerprintOf, openFolderStore } from './folder.ts';
import { createLog, type Logger } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createProgress } from './progress.ts';

const MEGABYTE = 1024 * 1024;
/** How long requests that are under way may go on after the program was told to stop. */
const DRAIN_MS = 8_000;

/**
 * Serves a folder until the process is told to stop (SIGTERM or SIGINT): reads it, watches it, answers requests.
 * Resolves when everything is closed. Throws ConfigError when the port or the database cannot be had.
 */
export async function serve(config: Config): Promise<void> {
  const { settings, site, contentFolder } = config;
  const log = createLog(settings);
  const store = openFolderStore(config.database);
  const cacheBytes = settings.CACHE_MB * MEGABYTE;
  const publisher = new Publisher({ site, store, items: settings.FEED_ITEMS, maxBytes: cacheBytes / 2 });
  const encoded = new EncodedBodies(cacheBytes / 2);
  const metrics = createMetrics(publisher, encoded, store);
  store.onChange((change) => publisher.forget(change));

  // A folder that was read before is served at once, as it was; what has changed since is read meanwhile.
  await store.keepFingerprint(fingerprintOf(articleSettings(config)));
  let isReady = (await store.readFiles()).size > 0;
  const fetch = createApp({
    site,
    store,
    publisher,
    encoded,
    now,
    items: settings.FEED_ITEMS,
    isReady: () => isReady,
    metrics: metrics.read,
    onFault: (error, request) => log.error({ err: error, ...request }, 'a request failed'),
  });
  const server = createHttpServer(withAccessLog(fetch, { log, metrics, trusted: settings.TRUSTED_PROXIES }));
  const port = await listen(server, settings.PORT, settings.HOST);

  const readFolder = async (): Promise<void> => {
    const progress = createProgress('reading the folder');
    const done = await ingest({
      folder: contentFolder,
      store,
      settings: articleSettings(config),
      now,
      onProgress: progress.show,
    });
    progress.end();
    for (const { severity, path, line, message } of done.problems) {
      if (severity === 'error') log.warn({ path, ...(line === undefined ? {} : { line }) }, message);
    }
    if (done.read + done.removed > 0) log.info({ read: done.read, removed: done.removed }, 'the folder was read');
  };
  const due = publishOnTime(store, log);
  await readFolder();
  isReady = true;
  due.look();
  await announce(config, store, log, port);
  const watching = watchFolder({
    folder: contentFolder,
    onChange: async () => {
      await readFolder();
      due.look();
    },
    onFault: (error) => log.warn({ err: error }, 'the folder could not be looked through; trying again'),
  });

  const signal = await stopSignal();
  log.info({ signal }, 'stopping');
  due.stop();
  await Promise.all([close(server), watching.stop()]);
  store.close();
  log.info('stopped');
}

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
