import type { IncomingMessage, ServerResponse } from 'node:http';
import { type BodyForm, CODINGS, type Coding, codedEtag, type EncodedBodies, plainEtag } from '../feeds/encodings.ts';
import type { Publisher } from '../feeds/publisher.ts';
import { readFeedPath } from '../model/feed-key.ts';
import type { Instant } from '../model/instant.ts';
import type { Site } from '../model/site.ts';
import type { SnapshotHead } from '../model/snapshot.ts';
import { codingChooser } from './accept-encoding.ts';
import { type Asked, readAsked } from './asked.ts';
import { fieldsOf } from './feed-reply.ts';
import type { FullFetches } from './full-fetches.ts';
import { type Fields, isYoung, type Prepared, type PreparedFields } from './prepared-fields.ts';
import { prepareReply, wholeFields } from './reply.ts';

export interface HotFeedsOptions {
  readonly site: Site;
  readonly publisher: Pick<Publisher, 'head' | 'ready' | 'snapshot'>;
  readonly encoded: EncodedBodies;
  /** What the usual way says of a feed; nothing else is ever said here. */
  readonly prepared: PreparedFields;
  readonly fullFetches: Pick<FullFetches, 'refuseWhole'>;
  readonly now: () => Instant;
  /** Nothing is made before the folder was read for the first time. */
  readonly isReady: () => boolean;
}

/** An answer that is ready. */
export interface Hot {
  readonly status: 200 | 304;
  /** One record for as long as the same is said. */
  readonly fields: Fields;
  readonly body: Uint8Array<ArrayBuffer> | undefined;
}

/** The answers to GET of an address as it was sent, by a peer; undefined when the usual way has to answer. */
export interface HotFeeds {
  /** From memory. */
  find(url: string, asked: Asked, peer: string | undefined): Hot | undefined;
  /** The same for a feed that is to be made first; undefined at once for an address that is none of a feed. */
  make(url: string, asked: Asked, peer: string | undefined): Promise<Hot | undefined> | undefined;
}

/** Answers what it has ready on Node's own request and answer, says so, and touches nothing else. */
export type Front = (incoming: IncomingMessage, outgoing: ServerResponse) => boolean;

/** Longer addresses are refused elsewhere. */
const MAX_LENGTH = 4_000;

/** One tag as we write them, and nothing else. */
const PLAIN_TAG = /^"[\w-]+"$/;

/**
 * Finds in memory the answers to the requests that make up nearly all of a feed server's work: GET of a feed whose bytes
 * and fields are ready, whole or with a tag of an own copy.
 *
 * It keeps nothing of its own: the bytes are the publisher's, so a change is seen at once, and the fields are those that
 * the usual way answers with. Whatever is out of the ordinary goes that way: other methods, other conditions, other
 * spellings, deltas, bodies, odd hosts, and who fetches too much.
 */
