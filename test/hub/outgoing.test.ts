import { lookup as systemLookup } from 'node:dns';
import { BlockList } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { guardOf, type Lookup } from '../../src/hub/address-guard.ts';
import { type Callback, readCallback } from '../../src/hub/callback.ts';
import type { Message } from '../../src/hub/message.ts';
import { type Outgoing, openOutgoing } from '../../src/hub/outgoing.ts';
import { listen } from './loopback-server.ts';

const loopbackOne = new BlockList();
loopbackOne.addSubnet('127.0.0.1', 32, 'ipv4');

function opened(timeoutMs = 2_000, lookup: Lookup = systemLookup): Outgoing {
  const outgoing = openOutgoing({ guard: guardOf(loopbackOne), timeoutMs, connectionsPerHost: 4, lookup });
  onTestFinished(() => outgoing.close());
  return outgoing;
}

function at(url: string): Callback {
  const callback = readCallback(url);
  if ('problem' in callback) throw new Error(callback.problem);
  return callback;
}

const GET: Message = { method: 'GET', headers: {} };

describe('what is sent', () => {
  test('arrives byte for byte: target, fields, body, and who we are', async () => {
    const server = await listen((_seen, response) => response.end('thanks'));
    const body = Buffer.from([0, 255, 10, 13, 200]);
    const headers = { 'content-type': 'application/rss+xml; charset=utf-8', link: '<a>; rel="hub"' };
    const target = `/a%2fb/../c?x=%20+%7E&x='&hub.mode=mine&&`;
    const reply = await opened().send(at(`${server.url}${target}`), { method: 'POST', headers, body });
    expect(reply).toEqual({ kind: 'answered', status: 200, body: 'thanks', isWhole: true });
    const [seen] = server.seen;
    expect(seen).toMatchObject({ method: 'POST', target, headers });
    expect(seen?.body.equals(body)).toBe(true);
    expect(seen?.headers).toMatchObject({ 'content-length': '5', 'user-agent': expect.stringMatching(/^Tagwire\//) });
  });

  test.each([301, 302, 303, 307, 308])('is not sent on by a redirect: %i', async (status) => {
    const server = await listen((_seen, response) => response.writeHead(status, { location: '/other' }).end());
    expect(await opened().send(at(`${server.url}/first`), GET)).toMatchObject({ kind: 'answered', status });
    expect(server.seen.map(({ target }) => target)).toEqual(['/first']);
  });
});

describe('an answer', () => {
  test('is read up to 64 KB, and the rest is left', async () => {
    const server = await listen((_seen, response) => response.end('x'.repeat(5_000_000)));
    const reply = await opened().send(at(server.url), GET);
    expect(reply).toEqual({ kind: 'answered', status: 200, body: 'x'.repeat(65_536), isWhole: false });
  });

  test('that never comes is given up in time', async () => {
    const server = await listen(() => undefined);
    const started = performance.now();
    expect(await opened(200).send(at(server.url), GET)).toEqual({
      kind: 'unanswered',
      reason: 'no answer within 0.2 seconds',
    });
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('that drips on for ever is cut in time, and its status counts', async () => {
    const server = await listen((_seen, response) => {
      response.writeHead(202);
      const drip = setInterval(() => response.write('x'), 20);
      response.on('close', () => clearInterval(drip));
    });
    const started = performance.now();
    expect(await opened(300).send(at(server.url), GET)).toMatchObject({ status: 202, isWhole: false });
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test.each([
    ['a connection that breaks off', (url: string) => url, /socket|closed|hang|reset/i],
    ['a port where nobody listens', () => 'http://127.0.0.1:1/', /ECONNREFUSED/],
  ])('that does not come has its reason: %s', async (_name, place, reason) => {
    const server = await listen((_seen, response) => response.destroy());
    expect(await opened().send(at(place(server.url)), GET)).toEqual({
      kind: 'unanswered',
      reason: expect.stringMatching(reason),
    });
  });
});

describe('an address that is not allowed', () => {
  test.each([
    '127.0.0.2',
    '127.2',
    '0x7f.2',
    '0x7f000002',
    '2130706434',
    '0177.0.0.2',
    '127.0.0.2.',
    '[::ffff:127.0.0.2]',
    '[::ffff:7f00:2]',
  ])('is never connected to, however it is written: %s', async (host) => {
    const server = await listen((_seen, response) => response.end(), '127.0.0.2');
    const callback = at(`http://${host}:${server.port}/cb`);
    const outgoing = opened();
    expect(await outgoing.send(callback, GET)).toEqual({
      kind: 'unanswered',
      reason: expect.stringContaining('is not a public address'),
    });
    expect(server.seen).toEqual([]);
    // The operator may name what he likes.
    expect(await outgoing.send(at(server.url), GET, true)).toMatchObject({ status: 200 });
  });

  /** A name that leads to this address; the system's own way for the others. */
  const leading =
    (address: string): Lookup =>
    (_host, options, callback) =>
      systemLookup(address, options, callback);

  test('is not connected to by a name that leads to it', async () => {
    const server = await listen((_seen, response) => response.end(), '127.0.0.2');
    const reply = await opened(2_000, leading('127.0.0.2')).send(at(`http://reader.example:${server.port}/`), GET);
    expect(reply).toEqual({ kind: 'unanswered', reason: expect.stringContaining('reader.example (127.0.0.2)') });
    expect(server.seen).toEqual([]);
  });

  test('is not connected to by a name that leads to it the second time only', async () => {
    const bad = await listen((_seen, response) => response.end(), '127.0.0.2');
    let turn = 0;
    const turning: Lookup = (host, options, callback) => {
      turn += 1;
      leading(turn === 1 ? '127.0.0.1' : '127.0.0.2')(host, options, callback);
    };
    const outgoing = opened(2_000, turning);
    // Nobody listens there on 127.0.0.1; what matters is where the second connection goes.
    await outgoing.send(at(`http://reader.example:${bad.port}/`), GET);
    const second = await outgoing.send(at(`http://reader.example:${bad.port}/`), GET);
    expect(second).toEqual({ kind: 'unanswered', reason: expect.stringContaining('is not a public address') });
    expect(turn).toBe(2);
    expect(bad.seen).toEqual([]);
  });

  test('is not connected to by way of a redirect', async () => {
    const bad = await listen((_seen, response) => response.end(), '127.0.0.2');
    const good = await listen((_seen, response) => response.writeHead(307, { location: bad.url }).end());
    expect(await opened().send(at(good.url), GET)).toMatchObject({ status: 307 });
    expect(bad.seen).toEqual([]);
  });

  test.each([
    ['http://127.0.0.2/cb', true],
    ['http://0x7f.2/cb', true],
    ['http://[::1]/cb', true],
    ['http://169.254.169.254/latest', true],
    ['http://127.0.0.1/cb', false],
    ['http://localhost/cb', false],
    ['https://reader.example/cb', false],
  ])('can be told before anything is sent: %s', (url, isRefused) => {
    expect(opened().refuse(at(url)) !== undefined).toBe(isRefused);
  });

  test('localhost is refused where this machine is not allowed', () => {
    const outgoing = openOutgoing({ guard: guardOf(undefined), timeoutMs: 100, connectionsPerHost: 1 });
    onTestFinished(() => outgoing.close());
    for (const host of ['localhost', 'a.localhost', 'LOCALHOST.']) {
      expect(outgoing.refuse(at(`http://${host}/cb`)), host).toContain('is not a public address');
    }
  });
});
