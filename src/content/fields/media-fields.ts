import type { Medium } from '../../model/media.ts';
import type { FoundMedia } from '../draft.ts';
import { type Field, type Fields, foldKeys, textsOf } from './field.ts';

/** The keys of a record that describes one file, folded. */
const KEYS = {
  address: ['url', 'href', 'src', 'file', 'path', 'link', 'contenturl', '@id', 'image', 'audio', 'video', 'feature'],
  mimeType: ['mimetype', 'type', 'mime', 'encodingformat'],
  bytes: ['sizeinbytes', 'length', 'bytes', 'size', 'filesize', 'contentsize'],
  title: ['title', 'name', 'alt', 'caption'],
  duration: ['durationinseconds', 'duration', 'itunesduration'],
} as const;

/** The files that a field names: each a text that is an address, or a record; a list has several. */
export function mediaOf(field: Field | undefined, medium?: Medium): readonly FoundMedia[] {
  if (field === undefined) return [];
  if (field.kind === 'list') return field.values.flatMap((value) => mediaOf(value, medium));
  const kind = medium === undefined ? {} : { medium };
  if (field.kind === 'text') return field.value.text === '' ? [] : [{ ...field.value, ...kind }];
  const fields = foldKeys(field.fields);
  const [address] = wordsUnder(fields, KEYS.address);
  if (address === undefined) return [];
  const word = (key: keyof typeof KEYS): string | undefined => wordsUnder(fields, KEYS[key])[0]?.text;
  const [mimeType, bytes, title, duration] = [word('mimeType'), word('bytes'), word('title'), word('duration')];
  const seconds = duration === undefined ? undefined : secondsOf(duration);
  return [
    {
      ...address,
      ...kind,
      ...(mimeType !== undefined && /^[\w.+-]+\/[\w.+-]+$/.test(mimeType) && { mimeType: mimeType.toLowerCase() }),
      ...(bytes !== undefined && /^\d{1,15}$/.test(bytes) && { bytes: Number(bytes) }),
      ...(title !== undefined && { title }),
      ...(seconds !== undefined && { durationSeconds: seconds }),
    },
  ];
}

const wordsUnder = (fields: Fields, keys: readonly string[]) => keys.flatMap((key) => textsOf(fields.get(key)));

const ISO_DURATION = /^PT(?:(?<h>\d+)H)?(?:(?<m>\d+)M)?(?:(?<s>\d+)(?:\.\d+)?S)?$/i;

/** Reads `1:02:03`, `62:03`, `3723` or `PT1H2M3S` as whole seconds; undefined for anything else. */
export function secondsOf(duration: string): number | undefined {
  const text = duration.trim();
  if (/^\d{1,7}(?:\.\d+)?$/.test(text)) return Math.round(Number(text));
  if (/^\d{1,3}(?::\d{1,3}){1,2}$/.test(text)) {
    return text.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0);
  }
  const { h = '0', m = '0', s = '0' } = ISO_DURATION.exec(text)?.groups ?? {};
  const seconds = Number(h) * 3600 + Number(m) * 60 + Number(s);
  return ISO_DURATION.test(text) && seconds > 0 ? seconds : undefined;
}