export function createHotFeeds(options: HotFeedsOptions): HotFeeds {
  const { site, publisher, encoded, prepared, fullFetches, now, isReady } = options;
  const basePath = new URL(site.baseUrl).pathname;
  const chooseCoding = codingChooser(CODINGS);

  /** Feeds are kept by their canonical paths: any other spelling, a query, an absolute address finds none. */
  const pathOf = (url: string): string | undefined =>
    url.length > MAX_LENGTH || !url.startsWith('/')
      ? undefined
      : url.slice(url.startsWith(basePath) ? basePath.length : 1);

  const isSettled = ({ changedAt }: SnapshotHead): boolean => !isYoung(changedAt, now());

  const preparedIn = (head: SnapshotHead, form: BodyForm | undefined): Prepared =>
    prepared.known(head, form) ?? prepared.of(head, form, () => fieldsOf(site, head));

  const tagIn = (head: SnapshotHead, form: BodyForm | undefined): string =>
    prepared.known(head, form)?.etag ?? (form === undefined ? head.etag : codedEtag(head.etag, form));

  const withBytes = (head: SnapshotHead, form: BodyForm | undefined, body: Hot['body']): Whole | undefined => {
    if (body === undefined) return undefined;
    const known = preparedIn(head, form);
    known.whole ??= wholeFields(known.kept, body, form === 'joined' ? 'gzip' : form);
    return { fields: known.whole, body };
  };

  /** Joined bytes that are asked for again are compressed as a whole meanwhile, as by the usual way. */
  const wholeIn = (
    head: SnapshotHead,
    path: string,
    coding: Coding | undefined,
    isAgain: boolean,
  ): Whole | undefined => {
    if (coding === undefined) return withBytes(head, coding, publisher.ready(path)?.body);
    const whole = withBytes(head, coding, encoded.readyAt(tagIn(head, coding)));
    if (whole !== undefined || coding !== 'gzip') return whole;
    const joined = isAgain ? encoded.ready(head, 'joined') : encoded.readyAt(tagIn(head, 'joined'));
    return withBytes(head, 'joined', joined);
  };

  const answer = (
    head: SnapshotHead,
    path: string,
    asked: Asked,
    peer: string | undefined,
    isAgain: boolean,
  ): Hot | undefined => {
    const coding = chooseCoding(asked.acceptEncoding);
    const tag = asked.ifNoneMatch;
    if (tag !== undefined) {
      // A copy of gzip that was joined is as good as one that was compressed as a whole.
      for (const form of coding === 'gzip' ? GZIP_FORMS : [coding]) {
        if (tagIn(head, form) === tag) return { status: 304, fields: preparedIn(head, form).kept, body: undefined };
      }
      // What else may be good is told by the usual way.
      if (!PLAIN_TAG.test(tag) || plainEtag(tag) === head.etag) return undefined;
    } else if (asked.hasOtherCondition) return undefined;
    const whole = wholeIn(head, path, coding, isAgain);
    if (whole === undefined) return undefined;
    // Who is refused here is refused there, in words.
    const isCounted = tag === undefined && head.key.archive === undefined;
    if (isCounted && fullFetches.refuseWhole(peer, asked.forwardedFor, path) !== undefined) return undefined;
    return { status: 200, ...whole };
  };

  return {
    find: (url, asked, peer) => {
      const path = pathOf(url);
      const head = path === undefined ? undefined : publisher.head(path);
      if (path === undefined || head === undefined || !isSettled(head)) return undefined;
      return answer(head, path, asked, peer, true);
    },
    make: (url, asked, peer) => {
      const path = pathOf(url);
      const key = path === undefined || !isReady() ? undefined : readFeedPath(path);
      if (path === undefined || key === undefined) return undefined;
      return publisher.snapshot(key).then(async (snapshot) => {
        if (snapshot === undefined || !isSettled(snapshot)) return undefined;
        const coding = chooseCoding(asked.acceptEncoding);
        await prepareReply(options, snapshot, coding, () => fieldsOf(site, snapshot), asked.ifNoneMatch);
        return answer(snapshot.head, path, asked, peer, false);
      });
    },
  };
}

type Whole = Required<Pick<Hot, 'fields' | 'body'>>;
const GZIP_FORMS: readonly BodyForm[] = ['gzip', 'joined'];

/**
 * Answers with hot feeds in front of the router, on connections that Node's own server has: a request through the router
 * takes half as much again.
 */
export function createFront({ find }: HotFeeds, countAnswer: (status: number) => void): Front {
  return ({ method, url = '', rawHeaders, socket }, outgoing) => {
    const asked = method === 'GET' ? readAsked(rawHeaders) : undefined;
    const hot = asked && find(url, asked, socket.remoteAddress);
    if (hot === undefined) return false;
    outgoing.writeHead(hot.status, hot.fields).end(hot.body);
    countAnswer(hot.status);
    return true;
  };
}
