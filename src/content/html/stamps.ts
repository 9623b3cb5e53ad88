import { readTimestamp } from '../../time/timestamp.ts';
import type { Stamp } from '../draft.ts';
import { stampLineOf } from '../page/stamp-line.ts';
import { type ArticleData, dataClaims } from './article-data.ts';
import { type Claim, metaClaims, microformatClaims, propertyClaims, saidAt, shownAt } from './claim.ts';
import { attribute } from './dom.ts';
import { type Facts, ownPlaces, type Place } from './facts.ts';

/** Metas that say when an article was published, the surest first. */
const PUBLISHED_METAS = `article:published_time article:published og:article:published_time og:published_time
  rnews:datepublished datepublished parsely-pub-date sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime
  article.published shareaholic:article_published_time vr:published_time bt:pubdate originalpublicationdate
  article:publication_date publication_date publication-date publish-date publishdate publish_date published_date
  published-date published publishtime pub_date pubdate article_date_original displaydate ptime citation_publication_date
  citation_online_date citation_date dc.date.issued dcterms.issued dc.issued dcterms.date dc.date dcterms.created
  dc.date.created dc.created date_published sort_date date`.split(/\s+/);
const UPDATED_METAS = `article:modified_time article:modified og:updated_time og:article:modified_time datemodified
  dcterms.modified dc.date.modified dc.modified lastmod last-modified last_updated_date revision_date utime
  article.updated moddate`.split(/\s+/);
/** When a file or record was made is a guess at best. */
const CREATED_METAS = ['datecreated', 'created', 'article.created', 'article:created'];

const EARLIEST_YEAR = 1990;
const DAY_MS = 86_400_000;
const MIDNIGHT = /[T ]00:00(?::00(?:\.0+)?)?(?:Z|[+-]\d\d:?\d\d)?$/;

interface Read extends Claim {
  /** An instant, or the start of a bare day. */
  readonly at: number;
  readonly hasClock: boolean;
  readonly hasZone: boolean;
}

/**
 * The one time of publication and the one of the last change that a page's markup gives, as stamps; empty where it gives
 * none that can be. The first source by order counts, unless it cannot be read, lies before 1990 or after the change, or
 * says less than another one of the same day: a clock beats a bare day or midnight, a zone the lack of one.
 */
export function markedStamps(
  facts: Facts,
  data: ArticleData,
  language: string | undefined,
): readonly (Claim & Pick<Stamp, 'role'>)[] {
  const read = (claims: readonly Claim[]): readonly Read[] =>
    claims.flatMap((claim) => readClaim(claim, language) ?? []);
  const shown = shownTimes(facts);
  const updated = best(
    read([
      ...dataClaims(data, 'dateModified'),
      ...metaClaims(facts, UPDATED_METAS),
      ...propertyClaims(facts, 'datemodified'),
      ...microformatClaims(facts, 'dt-updated'),
      ...shown.updated,
    ]),
  );
  const candidates = read([
    ...dataClaims(data, 'datePublished'),
    ...metaClaims(facts, PUBLISHED_METAS),
    ...propertyClaims(facts, 'datepublished'),
    ...microformatClaims(facts, 'dt-published'),
    ...dataClaims(data, 'uploadDate', 'dateCreated', 'startDate'),
    ...metaClaims(facts, CREATED_METAS),
    ...propertyClaims(facts, 'datecreated'),
    ...shown.published,
  ]);
  const possible = updated === undefined ? candidates : candidates.filter(({ at }) => at < updated.at + DAY_MS);
  const published = best(possible.length > 0 ? possible : candidates);
  return [
    ...(published === undefined
      ? []
      : [{ text: published.text, source: published.source, role: 'published' as const }]),
    ...(updated === undefined ? [] : [{ text: updated.text, source: updated.source, role: 'updated' as const }]),
  ];
}

function readClaim(claim: Claim, language: string | undefined): Read | undefined {
  const text = claim.text.slice(0, MAX_STAMP_LENGTH);
  const options = language === undefined ? {} : { language };
  const time = readTimestamp(text, options);
  if (time.kind === 'error') return undefined;
  const at = time.kind === 'instant' ? time.instant : Date.parse(time.date);
  if (Number.isNaN(at) || new Date(at).getUTCFullYear() < EARLIEST_YEAR) return undefined;
  const hasClock = time.kind === 'instant' && !MIDNIGHT.test(text);
  return { text, source: claim.source, at, hasClock, hasZone: time.explanation.zone?.from === 'text' };
}

