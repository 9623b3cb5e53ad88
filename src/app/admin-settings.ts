import { z } from 'zod';
import { setting } from './setting-schemas.ts';

/** The settings of the pages for operators, a part of `SETTINGS`. */
export const ADMIN_SETTINGS = {
  ADMIN_TOKEN: setting({
    about: 'Opens the page `/admin/hub`, as a password; without it there is no such page.',
    byDefault: 'none',
    mend: 'write 16 to 200 letters, digits or signs without a blank',
    schema: z
      .string()
      .regex(/^[\x21-\x7e]{16,200}$/)
      .optional(),
    isSecret: true,
  }),
} as const;
