import type { Author } from './article.ts';

/** What the operator says of the whole site; every feed and page shows some of it. */
export interface Site {
  readonly title: string;
  readonly description: string;
  /** BCP 47. */
  readonly language?: string;
  readonly author?: Author;
  /** Public address of the site, absolute, with a trailing slash. */
  readonly baseUrl: string;
  /** Authority and date of our `tag:` URIs (RFC 4151 §2.1): `example.org,2026`. */
  readonly idAuthority: string;
  /** How long a reader may keep a feed before it asks again, in seconds; RSS `ttl` says the same in minutes. */
  readonly maxAgeSeconds: number;
  /** This server is the WebSub hub of its feeds. */
  readonly hasHub?: boolean;
  /** Further hubs, absolute, which are told of changes of the plain feeds. */
  readonly otherHubs?: readonly string[];
  /** Undefined: feeds with recordings are no podcasts. */
  readonly podcast?: Podcast;
}

/** What a directory of podcasts wants to know. */
export interface Podcast {
  /** A category of Apple's list, and perhaps a part of it. */
  readonly category: readonly string[];
  /** Absolute address of the cover. */
  readonly image: string;
  readonly isExplicit: boolean;
}
