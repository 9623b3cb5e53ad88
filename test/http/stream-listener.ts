import { once } from 'node:events';
import { connect } from 'node:net';
import { until } from '../journeys/real-program.ts';

export interface SeenEvent {
  readonly type: string;
  /** What the browser would send back after it. */
  readonly id: string;
  readonly data: string;
}

/** What a browser makes of a stream (WHATWG HTML §9.2.6): events, and the id that it would come back with. */
function readEvents(text: string): { readonly events: readonly SeenEvent[]; readonly lastId: string } {
  const events: SeenEvent[] = [];
  let lastId = '';
  for (const block of text.split('\n\n').slice(0, -1)) {
    let type = 'message';
    const data: string[] = [];
    for (const line of block.split('\n')) {
      const [, name = '', value = ''] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
      if (name === 'event') type = value;
      else if (name === 'data') data.push(value);
      else if (name === 'id') lastId = value;
    }
    if (data.length > 0) events.push({ type, id: lastId, data: data.join('\n') });
  }
  return { events, lastId };
}

/** One who listens over a socket of its own. */
export interface StreamListener extends Disposable {
  readonly head: string;
  /** Without the marks of chunks. */
  text(): string;
  events(): readonly SeenEvent[];
  /** Events in short: `message about ferry`, `removed ferry`, `reset`. */
  news(): readonly string[];
  lastId(): string;
  readonly isClosed: boolean;
  /** Waits until so many events have come. */
  hears(count: number): Promise<void>;
  /** Waits until the stream says where it stands: from then on nothing is missed. */
  joins(): Promise<void>;
  /** Waits for the end of the connection. */
  ends(): Promise<void>;
  pause(): void;
  resume(): void;
}

/** Listens to a path of a server on this machine; resolves when the head of the answer has come. */
export async function listenTo(port: number, path: string, fields: readonly string[] = []): Promise<StreamListener> {
  const socket = connect(port, '127.0.0.1');
  socket.write([`GET ${path} HTTP/1.1`, 'Host: quay.example.org', ...fields, '', ''].join('\r\n'));
  let bytes = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    bytes = Buffer.concat([bytes, chunk]);
  });
  socket.on('error', () => socket.destroy());
  await until(() => bytes.includes('\r\n\r\n') || socket.destroyed);
  const start = bytes.indexOf('\r\n\r\n') + 4;
  const text = (): string => unchunked(bytes.subarray(start)).toString();
  const events = (): readonly SeenEvent[] => readEvents(text()).events;
  return {
    head: bytes.subarray(0, start).toString('latin1'),
    text,
    events,
    news: () => events().map(inShort),
    lastId: () => readEvents(text()).lastId,
    get isClosed() {
      return socket.destroyed;
    },
    hears: (count) => until(() => events().length >= count),
    joins: () => until(() => readEvents(text()).lastId !== ''),
    ends: async () => {
      if (!socket.destroyed) await once(socket, 'close');
    },
    pause: () => void socket.pause(),
    resume: () => void socket.resume(),
    [Symbol.dispose]: () => void socket.destroy(),
  };
}

function inShort({ type, data }: SeenEvent): string {
  const said: Readonly<Record<string, unknown>> = JSON.parse(data);
  if (type === 'reset') return 'reset';
  return `${type} ${type === 'message' ? said.title : String(said.id).replace(/.*:/, '')}`;
}

/** RFC 9112 §7.1, as far as whole chunks have come. */
function unchunked(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const line = bytes.indexOf('\r\n', at);
    if (line === -1) break;
    const length = Number.parseInt(bytes.subarray(at, line).toString('latin1'), 16);
    const end = line + 2 + length;
    if (length === 0 || bytes.length < end + 2) break;
    parts.push(bytes.subarray(line + 2, end));
    at = end + 2;
  }
  return Buffer.concat(parts);
}
