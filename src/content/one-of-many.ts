import { createHash } from 'node:crypto';
import { toSlug } from '../model/slug.ts';
import type { Draft } from './draft.ts';

const MAX_TITLE_SLUG = 80;

/**
 * Gives a draft that stands in a file with others what a file of its own would have given it: an id (its web address,
 * where it names no other) and the last word of its page's address (of the web address, else of the title). Neither
 * depends on its place among the others.
 */
export function asOneOfMany(draft: Draft): Draft {
  const url = draft.url;
  const wanted = draft.slug ?? wordOf(url?.text) ?? shortened(draft.title.text);
  const hash = createHash('sha256').update(JSON.stringify([draft.title.text, draft.stamps[0]?.text ?? '']));
  return {
    ...draft,
    part: draft.part ?? hash.digest('hex').slice(0, 16),
    ...(draft.id === undefined && url !== undefined ? { id: url } : {}),
    ...(wanted === undefined
      ? {}
      : { slug: typeof wanted === 'string' ? { text: wanted, line: draft.title.line } : wanted }),
  };
}

const NO_WORD = /^(?:index|default|article|story|\d*|[\da-f-]{16,})$/i;

/** The last word of an address when it says more than a number. */
function wordOf(address: string | undefined): string | undefined {
  const path = address === undefined ? undefined : URL.parse(address)?.pathname;
  const last = path?.split('/').findLast((part) => part !== '');
  const word = last === undefined ? '' : decoded(last).replace(/\.[a-z]{3,5}$/i, '');
  return NO_WORD.test(word) || toSlug(word) === undefined ? undefined : word;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

/** A title as far as an address may be long, cut between words. */
function shortened(title: string): string | undefined {
  const slug = toSlug(title.slice(0, MAX_TITLE_SLUG).toWellFormed());
  if (slug === undefined || title.length <= MAX_TITLE_SLUG) return slug;
  return slug.includes('-') ? slug.slice(0, slug.lastIndexOf('-')) : slug;
}
