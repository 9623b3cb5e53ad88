import { createHash } from 'node:crypto';
import { STYLESHEET } from './stylesheet.ts';

const styleHash = createHash('sha256').update(STYLESHEET).digest('base64');

/**
 * What a page may do, as a Content-Security-Policy (level 3): show text, its own style, and the images and recordings
 * that articles name. Nothing runs, nothing is sent, and no other site can frame it, even if a sanitiser once fails.
 */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  'img-src https: http: data:',
  'media-src https: http: data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The security headers of every page. No Permissions-Policy: where no script can run, nothing can ask for a camera.
 *
 * Referrer-Policy `same-origin`: other sites are not told what is read here, and image hosts that turn away strangers
 * mostly let a request without a referrer pass.
 */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
};