const MAX_STAMP_LENGTH = 200;

/** The first, or one that says the same and more. */
function best(claims: readonly Read[]): Read | undefined {
  const [first] = claims;
  if (first === undefined) return undefined;
  const precise = first.hasClock ? first : (claims.find((one) => one.hasClock && isSameDay(one, first)) ?? first);
  if (precise.hasZone || !precise.hasClock) return precise;
  return claims.find((one) => one.hasZone && one.hasClock && isSameClock(one, precise)) ?? precise;
}

/** A bare day may be that of another zone. */
const isSameDay = (one: Read, other: Read): boolean => {
  const laterMs = one.at - other.at;
  return laterMs >= -DAY_MS / 2 && laterMs < DAY_MS * 1.5;
};

const LARGEST_OFFSET_MS = 14 * 3_600_000;
const QUARTER_MS = 900_000;

/** Two stamps that differ by what a zone can make. */
const isSameClock = (one: Read, other: Read): boolean => {
  const apartMs = Math.abs(one.at - other.at);
  return apartMs <= LARGEST_OFFSET_MS && apartMs % QUARTER_MS < MINUTE_MS;
};

const MINUTE_MS = 60_000;
const UPDATED_WORDS = /updat|modif|revis|chang|edit(?:ed)?\b|aktualis|actualiz|mise?-?a-?jour|aggiorn|обновл/i;
const PUBLISHED_WORDS =
  /publish|posted|entry-date|created|pubdate|p-?time|post-date|date-?posted|veröffentlicht|publi/i;

interface ShownTimes {
  readonly published: readonly Claim[];
  readonly updated: readonly Claim[];
}

/** Times that the page shows in marked elements of the article: those that say their part first. */
function shownTimes(facts: Facts): ShownTimes {
  const times = ownPlaces(facts.times).slice(0, MAX_LOOKED_AT);
  const isUpdate = (place: Place): boolean =>
    UPDATED_WORDS.test(namesOf(place)) || stampLineOf(shownAt(place))?.label === 'updated';
  const says = times.filter(
    (place) => PUBLISHED_WORDS.test(namesOf(place)) || place.element.getAttribute('pubdate') !== null,
  );
  const others = times.filter((place) => !says.includes(place) && !isUpdate(place));
  const dated = ownPlaces(facts.dates)
    .filter(({ element }) => element.localName !== 'time')
    .slice(0, MAX_LOOKED_AT);
  const said = (places: readonly Place[], source: string): readonly Claim[] =>
    places.slice(0, MAX_SHOWN).flatMap((place) => timeClaims(place, source));
  const stampsShown = dated.filter(
    (place) => shownAt(place).length <= MAX_STAMP_LENGTH && stampLineOf(shownAt(place))?.hasDay === true,
  );
  return {
    published: [
      ...said(
        says.filter((place) => !isUpdate(place)),
        'time, by its class',
      ),
      ...said(others, 'time'),
      ...said(
        stampsShown.filter((place) => !isUpdate(place)),
        'class of a date',
      ),
    ],
    updated: [
      ...said(times.filter(isUpdate), 'time, by its class'),
      ...said(stampsShown.filter(isUpdate), 'class of a date'),
    ],
  };
}

const MAX_SHOWN = 10;
/** More times than this are a list of other things. */
const MAX_LOOKED_AT = 200;
const namesOf = ({ element }: Place): string =>
  ['class', 'itemprop', 'id', 'data-testid'].map((name) => attribute(element, name)).join(' ') +
  ` ${element.parentElement === null ? '' : attribute(element.parentElement, 'class')}`;

/** Both what a time says to programs and what it shows: one of them may lack the clock, or the zone. */
const timeClaims = (place: Place, source: string): readonly Claim[] => [
  { text: saidAt(place), source },
  { text: shownAt(place), source: `${source}, as shown` },
];
