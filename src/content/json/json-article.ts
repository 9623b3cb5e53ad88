import { ContentError } from '../../model/errors.ts';
import type { Draft, Found } from '../draft.ts';
import { readArticleFields } from '../fields/article-fields.ts';
import { type Field, type Fields, foldKeys, textsOf, wordsOf } from '../fields/field.ts';
import { BODY_NAMES, type BodyKind, FIELD_NAMES } from '../fields/field-names.ts';
import { titleFromLead } from '../lead-title.ts';
import { bodyToHtml } from '../markdown/body-text.ts';
import { textOfHtml } from '../sanitise.ts';

/** A record of JSON; its keys are folded. */
export interface JsonRecord {
  readonly fields: Fields;
  readonly line: number;
}

/** Records that may hold the article in place of the record around them, or more of it. */
const AROUND = ['node', 'item', 'data', 'post', 'article', 'story', 'source', '_source'];
const BESIDE = ['fields', 'attributes', '_source'];

/** The record of an article, taken out of what stands around it; what stands beside it is added. */
export function recordOf(field: Field): JsonRecord | undefined {
  if (field.kind !== 'record') return undefined;
  const fields = withTermsOfWordPress(foldKeys(field.fields));
  const beside = BESIDE.flatMap((key) => [...(innerOf(fields, key) ?? [])]);
  const own = new Map([...beside, ...fields]);
  if (isArticle(own)) return { fields: own, line: field.line };
  for (const key of AROUND) {
    const inner = fields.get(key);
    const found = inner?.kind === 'record' ? recordOf(inner) : undefined;
    if (found !== undefined && isArticle(found.fields)) return found;
  }
  return { fields: own, line: field.line };
}

function innerOf(fields: Fields, key: string): Fields | undefined {
  const field = fields.get(key);
  return field?.kind === 'record' ? foldKeys(field.fields) : undefined;
}

/** The interface of WordPress names terms and authors by numbers; with `?_embed` their names stand in `_embedded`. */
function withTermsOfWordPress(fields: Fields): Fields {
  const embedded = innerOf(fields, '_embedded');
  if (embedded === undefined) return fields;
  const terms = embedded.get('wp:term');
  const lists = terms?.kind === 'list' ? terms.values : [];
  const named = (taxonomy: string): Field => ({
    kind: 'list',
    line: 1,
    values: lists
      .flatMap((list) => (list.kind === 'list' ? list.values : []))
      .filter((term) => term.kind === 'record' && textsOf(term.fields.get('taxonomy'))[0]?.text === taxonomy),
  });
  return new Map([
    ...fields,
    ['tags', named('post_tag')],
    ['categories', named('category')],
    ...[...embedded].filter(([key]) => key === 'author'),
    ...pictureIn(embedded.get('wp:featuredmedia')),
  ]);
}

/** The picture that stands for the article, as `image`. */
function pictureIn(media: Field | undefined): readonly (readonly [string, Field])[] {
  const [first] = media?.kind === 'list' ? media.values : [];
  const address = first?.kind === 'record' ? foldKeys(first.fields).get('sourceurl') : undefined;
  return address === undefined ? [] : [['image', address]];
}

const SCHEMA_ARTICLE = /Article|Posting|Report|Review|CreativeWork|BlogPost/;

/** What schema.org says that a record is; undefined when it says nothing. */
const typesOf = (fields: Fields): string | undefined =>
  fields.has('@type')
    ? textsOf(fields.get('@type'))
        .map(({ text }) => text)
        .join(' ')
    : undefined;

const has = (fields: Fields, names: readonly string[]): boolean =>
  names.some((name) => wordsOf(fields.get(name)).some(({ text }) => text !== ''));

/** True for a record that says of itself that it is something else, as a site or a person. */
export const isOtherThing = ({ fields }: JsonRecord): boolean => {
  const types = typesOf(fields);
  return types !== undefined && !SCHEMA_ARTICLE.test(types);
};

/** True for fields that only an article has: a title or a text, and a time or an address. */
export function isArticle(fields: Fields): boolean {
  const types = typesOf(fields);
  if (types !== undefined) return SCHEMA_ARTICLE.test(types);
  return isNamed(fields) && (has(fields, FIELD_NAMES.published) || has(fields, ['url', 'link', 'weburl', 'canonical']));
}

/** True for fields that say what an article says, whether or not it is whole. */
export const isNamed = (fields: Fields): boolean => has(fields, FIELD_NAMES.title) || bodyOf(fields) !== undefined;

/** True for a record with a title and a text of its own. */
export const isWhole = (fields: Fields): boolean => has(fields, FIELD_NAMES.title) && bodyOf(fields) !== undefined;

