import { readTimestamp } from '../../time/timestamp.ts';
import { remembered } from '../remembered.ts';

/** What the time module reads in a line, without anything that is known of its page: reading costs, and many ask. */
export const timeOfLine = remembered((text) => readTimestamp(text));
