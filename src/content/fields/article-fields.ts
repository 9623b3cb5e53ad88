import type { Draft, Found, Stamp } from '../draft.ts';
import { authorsOf } from './author-names.ts';
import { addressesOf, type Field, type Fields, foldKeys, textsOf, wordsOf } from './field.ts';
import { FIELD_NAMES, type Meaning } from './field-names.ts';
import { mediaOf, secondsOf } from './media-fields.ts';

/** Everything of a draft that fields can say; what they do not say is not there. */
export type FieldsDraft = Omit<Draft, 'title' | 'html'> & { readonly title?: Found };

export interface FieldHabits {
  /** `tags: ferries tides` are two tags, as Jekyll has it; everywhere else they are one. */
  readonly tagsBetweenBlanks: boolean;
  /** `link:` is what the article is about, as in front matter; in JSON it is where the article stands. */
  readonly linksElsewhere: boolean;
}

/**
 * Reads what the fields of front matter or of a JSON record say of an article. Of several sections the first is the
 * section, the others are tags. Keys are known in any spelling (`publishedAt`, `published_at`).
 */
export function readArticleFields(
  given: Fields,
  habits: FieldHabits = { tagsBetweenBlanks: false, linksElsewhere: false },
): FieldsDraft {
  const fields = withInner(foldKeys(given));
  const all = (meaning: Meaning): readonly Field[] => FIELD_NAMES[meaning].flatMap((key) => fields.get(key) ?? []);
  const word = (meaning: Meaning): Found | undefined => all(meaning).flatMap(wordsOf)[0];
  const isElsewhere = (key: string): boolean => key === 'externalurl' || (habits.linksElsewhere && key === 'link');
  const addresses = (keys: readonly string[]): readonly Found[] =>
    keys.flatMap((key) => fields.get(key) ?? []).flatMap(addressesOf);
  const [section, ...otherSections] = sectionsOf(fields, habits);
  const published = FIELD_NAMES.published.flatMap((key) => stampsOf(key, fields));
  const updated = FIELD_NAMES.updated.flatMap((key) => stampsOf(key, fields));
  return {
    stamps: [
      ...stamps(
        published.find((found) => !BOOLEAN.test(found.text)),
        'published',
      ),
      ...stamps(
        updated.find((found) => !BOOLEAN.test(found.text)),
        'updated',
      ),
    ],
    tags: [
      ...all('tags')
        .slice(0, 1)
        .flatMap((field) => tagsIn(field, habits)),
      ...otherSections,
    ],
    authors:
      all('authors')
        .map(authorsOf)
        .find((authors) => authors.length > 0) ?? [],
    related: [],
    isDraft: isDraft(word('draft'), word('status'), published),
    ...(isYes(word('minor')) && { isMinor: true }),
    ...mediaIn(all),
    ...withoutUndefined({
      title: word('title'),
      summary: word('summary')?.text,
      section,
      series: word('series'),
      id: word('id'),
      url: addresses(FIELD_NAMES.url.filter((key) => !isElsewhere(key)))[0],
      elsewhere: addresses([...FIELD_NAMES.externalUrl, 'link'].filter(isElsewhere))[0],
      slug: word('slug'),
      language: word('language'),
    }),
  };
}

/** The lead picture, and what else belongs to the article; a second picture is one more file. */
function mediaIn(all: (meaning: Meaning) => readonly Field[]): Pick<Draft, 'image' | 'media'> {
  const [image, ...pictures] = all('image').flatMap((field) => mediaOf(field, 'image'));
  const media = [
    ...all('enclosure').flatMap((field) => mediaOf(field)),
    ...all('audio').flatMap((field) => mediaOf(field, 'audio')),
    ...all('video').flatMap((field) => mediaOf(field, 'video')),
    ...pictures,
  ];
  const [recording, ...others] = media;
  const [duration] = all('duration').flatMap(textsOf);
  const seconds = duration === undefined ? undefined : secondsOf(duration.text);
  const timed =
    recording === undefined || seconds === undefined ? media : [{ durationSeconds: seconds, ...recording }, ...others];
  return { ...(image && { image }), ...(timed.length > 0 && { media: timed }) };
}

