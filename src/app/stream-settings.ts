import { number, setting, whole } from './setting-schemas.ts';

/** The settings of live streams, a part of `SETTINGS`. */
export const STREAM_SETTINGS = {
  STREAM_LISTENERS: setting({
    about: 'How many may listen to live streams at a time; 0: there are no streams.',
    byDefault: '5000',
    mend: 'write a number from 0 to 1000000',
    schema: whole(0, 1_000_000, 5_000),
  }),
  STREAM_LISTENERS_PER_ADDRESS: setting({
    about: 'How many of them may come from one address; 0: no limit.',
    byDefault: '50 for public addresses',
    mend: 'write a number from 0 to 1000000',
    schema: number(0, 1_000_000).optional(),
  }),
} as const;
