import { createHmac } from 'node:crypto';

export type SignatureAlgorithm = 'sha1' | 'sha256' | 'sha384' | 'sha512';

/** The value of X-Hub-Signature (WebSub §7.1): the HMAC of exactly these bytes, with the UTF-8 of the secret as its key. */
export const signatureOf = (algorithm: SignatureAlgorithm, secret: string, body: Uint8Array): string =>
  `${algorithm}=${createHmac(algorithm, secret).update(body).digest('hex')}`;
