import type { Article, Attachment } from '../../model/article.ts';
import { type Medium, mediaTypeOf } from '../../model/media.ts';
import type { Draft, FoundMedia } from '../draft.ts';
import type { MediaFinder } from './media-folder.ts';

type Media = Pick<Article, 'attachments' | 'image'>;

interface Sources {
  /** Sanitised: every address is absolute. */
  readonly html: string;
  /** What relative addresses are read from that mean no file of the folder. */
  readonly base: string;
  readonly finder: MediaFinder;
  /** Is told of an address that is none. */
  readonly refuse: (line: number, address: string) => void;
}

/**
 * The files that belong to an article, recordings first: those that its fields name; the recordings in its text; and of
 * the pictures those that are files of the folder, for only their length is known. Each stands once. `image` is the
 * picture that stands for the article: the one that a field names, else the first in the text.
 */
export function attachmentsOf(draft: Draft, { html, base, finder, refuse }: Sources): Media {
  const place = (media: FoundMedia): Attachment | undefined => {
    const attachment = toAttachment(media, base, finder);
    if (attachment === undefined) refuse(media.line, media.text);
    return attachment;
  };
  const named = (draft.media ?? []).flatMap((media) => place(media) ?? []);
  const lead = draft.image === undefined ? undefined : place({ ...draft.image, medium: 'image' });
  const isLocal = ({ url }: Attachment): boolean => finder.found.has(url);
  const shown = mediaIn(html).map(({ url, medium }) => ({ medium, file: fileAt(url, medium, finder) }));
  const recordings = shown.filter(({ medium }) => medium !== 'image').map(({ file }) => file);
  const pictures = shown.filter(({ medium, file }) => medium === 'image' && isLocal(file)).map(({ file }) => file);
  const leads = lead !== undefined && isLocal(lead) ? [lead] : [];

  const attachments = new Map<string, Attachment>();
  for (const file of [...byMedium(named), ...recordings, ...leads, ...pictures]) {
    if (!attachments.has(file.url)) attachments.set(file.url, file);
  }
  const image =
    lead ??
    shown.find(({ medium }) => medium === 'image')?.file ??
    named.find(({ mimeType }) => mimeType.startsWith('image/'));
  return { attachments: [...attachments.values()], ...(image === undefined ? {} : { image: image.url }) };
}

/** Recordings before pictures: some formats and readers know one file alone. */
const byMedium = (files: readonly Attachment[]): readonly Attachment[] => {
  const isRecording = ({ mimeType }: Attachment): boolean => /^(?:audio|video)\//.test(mimeType);
  return [...files.filter(isRecording), ...files.filter((file) => !isRecording(file))];
};

/** What is taken for the type of a file whose name does not tell it. */
const LIKELY: Readonly<Record<Medium, string>> = {
  image: 'image/jpeg',
  audio: 'audio/mpeg',
  video: 'video/mp4',
  document: 'application/octet-stream',
};

function fileAt(url: string, medium: Medium, finder: MediaFinder): Attachment {
  const file = finder.found.get(url);
  return file === undefined ? byName(url, medium) : { url, mimeType: file.mimeType, length: file.bytes };
}

const byName = (url: string, medium: Medium): Attachment => ({
  url,
  mimeType: mediaTypeOf(url)?.mimeType ?? LIKELY[medium],
});

function toAttachment(found: FoundMedia, base: string, finder: MediaFinder): Attachment | undefined {
  const { text, medium = 'document', mimeType, bytes, title, durationSeconds } = found;
  const details = {
    ...(title === undefined ? {} : { title }),
    ...(durationSeconds === undefined ? {} : { durationSeconds }),
  };
  const file = finder.find(text);
  if (file !== undefined) {
    return { url: file.url, mimeType: mimeType ?? file.mimeType, length: file.bytes, ...details };
  }
  const url = URL.parse(text, base);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  const known = byName(url.href, medium);
  return { ...known, ...(mimeType && { mimeType }), ...(bytes !== undefined && { length: bytes }), ...details };
}

const ELEMENT = /<(?<element>img|audio|video)\b(?<attributes>[^>]*)>(?<inside>(?:\s*<source\b[^>]*>)*)/g;
const SOURCE = /\ssrc="(?<address>[^"]*)"/;

/** The pictures and recordings of a piece of sanitised HTML, in its order. */
function mediaIn(html: string): readonly { readonly url: string; readonly medium: Medium }[] {
  return [...html.matchAll(ELEMENT)].flatMap(({ groups = {} }) => {
    const { element = '', attributes = '', inside = '' } = groups;
    const address = (SOURCE.exec(attributes) ?? SOURCE.exec(inside))?.groups?.address?.replaceAll('&amp;', '&');
    if (address === undefined) return [];
    return [{ url: address, medium: element === 'img' ? 'image' : element === 'audio' ? 'audio' : 'video' }];
  });
}
