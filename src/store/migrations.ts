/**
 * How the database came to be: a list that only grows. Each step runs once, in a transaction of its own; one that has
 * been released is never edited. The comments are the schema's documentation.
 */
export const MIGRATIONS: readonly string[] = [
  `
  -- Single values: revision and changed_at of the whole site, the fingerprint of the settings that articles depend on.
  CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
  ) WITHOUT ROWID;

  -- Every file that was looked at, with what tells that it has not changed since.
  CREATE TABLE files (
    path TEXT PRIMARY KEY,
    signature TEXT NOT NULL,        -- size and times; empty: read it again at the next scan
    hash TEXT NOT NULL,             -- SHA-256 of the bytes
    form TEXT,                      -- the reader that read it
    problems TEXT NOT NULL,         -- JSON
    waits_for TEXT                  -- JSON: the article ids that other files hold; NULL for none
  ) WITHOUT ROWID;
  CREATE INDEX files_waiting ON files (path) WHERE waits_for IS NOT NULL;

  CREATE TABLE articles (
    number INTEGER PRIMARY KEY,     -- 52 bits of the id's hash: settles the order of equal times, alike everywhere
    id TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL,
    wanted_slug TEXT NOT NULL,
    slug TEXT NOT NULL,             -- the wanted one, or with a suffix when several articles want it
    url TEXT,
    title TEXT NOT NULL,
    html TEXT NOT NULL,
    summary TEXT,
    authors TEXT NOT NULL,          -- JSON
    terms TEXT NOT NULL,            -- JSON, as written in the file
    attachments TEXT NOT NULL,      -- JSON
    language TEXT,
    dateline TEXT,                  -- JSON
    published_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    hash TEXT NOT NULL,             -- of everything that a feed or page shows, terms by their keys
    visible INTEGER NOT NULL        -- 0 until its time has come
  );
  CREATE INDEX articles_newest ON articles (published_at DESC, number) WHERE visible = 1;
  CREATE INDEX articles_due ON articles (published_at) WHERE visible = 0;
  CREATE INDEX articles_by_path ON articles (path);
  CREATE INDEX articles_by_slug ON articles (slug);
  CREATE INDEX articles_by_wanted_slug ON articles (wanted_slug);

  -- A term stays when its last article goes: its feed is then empty, not gone.
  CREATE TABLE terms (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    slug TEXT NOT NULL,
    label TEXT NOT NULL,            -- the most frequent spelling
    articles INTEGER NOT NULL,      -- visible ones
    revision INTEGER NOT NULL,      -- grows by one with each change of what the term's feeds show
    changed_at INTEGER NOT NULL,    -- whole seconds, in milliseconds; never goes back
    UNIQUE (kind, slug)
  );

  -- The visible articles of each term, newest first: a feed is the first rows of one range of this table.
  CREATE TABLE article_terms (
    term INTEGER NOT NULL,
    published_at INTEGER NOT NULL,
    article INTEGER NOT NULL,
    position INTEGER NOT NULL,      -- place of the term in its article
    label TEXT NOT NULL,            -- as this article writes it
    PRIMARY KEY (term, published_at DESC, article)
  ) WITHOUT ROWID;
  CREATE INDEX article_terms_by_article ON article_terms (article);

  CREATE TABLE term_labels (
    term INTEGER NOT NULL,
    label TEXT NOT NULL,
    uses INTEGER NOT NULL,
    PRIMARY KEY (term, label)
  ) WITHOUT ROWID;
  `,
  `
  -- Articles that were published and are no more (RFC 6721), for some weeks.
  CREATE TABLE tombstones (
    number INTEGER PRIMARY KEY,     -- that of the article
    id TEXT NOT NULL,
    slug TEXT NOT NULL,             -- the article's page was there
    removed_at INTEGER NOT NULL     -- whole seconds, in milliseconds
  );
  CREATE INDEX tombstones_newest ON tombstones (removed_at DESC, number);
  CREATE INDEX tombstones_by_slug ON tombstones (slug);

  -- The terms that a removed article bore in the end: as article_terms, so that a selection is read from both alike.
  CREATE TABLE tombstone_terms (
    term INTEGER NOT NULL,
    removed_at INTEGER NOT NULL,
    article INTEGER NOT NULL,
    PRIMARY KEY (term, removed_at DESC, article)
  ) WITHOUT ROWID;
  CREATE INDEX tombstone_terms_by_article ON tombstone_terms (article);
  `,
  `
  -- How many bytes an article takes in a feed, at the most: feeds and archives are cut by it. It stands in every index
  -- that a feed is read through. Articles and files are forgotten as far as needed to be weighed at the next look.
  ALTER TABLE articles ADD COLUMN weight INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE article_terms ADD COLUMN weight INTEGER NOT NULL DEFAULT 0;
  DROP INDEX articles_newest;
  CREATE INDEX articles_newest ON articles (published_at DESC, number, weight) WHERE visible = 1;
  UPDATE articles SET hash = '';
  UPDATE files SET signature = '', hash = '';
  `,
  `
  -- A month of a sitemap is a range of this index, read from it alone.
  CREATE INDEX articles_by_month ON articles (published_at, number, updated_at, slug, url) WHERE visible = 1;
  `,
  `
  -- Push. The feeds that somebody subscribes to; they go with the last subscriber.
  CREATE TABLE topics (
    number INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,      -- canonical, below the base address
    etag TEXT,                      -- of the state that subscribers were last told of; NULL before the first
    revision INTEGER NOT NULL,      -- grows in the transaction that changes what the feed may show
    told INTEGER NOT NULL           -- the revision whose deliveries are queued
  );
  CREATE INDEX topics_stale ON topics (number) WHERE revision <> told;

  -- What a change has to hit for a topic to change: the keys of terms, and * for any change of the site.
  CREATE TABLE topic_terms (
    key TEXT NOT NULL,
    topic INTEGER NOT NULL,
    PRIMARY KEY (key, topic)
  ) WITHOUT ROWID;

  CREATE TABLE subscriptions (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    protocol TEXT NOT NULL,
    topic INTEGER NOT NULL,
    callback TEXT NOT NULL,         -- as it was given, byte for byte
    host TEXT NOT NULL,
    secret TEXT,
    lease_until INTEGER,            -- NULL: as long as the settings name it
    subscribed_at INTEGER NOT NULL,
    sent_etag TEXT,                 -- of the state that the subscriber has
    cursor TEXT,                    -- what the protocol remembers of the last delivery
    UNIQUE (topic, callback, protocol)
  );
  CREATE INDEX subscriptions_by_host ON subscriptions (host);
  CREATE INDEX subscriptions_by_lease ON subscriptions (lease_until) WHERE lease_until IS NOT NULL;

  -- At most one for each subscription: what is sent is made when it is sent.
  CREATE TABLE deliveries (
    subscription INTEGER PRIMARY KEY,
    host TEXT NOT NULL,
    version INTEGER NOT NULL,       -- grows when the feed changes again
    due_at INTEGER NOT NULL,
    failures INTEGER NOT NULL,
    failing_since INTEGER,
    claimed INTEGER NOT NULL        -- 1 while it is under way
  );
  CREATE INDEX deliveries_due ON deliveries (due_at, host) WHERE claimed = 0;

  -- Requests that wait until their callback has said that they are meant.
  CREATE TABLE verifications (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    protocol TEXT NOT NULL,
    mode TEXT NOT NULL,             -- subscribe, unsubscribe; denied: only to be told
    topic TEXT NOT NULL,            -- path
    callback TEXT NOT NULL,
    host TEXT NOT NULL,
    secret TEXT,
    lease_seconds INTEGER NOT NULL,
    reason TEXT NOT NULL,
    due_at INTEGER NOT NULL,
    claimed INTEGER NOT NULL
  );
  CREATE INDEX verifications_due ON verifications (due_at) WHERE claimed = 0;
  CREATE INDEX verifications_by_callback ON verifications (callback, topic);
  CREATE INDEX verifications_by_host ON verifications (host);

  -- What other hubs have not been told of yet: the keys of terms, and * for everything.
  CREATE TABLE pings (
    subscription INTEGER NOT NULL,
    key TEXT NOT NULL,
    version INTEGER NOT NULL,       -- grows when it changes again
    PRIMARY KEY (subscription, key)
  ) WITHOUT ROWID;

  -- What happened, for people to read; the oldest rows are dropped.
  CREATE TABLE push_events (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    at INTEGER NOT NULL,
    protocol TEXT NOT NULL,
    topic TEXT NOT NULL,
    callback TEXT NOT NULL,
    what TEXT NOT NULL,
    status INTEGER,
    detail TEXT NOT NULL,
    took_ms INTEGER
  );
  `,
  `
  -- Which article has which id: what the folder alone cannot tell any more after a file was renamed or edited.
  -- Articles of before are entered as they are; their files are read again, so that they are known by their texts.
  CREATE TABLE ids (
    number INTEGER PRIMARY KEY,     -- that of the article
    id TEXT NOT NULL,
    own_id TEXT NOT NULL,           -- the id by the rule; another one than id where the file was renamed
    id_from TEXT NOT NULL,          -- author, address or path
    path TEXT NOT NULL,
    text TEXT NOT NULL,             -- hash of title and body
    whole TEXT NOT NULL,            -- hash of what makes an edit
    file TEXT NOT NULL,             -- hash of the file's bytes
    first_seen INTEGER NOT NULL,
    edited_at INTEGER,              -- whole seconds, in milliseconds
    removed_at INTEGER              -- NULL for an article that is there
  );
  CREATE INDEX ids_by_own_id ON ids (own_id);
  CREATE INDEX ids_by_path ON ids (path);
  CREATE INDEX ids_by_text ON ids (text) WHERE text != '';
  CREATE INDEX ids_removed ON ids (removed_at) WHERE removed_at IS NOT NULL;
  INSERT INTO ids SELECT number, id, id, 'path', path, '', '', '', published_at, NULL, NULL FROM articles;
  UPDATE files SET signature = '', hash = '';
  `,
  `
  -- The newest changes of what readers see, an entry for each article that a write showed, changed or took away.
  CREATE TABLE journal (
    number INTEGER PRIMARY KEY,     -- without gaps; old entries are dropped, the last one never
    word TEXT NOT NULL,             -- made of the word before and of this entry
    article INTEGER NOT NULL,
    id TEXT NOT NULL,
    at INTEGER NOT NULL,
    terms_before TEXT,              -- keys of terms, divided by blanks; NULL: was not shown
    terms_after TEXT                -- NULL: is not shown any more
  );
  CREATE INDEX journal_by_article ON journal (article, number);
  `,
  `
  -- What tells one state of an article from another, apart from the long texts: whether a feed's piece of it still holds.
  CREATE INDEX articles_marks ON articles (number, hash, slug, updated_at);
  `,
  `
  -- The pictures and recordings of the folder: by what each article file shows, there or not.
  CREATE TABLE media (
    file TEXT NOT NULL,             -- the article file
    path TEXT NOT NULL,
    signature TEXT NOT NULL,        -- size and times; empty: it was not there
    PRIMARY KEY (file, path)
  ) WITHOUT ROWID;
  CREATE INDEX media_by_path ON media (path, file);
  ALTER TABLE articles ADD COLUMN image TEXT;
  UPDATE files SET signature = '', hash = '';
  `,
  `
  -- With the place of the term in it, so that the terms of an article are read without a look at their rows.
  DROP INDEX article_terms_by_article;
  CREATE INDEX article_terms_by_article ON article_terms (article, position);
  `,
];
