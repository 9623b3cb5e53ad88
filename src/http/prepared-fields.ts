import { type BodyForm, codedEtag } from '../feeds/encodings.ts';
import type { Instant } from '../model/instant.ts';
import { httpDate } from '../time/instant.ts';

/** Fields of an answer by their names in lower case. */
export type Fields = Readonly<Record<string, string>>;

/** What is known of what an address shows. */
export interface RepresentationHead {
  /** Strong, with its quotes; made from the bytes alone. */
  readonly etag: string;
  /** Whole seconds; undefined where there is no true time. */
  readonly changedAt?: Instant;
}

/** What an address shows, before it is coded. */
export interface Representation extends RepresentationHead {
  readonly body: Uint8Array<ArrayBuffer>;
  /** Where it is kept longer than the bytes: what was said of it is kept as long. */
  readonly head?: RepresentationHead;
}

/** A representation in one form (RFC 9110 §8.8.3.3): what is said of it, written down once. */
export interface Prepared {
  readonly etag: string;
  /** What 304 and 200 say alike (RFC 9110 §15.4.5 asks for less; readers store what they see). */
  readonly kept: Fields;
  /** What 200 says; undefined before the first. node-server hands a record with a length to Node as it is. */
  whole: Fields | undefined;
}

/** Node renews its Date once a second, and may be late by a little: so long, an answer with a time brings its own. */
const YOUNG_MS = 2_000;

/** Whether something has changed so lately that its answers tell the time themselves. */
export const isYoung = (changedAt: Instant | undefined, now: Instant): boolean =>
  changedAt !== undefined && now - changedAt < YOUNG_MS;

/** Keeps the fields of finished answers, for as long as what they are said of is kept. */
export class PreparedFields {
  readonly #known = new WeakMap<RepresentationHead, Map<BodyForm | undefined, Prepared>>();

  /** What was prepared of a representation in a form, if it was. */
  known(head: RepresentationHead, form: BodyForm | undefined): Prepared | undefined {
    return this.#known.get(head)?.get(form);
  }

  /** What is said of a representation in a form; `fields` is asked once. */
  of(
    representation: RepresentationHead & Pick<Representation, 'head'>,
    form: BodyForm | undefined,
    fields: () => Fields,
  ): Prepared {
    const head = representation.head ?? representation;
    const forms = this.#known.get(head) ?? new Map<BodyForm | undefined, Prepared>();
    const found = forms.get(form);
    if (found !== undefined) return found;
    const { etag: plain, changedAt } = representation;
    const etag = form === undefined ? plain : codedEtag(plain, form);
    const modified = changedAt === undefined ? undefined : { 'last-modified': httpDate(changedAt) };
    const prepared = { etag, kept: { ...fields(), etag, ...modified, vary: 'Accept-Encoding' }, whole: undefined };
    this.#known.set(head, forms.set(form, prepared));
    return prepared;
  }
}
