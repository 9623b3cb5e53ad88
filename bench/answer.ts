import { get, type OutgoingHttpHeaders } from 'node:http';

/** One answer of a server, as it came. */
export interface Answer {
  readonly status: number;
  /** Without those that a server makes for each connection or second (Date, Connection, Keep-Alive). */
  readonly fields: readonly (readonly [string, string])[];
  readonly body: Uint8Array<ArrayBuffer>;
}

const OF_THE_CONNECTION: ReadonlySet<string> = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding']);

/** Asks for an address once, on a connection of its own. */
export function askOnce(url: string, fields: OutgoingHttpHeaders = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    get(url, { headers: fields, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const raw = response.rawHeaders;
        const pairs = raw.flatMap((name, at) => (at % 2 === 0 ? [[name, raw[at + 1] ?? ''] as const] : []));
        resolve({
          status: response.statusCode ?? 0,
          fields: pairs.filter(([name]) => !OF_THE_CONNECTION.has(name.toLowerCase())),
          body: new Uint8Array(Buffer.concat(chunks)),
        });
      });
    }).on('error', reject);
  });
}

/** One field of an answer; the name in lower case. */
export const fieldOf = ({ fields }: Answer, name: string): string | undefined =>
  fields.find(([given]) => given.toLowerCase() === name)?.[1];

/** Everything that two servers must have alike to be compared. */
export const fingerprint = ({ status, fields, body }: Answer): string =>
  JSON.stringify([
    status,
    fields.map(([name, value]) => [name.toLowerCase(), value]).sort(),
    Buffer.from(body).toString('base64'),
  ]);
