import { BlockList } from 'node:net';
import { describe, expect, test } from 'vitest';
import { withAccessLog } from '../../src/app/access-log.ts';
import { askerOf } from '../../src/http/asker.ts';

const trusted = new BlockList();
trusted.addSubnet('10.0.0.0', 8, 'ipv4');
trusted.addAddress('192.0.2.1', 'ipv4');
trusted.addSubnet('fd00::', 8, 'ipv6');

describe('askerOf', () => {
  test.each<[string, string, string | undefined, string]>([
    ['a stranger is who it is', '203.0.113.7', undefined, '203.0.113.7'],
    ['a stranger is not believed', '203.0.113.7', '198.51.100.9', '203.0.113.7'],
    ['a trusted proxy names the asker', '10.1.2.3', '198.51.100.9', '198.51.100.9'],
    ['a trusted proxy that names nobody is the asker', '10.1.2.3', undefined, '10.1.2.3'],
    ['an empty field names nobody', '10.1.2.3', '', '10.1.2.3'],
    ['what stands left of a stranger was written by it', '10.1.2.3', '1.1.1.1, 198.51.100.9', '198.51.100.9'],
    ['a chain of trusted proxies is followed', '10.1.2.3', '198.51.100.9, 192.0.2.1, 10.9.9.9', '198.51.100.9'],
    ['up to the first that is not trusted', '10.1.2.3', '1.1.1.1, 198.51.100.9, 10.9.9.9', '198.51.100.9'],
    ['all trusted: the farthest', '10.1.2.3', '10.4.4.4,10.5.5.5', '10.4.4.4'],
    ['a word that is no address ends the chain', '10.1.2.3', '198.51.100.9, unknown', '10.1.2.3'],
    ['and so does an empty place', '10.1.2.3', '198.51.100.9, ', '10.1.2.3'],
    ['IPv4 inside of IPv6 is IPv4', '::ffff:10.1.2.3', '::FFFF:198.51.100.9', '198.51.100.9'],
    ['IPv6 proxies and askers', 'fd00::1', '2001:db8::9', '2001:db8::9'],
    ['a proxy on the link, with its zone', 'fe80::1%eth0', '2001:db8::9', 'fe80::1%eth0'],
    ['an address with a port', '10.1.2.3', '198.51.100.9:4711', '198.51.100.9'],
    ['an IPv6 address in brackets, with a port', '10.1.2.3', '[2001:db8::9]:4711', '2001:db8::9'],
    ['an IPv6 address in brackets', '10.1.2.3', '[2001:db8::9]', '2001:db8::9'],
    ['who has gone already', '', '198.51.100.9', ''],
  ])('%s', (_name, peer, forwardedFor, asker) => expect(askerOf(peer, forwardedFor, trusted)).toBe(asker));

  test('without trusted proxies nobody is believed', () => {
    expect(askerOf('10.1.2.3', '198.51.100.9', undefined)).toBe('10.1.2.3');
  });
});

describe('withAccessLog', () => {
  const bindings = {
    incoming: {
      headers: { 'x-forwarded-for': '198.51.100.9', 'user-agent': 'a reader' },
      method: 'GET',
      url: '/feed.rss',
      socket: { remoteAddress: '10.1.2.3' },
    },
  };

  function open(isLogging: boolean) {
    const lines: unknown[] = [];
    const statuses: number[] = [];
    return {
      lines,
      statuses,
      options: {
        log: { isLevelEnabled: () => isLogging, debug: (line: unknown) => void lines.push(line) },
        metrics: { countAnswer: (status: number) => void statuses.push(status) },
        trusted,
      },
    };
  }

  test('counts each answer and says who asked, and an answer at once stays one', () => {
    const { lines, statuses, options } = open(true);
    const response = new Response(null, { status: 304 });
    const fetch = withAccessLog(() => response, options);
    expect(fetch(new Request('http://a.example/feed.rss'), bindings)).toBe(response);
    expect(statuses).toEqual([304]);
    expect(lines).toEqual([{ method: 'GET', url: '/feed.rss', status: 304, asker: '198.51.100.9', agent: 'a reader' }]);
  });

  test('counts an answer that takes its time', async () => {
    const { lines, statuses, options } = open(true);
    const fetch = withAccessLog(async () => new Response('late'), options);
    const answer = fetch(new Request('http://a.example/'), bindings);
    expect(statuses).toEqual([]);
    expect(await (await answer).text()).toBe('late');
    expect([statuses, lines.length]).toEqual([[200], 1]);
  });

  test('writes nothing unless asked to', async () => {
    const { lines, statuses, options } = open(false);
    await withAccessLog(() => new Response('x'), options)(new Request('http://a.example/'), bindings);
    expect([statuses, lines]).toEqual([[200], []]);
  });

  test('gives the request on as it is', async () => {
    const { options } = open(false);
    const request = new Request('http://a.example/x');
    const seen: unknown[] = [];
    await withAccessLog((...all) => {
      seen.push(...all);
      return new Response();
    }, options)(request, bindings);
    expect(seen).toEqual([request, bindings]);
  });
});
