/** What a file that belongs to an article is, for those who show it. */
export type Medium = 'image' | 'audio' | 'video' | 'document';

export interface MediaType {
  readonly medium: Medium;
  readonly mimeType: string;
}

/** By medium: a MIME type and the endings of its files. What is on no line is no medium, and is never served. */
const TYPES: Readonly<Record<Medium, readonly string[]>> = {
  image: [
    'image/jpeg jpg jpeg jpe jfif',
    'image/png png',
    'image/gif gif',
    'image/webp webp',
    'image/avif avif',
    'image/svg+xml svg',
    'image/bmp bmp',
    'image/tiff tif tiff',
    'image/heic heic',
    'image/jxl jxl',
    'image/apng apng',
    'image/vnd.microsoft.icon ico',
  ],
  audio: [
    'audio/mpeg mp3',
    'audio/mp4 m4a m4b',
    'audio/aac aac',
    'audio/ogg ogg oga opus spx',
    'audio/flac flac',
    'audio/wav wav',
    'audio/aiff aif aiff',
    'audio/webm weba',
    'audio/midi mid midi',
  ],
  video: [
    'video/mp4 mp4 m4v',
    'video/webm webm',
    'video/ogg ogv',
    'video/quicktime mov',
    'video/x-matroska mkv',
    'video/mpeg mpg mpeg',
    'video/3gpp 3gp',
  ],
  document: [
    'application/pdf pdf',
    'application/epub+zip epub',
    'text/vtt vtt',
    'application/x-subrip srt',
    'application/gpx+xml gpx',
    'application/zip zip',
    'text/csv csv',
  ],
};

const BY_ENDING: ReadonlyMap<string, MediaType> = new Map(
  (['image', 'audio', 'video', 'document'] as const).flatMap((medium) =>
    TYPES[medium].flatMap((line) => {
      const [mimeType = '', ...endings] = line.split(' ');
      return endings.map((ending): [string, MediaType] => [ending, { medium, mimeType }]);
    }),
  ),
);

/** What a file is by the ending of its name, or an address by that of its path; undefined for what is no medium. */
export function mediaTypeOf(address: string): MediaType | undefined {
  const ending = /\.(?<ending>[a-z\d]{2,5})$/i.exec(address.replace(/[?#].*$/s, ''))?.groups?.ending;
  return ending === undefined ? undefined : BY_ENDING.get(ending.toLowerCase());
}

/** The path of a media file's address, below the base address. */
export const mediaAddress = (baseUrl: string, path: string): string =>
  `${baseUrl}media/${path.split('/').map(encodeURIComponent).join('/')}`;
