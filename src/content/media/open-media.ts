import { createReadStream, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Instant } from '../../model/instant.ts';
import { toInstant } from '../../time/instant.ts';
import { findMedia } from './media-folder.ts';

/** A picture or recording of the folder, ready to be sent. */
export interface OpenMedia {
  readonly mimeType: string;
  readonly bytes: number;
  /** Another word for every other state of the file. */
  readonly signature: string;
  /** Whole seconds. */
  readonly modifiedAt: Instant | undefined;
  /** The bytes from the first to the last, both included. The file is opened when they are asked for. */
  read(first: number, last: number): ReadableStream<Uint8Array>;
}

const SECOND_MS = 1000;

/** Looks at a file of the folder that may be served; undefined when there is none. It never leads out of the folder. */
export function openMedia(folder: string, path: string): OpenMedia | undefined {
  const found = findMedia(folder, path);
  if (found === undefined) return undefined;
  const place = realpathSync(join(folder, path));
  const { size, mtimeMs } = statSync(place);
  return {
    mimeType: found.mimeType,
    bytes: size,
    signature: `${size.toString(36)}-${Math.round(mtimeMs * SECOND_MS).toString(36)}`,
    modifiedAt: toInstant(Math.floor(mtimeMs / SECOND_MS) * SECOND_MS),
    read: (first, last) => toWeb(createReadStream(place, { start: first, end: last })),
  };
}

/** Nothing is read ahead of what the asker takes. */
const toWeb = (stream: Readable): ReadableStream<Uint8Array> => Readable.toWeb(stream);
