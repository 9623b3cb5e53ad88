import { existsSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import type { Environment } from './config.ts';

export interface Place {
  /** Undefined: the one of the settings. */
  readonly folder: string | undefined;
  /** The one file that is meant, inside the folder, with `/`. */
  readonly only?: string;
}

/**
 * What a person means who names a file where a folder is asked for: that file, in its folder. Its path is from here, or
 * from the folder of the settings, as problems are told. The folder is that of the settings when the file lies in it, else
 * the next one above that has a `tagwire.yaml`, else the one that the file is in.
 */
export function fileOrFolder(place: string | undefined, environment: Environment): Place {
  if (place === undefined) return { folder: place };
  const set = environment.CONTENT_DIR?.trim() || 'content';
  const found = [place, join(set, place)].find((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
  if (found === undefined) return { folder: place };
  const file = realpathSync(found);
  const above: string[] = [];
  for (let folder = dirname(file); !above.includes(folder); folder = dirname(folder)) above.push(folder);
  const known = existsSync(set) ? realpathSync(set) : undefined;
  const folder =
    above.find((one) => one === known || existsSync(join(one, 'tagwire.yaml'))) ?? above[0] ?? dirname(file);
  return { folder, only: relative(folder, file).split(sep).join('/') };
}