function bodyOf(fields: Fields): { readonly found: Found; readonly kind: BodyKind } | undefined {
  for (const [name, kind] of Object.entries(BODY_NAMES)) {
    const blocks = blocksIn(fields.get(name));
    if (blocks !== undefined) return { found: blocks, kind: 'any' };
    const [found] = wordsOf(fields.get(name));
    if (found !== undefined) return { found, kind };
  }
  return undefined;
}

/** The text of a list of blocks, as editors keep it (`children` or `data` with a `text`), a paragraph each. */
function blocksIn(field: Field | undefined): Found | undefined {
  if (field?.kind !== 'list') return undefined;
  const texts = field.values.map((block) => textIn(block, MAX_BLOCK_DEPTH)).filter((text) => text !== '');
  return texts.length === 0 ? undefined : { text: texts.join('\n\n'), line: field.line };
}

const MAX_BLOCK_DEPTH = 4;

function textIn(block: Field, depth: number): string {
  if (block.kind === 'text' || depth === 0) return '';
  if (block.kind === 'list') return block.values.map((inner) => textIn(inner, depth)).join('');
  const text = block.fields.get('text');
  if (text?.kind === 'text') return text.value.text;
  return ['children', 'data', 'content'].map((key) => textInOf(block.fields.get(key), depth - 1)).join('');
}

const textInOf = (field: Field | undefined, depth: number): string => (field === undefined ? '' : textIn(field, depth));

/** What newspapers' interfaces leave of a text that they cut off. */
const CUT_OFF = /\s*\[\+\d+ chars\]$/;

/** Makes a draft of a record. Throws ContentError for one without title and text. */
export function draftOfJson({ fields, line }: JsonRecord): Draft {
  const { title, summary, ...given } = readArticleFields(fields);
  const body = bodyOf(fields);
  const named = title ?? (body === undefined ? undefined : wordsOf(fields.get('name'))[0]);
  const url = given.url ?? addressIn(fields, ADDRESS_NAMES);
  const id = idIn(fields) ?? given.id;
  const image = addressIn(fields, IMAGE_NAMES);
  const text = body?.found.text.replace(CUT_OFF, '') ?? summary ?? '';
  const html = bodyToHtml(text, body?.kind ?? 'any');
  const heading = named === undefined ? titleFromLead(textOfHtml(html)) : textOfHtml(named.text);
  if (heading === '') {
    throw new ContentError('the article has neither a title nor a text; add "title" and "content_html"', line);
  }
  return {
    ...given,
    title: { text: heading, line: named?.line ?? line },
    ...(named === undefined ? { titleNote: 'the article has no title, it is made of its text' } : {}),
    html,
    tags: given.tags.map(withoutReferences),
    ...(given.section === undefined ? {} : { section: withoutReferences(given.section) }),
    ...(summary === undefined ? {} : { summary: textOfHtml(summary) }),
    ...(url === undefined ? {} : { url }),
    ...(id === undefined ? {} : { id }),
    ...(image === undefined ? {} : { image }),
  };
}

/** WordPress writes even its tags as HTML. */
const withoutReferences = ({ text, line }: Found): Found => ({
  text: /&#?\w+;/.test(text) ? textOfHtml(text) : text,
  line,
});

/** Other names of ids, the most lasting first; in JSON they go before a mere number. */
const ID_NAMES = ['@id', 'guid', 'uuid', 'id', '_id', 'objectid'];

/** The id that a record names. */
export const idIn = (fields: Fields): Found | undefined => ID_NAMES.flatMap((name) => wordsOf(fields.get(name)))[0];

/** The web address of a record that may be no whole article. */
export const addressOfRecord = ({ fields }: JsonRecord): Found | undefined =>
  readArticleFields(fields).url ?? addressIn(fields, ADDRESS_NAMES);

const ADDRESS_NAMES = ['weburl', 'mainentityofpage', 'alternate', 'source', 'sourceurl', 'uri', 'href'];

/** Of images, JSON and schema.org have several sizes; the first is the greatest. */
const IMAGE_NAMES = [
  ...['image', 'imageurl', 'bannerimage', 'featuredimage', 'featureimage', 'leadimage', 'leadimageurl', 'topimage'],
  ...['urltoimage', 'socialimage', 'jetpackfeaturedmediaurl', 'thumbnailurl', 'thumbnail'],
];

/** The first web address under some keys that only sometimes hold one. */
function addressIn(fields: Fields, names: readonly string[]): Found | undefined {
  for (const name of names) {
    const field = fields.get(name);
    const record = field?.kind === 'list' ? field.values[0] : field;
    const found =
      record?.kind === 'record'
        ? ['href', 'url', '@id'].flatMap((key) => textsOf(record.fields.get(key)))[0]
        : textsOf(record)[0];
    if (found !== undefined && /^https?:\/\/\S+$/i.test(found.text)) return found;
  }
  return undefined;
}