/** Records that hold further fields of the same article; its own come first. */
const INNER = ['taxonomies', 'params', 'fields', 'attributes', 'extra'];

function withInner(fields: Fields): Fields {
  const inner = INNER.flatMap((key) => {
    const field = fields.get(key);
    return field?.kind === 'record' ? [...foldKeys(field.fields)] : [];
  });
  return inner.length === 0 ? fields : new Map([...inner, ...fields]);
}

const WITHOUT_ZONE = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/;

/** The stamps of one key. A key that ends with `gmt` says the zone that its values leave out. */
const stampsOf = (key: string, fields: Fields): readonly Found[] =>
  wordsOf(fields.get(key)).map(({ text, line }) => ({
    text: key.endsWith('gmt') && WITHOUT_ZONE.test(text) ? `${text}Z` : (UNIX_TIME.exec(text)?.[1] ?? text),
    line,
  }));

/** Programs that know one kind of number write `1706933106.0`. */
const UNIX_TIME = /^(\d{10})\.\d+$/;

type Defined<Record> = { [Key in keyof Record]?: Exclude<Record[Key], undefined> };

function withoutUndefined<Record extends object>(record: Record): Defined<Record> {
  const entries = Object.entries(record).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Defined<Record>;
}

const NO = /^(?:false|no|off|n|0)$/i;
const BOOLEAN = /^(?:true|yes|on|false|no|off)$/i;
const UNPUBLISHED = /^(?:draft|private|hidden|pending|trash|unpublished|auto-draft)$/i;

const isYes = (found: Found | undefined): boolean => found !== undefined && !NO.test(found.text);

/** `draft:` with anything but a no, lest half a story goes out by a slip; `published: false` says the same. */
const isDraft = (draft: Found | undefined, status: Found | undefined, published: readonly Found[]): boolean =>
  isYes(draft) ||
  (status !== undefined && UNPUBLISHED.test(status.text)) ||
  published.some(({ text }) => BOOLEAN.test(text) && NO.test(text));

const stamps = (found: Found | undefined, role: Stamp['role']): readonly Stamp[] =>
  found === undefined ? [] : [{ ...found, role }];

/** Kinds of records among tags that are none: tones, series and people, as newspapers' interfaces mix them in. */
const isTag = (field: Field): boolean => {
  const kind = field.kind === 'record' ? textsOf(field.fields.get('type'))[0]?.text : undefined;
  return kind === undefined || /^(?:tag|keyword|topic|subject|term)$/i.test(kind);
};

/** Labels of readers say how an article was dealt with, not what it is about. */
const READER_STATE = /^user\/[^/]+\/(?:state|source)\//;
const READER_LABEL = /^user\/[^/]+\/label\//;

/** A list is taken as it is, so that a tag may hold a comma; a text is divided at its commas. */
function tagsIn(field: Field, habits: FieldHabits): readonly Found[] {
  if (field.kind === 'text') {
    const { text, line } = field.value;
    const commas = /[,;،、，；]/;
    const between = habits.tagsBetweenBlanks && !commas.test(text) ? /\s+/ : commas;
    return text.split(between).map((part) => ({ text: part.trim(), line }));
  }
  const inner = field.kind === 'record' ? field.fields.get('data') : undefined;
  if (inner?.kind === 'list') return tagsIn(inner, habits);
  return (field.kind === 'list' ? field.values : [field])
    .filter(isTag)
    .flatMap((value) => (value.kind === 'list' ? tagsIn(value, habits) : wordsOf(value)))
    .filter(({ text }) => !READER_STATE.test(text))
    .map(({ text, line }) => ({ text: text.replace(READER_LABEL, ''), line }));
}

/** A text under a key in the singular is one section, whatever it holds. */
function sectionsOf(fields: Fields, habits: FieldHabits): readonly Found[] {
  const key = FIELD_NAMES.section.find((name) => fields.has(name));
  const field = key === undefined ? undefined : fields.get(key);
  if (field === undefined) return [];
  return field.kind === 'text' && key !== 'categories' ? [field.value] : tagsIn(field, habits);
}
