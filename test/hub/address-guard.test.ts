import { BlockList } from 'node:net';
import { describe, expect, test } from 'vitest';
import { guardedLookup, guardOf, type Lookup } from '../../src/hub/address-guard.ts';

const loopbackOne = new BlockList();
loopbackOne.addAddress('127.0.0.1', 'ipv4');

describe('the guard of addresses', () => {
  test.each([
    '93.184.216.34',
    '1.1.1.1',
    '172.15.255.255',
    '172.32.0.1',
    '100.63.255.255',
    '198.17.255.255',
    '223.255.255.255',
    '2606:4700:4700::1111',
    '2a00:1450:4001:800::200e',
    '::ffff:93.184.216.34',
    '::ffff:5db8:d822',
    '64:ff9b::5db8:d822',
  ])('lets a public address through: %s', (address) => {
    expect(guardOf(undefined)(address)).toBe(true);
  });

  test.each([
    ['this machine', '127.0.0.1'],
    ['this machine, too', '127.255.255.254'],
    ['unspecified', '0.0.0.0'],
    ['this network', '0.1.2.3'],
    ['a private network', '10.0.0.1'],
    ['a private network', '172.16.0.1'],
    ['a private network', '172.31.255.255'],
    ['a private network', '192.168.1.1'],
    ['the provider', '100.64.0.1'],
    ['the data of a cloud', '169.254.169.254'],
    ['protocols', '192.0.0.8'],
    ['documentation', '192.0.2.1'],
    ['documentation', '198.51.100.7'],
    ['documentation', '203.0.113.7'],
    ['measurements', '198.18.0.1'],
    ['relays of 6to4', '192.88.99.1'],
    ['multicast', '224.0.0.1'],
    ['multicast', '239.255.255.250'],
    ['reserved', '240.0.0.1'],
    ['broadcast', '255.255.255.255'],
    ['this machine', '::1'],
    ['unspecified', '::'],
    ['unique local', 'fd00::1'],
    ['unique local', 'fc00::1'],
    ['link-local', 'fe80::1'],
    ['link-local with its zone', 'fe80::1%eth0'],
    ['site-local', 'fec0::1'],
    ['multicast', 'ff02::1'],
    ['documentation', '2001:db8::1'],
    ['documentation', '3fff::1'],
    ['Teredo', '2001::1'],
    ['6to4 around a private address', '2002:7f00:0001::1'],
    ['discard', '100::1'],
    ['mapped', '::ffff:127.0.0.1'],
    ['mapped in hexadecimal', '::ffff:7f00:1'],
    ['mapped in capitals', '::FFFF:10.0.0.1'],
    ['mapped, written long', '0:0:0:0:0:ffff:7f00:1'],
    ['compatible', '::127.0.0.1'],
    ['translated', '64:ff9b::7f00:1'],
    ['translated, dotted', '64:ff9b::10.0.0.1'],
    ['a name', 'localhost'],
    ['nothing', ''],
  ])('stops an address that is not public: %s, %s', (_what, address) => {
    expect(guardOf(undefined)(address)).toBe(false);
  });

  test.each([
    ['127.0.0.1', true],
    ['::ffff:127.0.0.1', true],
    ['::ffff:7f00:1', true],
    ['127.0.0.2', false],
    ['::ffff:127.0.0.2', false],
    ['::ffff:7f00:2', false],
    ['::1', false],
    ['0.0.0.0', false],
    ['10.0.0.1', false],
    ['93.184.216.34', true],
  ])('lets exactly what is allowed through besides: %s is %s', (address, may) => {
    expect(guardOf(loopbackOne)(address)).toBe(may);
  });
});

/** Answers every name with these addresses, after a turn. */
const answering =
  (...addresses: readonly string[]): Lookup =>
  (_host, _options, callback) => {
    const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    queueMicrotask(() => callback(null, found));
  };

const lookUp = (lookup: Lookup, options = { all: true }) =>
  new Promise((resolve) => {
    guardedLookup(guardOf(loopbackOne), lookup)('reader.example', options, (error, found) => resolve(error ?? found));
  });

describe('a name', () => {
  test('is looked up to the addresses that are allowed, and to no others', async () => {
    const found = await lookUp(answering('10.0.0.1', '93.184.216.34', '127.0.0.2', '127.0.0.1'));
    expect(found).toEqual([
      { address: '93.184.216.34', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ]);
  });

  test('is refused when it leads to none that is allowed, and the error names where it leads', async () => {
    expect(await lookUp(answering('127.0.0.2', 'fd00::7'))).toMatchObject({
      name: 'RefusedAddressError',
      message: expect.stringContaining('reader.example (127.0.0.2, fd00::7) is not a public address'),
    });
  });

  test('answers one address to who asks for one', async () => {
    const one = await new Promise((resolve) => {
      guardedLookup(guardOf(undefined), answering('127.0.0.1', '93.184.216.34'))('x', {}, (...answer) =>
        resolve(answer),
      );
    });
    expect(one).toEqual([null, '93.184.216.34', 4]);
  });

  test('waits while two others are being looked up', async () => {
    const open: (() => void)[] = [];
    const slow: Lookup = (_host, _options, callback) => {
      open.push(() => callback(null, [{ address: '93.184.216.34', family: 4 }]));
    };
    const lookup = guardedLookup(guardOf(undefined), slow);
    let answered = 0;
    for (let turn = 0; turn < 5; turn += 1)
      lookup('x', { all: true }, () => {
        answered += 1;
      });
    const seen: number[] = [open.length];
    while (open.length > 0) {
      open.shift()?.();
      seen.push(open.length);
    }
    expect(seen[0]).toBe(2);
    expect(Math.max(...seen)).toBe(2);
    expect(answered).toBe(5);
  });
});
