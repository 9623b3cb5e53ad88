import { ContentError } from '../../src/model/errors.ts';

/** What an author is told when `read` fails: `line: message`. Throws when it does not fail, or fails by a bug. */
export function contentErrorOf(read: () => unknown): string {
  try {
    read();
  } catch (error) {
    if (error instanceof ContentError) return `${error.line ?? 'no line'}: ${error.message}`;
    throw error;
  }
  throw new Error('nothing was thrown');
}
