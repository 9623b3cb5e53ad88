import type { Medium } from '../../model/media.ts';
import type { FoundMedia } from '../draft.ts';
import { secondsOf } from '../fields/media-fields.ts';
import { textOfHtml } from '../sanitise.ts';
import { childrenNamed, textIn, type XmlElement } from './xml-elements.ts';

/** The files that an item of RSS brings with it: its enclosures, then what Media RSS names besides; each once. */
export function mediaOfItem(item: XmlElement): readonly FoundMedia[] {
  const groups = childrenNamed(item, 'media:group').flatMap((group) => childrenNamed(group, 'media:content'));
  const contents = [...childrenNamed(item, 'media:content'), ...groups];
  const duration = secondsOf(textIn(childrenNamed(item, 'itunes:duration')[0]));
  const enclosures = childrenNamed(item, 'enclosure').flatMap((element) => fileAt(element, 'url', 'length'));
  const files = [
    ...enclosures.map((file) => (duration === undefined ? file : { ...file, durationSeconds: duration })),
    ...contents.flatMap((element) => fileAt(element, 'url', 'fileSize')),
  ];
  return distinct(files);
}

/** The files that an entry of Atom brings with it. */
export const mediaOfEntry = (entry: XmlElement): readonly FoundMedia[] =>
  distinct(
    childrenNamed(entry, 'atom:link')
      .filter(({ attributes }) => attributes.get('rel') === 'enclosure')
      .flatMap((link) => fileAt(link, 'href', 'length')),
  );

const MEDIA: ReadonlySet<string> = new Set<Medium>(['image', 'audio', 'video', 'document']);
const isMedium = (word: string): word is Medium => MEDIA.has(word);

/** An address that is none leaves nothing: feeds have many, and the article is whole without. */
function fileAt(element: XmlElement, key: string, lengthKey: string): readonly FoundMedia[] {
  const { attributes, line } = element;
  const text = attributes.get(key)?.trim() ?? '';
  if (!/^https?:\/\/\S+$/i.test(text)) return [];
  const [type = '', bytes = ''] = [attributes.get('type'), attributes.get(lengthKey)];
  const medium = attributes.get('medium') ?? type.split('/')[0] ?? '';
  const title = attributes.get('title') ?? textOfHtml(textIn(childrenNamed(element, 'media:title')[0]));
  const seconds = secondsOf(attributes.get('duration') ?? '');
  return [
    {
      text,
      line,
      ...(isMedium(medium) && { medium }),
      ...(/^[\w.+-]+\/[\w.+-]+$/.test(type) && { mimeType: type.toLowerCase() }),
      // Programs that do not know the length write 0 or 1.
      ...(/^\d{2,15}$/.test(bytes) && { bytes: Number(bytes) }),
      ...(title !== '' && { title }),
      ...(seconds !== undefined && { durationSeconds: seconds }),
    },
  ];
}

const distinct = (files: readonly FoundMedia[]): readonly FoundMedia[] =>
  [...new Map(files.toReversed().map((file) => [file.text, file])).values()].reverse();
