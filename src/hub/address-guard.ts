import { type LookupAddress, type LookupAllOptions, lookup as systemLookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Addresses that are not of the public internet, or that nobody has: IANA's registries of special addresses. */
const SPECIAL_V4 = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  SPECIAL_V4.addSubnet(network, bits, 'ipv4');
}
/**
 * All that is public lies in 2000::/3; of that these are not, or hold an IPv4 address that nobody looked at. A list of
 * its own: Node compares IPv4 addresses with networks of IPv6, too.
 */
const SPECIAL_V6 = new BlockList();
for (const [network, bits] of [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  SPECIAL_V6.addSubnet(network, bits, 'ipv6');
}

/** IPv4 inside of IPv6: mapped (RFC 4291 §2.5.5.2), translated (RFC 6052), as URLs and resolvers write them. */
const MAPPED = /^::ffff:(?:0:)?([\d.]+|[\da-f]{1,4}:[\da-f]{1,4})$/i;
const TRANSLATED = /^64:ff9b::([\d.]+|[\da-f]{1,4}:[\da-f]{1,4})$/i;

function innerAddress(address: string): string {
  const inner = (MAPPED.exec(address) ?? TRANSLATED.exec(address))?.[1];
  if (inner === undefined || isIP(inner) === 4) return inner ?? address;
  const [high = 0, low = 0] = inner.split(':').map((part) => Number.parseInt(part, 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}

/** Says whether something may be sent to an address. */
export type AddressGuard = (address: string) => boolean;

/**
 * Makes the guard that keeps a stranger's callback out of this house: only public addresses, and those of `allowed`, may
 * be sent to. An IPv4 address in the clothes of IPv6 counts as what it is. Text that is no address may never.
 */
export function guardOf(allowed: BlockList | undefined): AddressGuard {
  return (text) => {
    const plain = text.replace(/%.*$/, '').toLowerCase();
    const address = innerAddress(plain);
    if (isIP(address) === 0) return false;
    const isLong = isIP(address) === 6;
    const family = isLong ? 'ipv6' : 'ipv4';
    const special = isLong ? SPECIAL_V6 : SPECIAL_V4;
    return allowed?.check(address, family) === true || !special.check(address, family);
  };
}

/** A callback leads to an address that is not to be sent to. */
export class RefusedAddressError extends Error {
  override readonly name = 'RefusedAddressError';

  constructor(host: string, addresses: readonly string[]) {
    const where = addresses.length === 0 || addresses[0] === host ? host : `${host} (${addresses.join(', ')})`;
    super(`${where} is not a public address; the operator can allow it in HUB_ALLOW_CALLBACKS`);
  }
}

/** Look-ups of names that run at a time: they take threads of which compression and files need some, too. */
const MAX_LOOKUPS = 2;

/** Answers all addresses of a name; `dns.lookup` is one. */
export type Lookup = (
  host: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void;

/**
 * Makes the look-up of names that a connection is opened with. It hands out allowed addresses only, and a connection goes
 * to no other: a name that leads elsewhere a moment later gains nothing by it.
 */
export function guardedLookup(isAllowed: AddressGuard, lookup: Lookup = systemLookup): LookupFunction {
  const queue: (() => void)[] = [];
  let running = 0;
  const next = (): void => {
    if (running >= MAX_LOOKUPS) return;
    const work = queue.shift();
    if (work === undefined) return;
    running += 1;
    work();
  };
  return (host, options, callback) => {
    queue.push(() =>
      lookup(host, { ...options, all: true }, (error, found) => {
        running -= 1;
        next();
        const addresses = (found ?? []).filter(({ address }) => isAllowed(address));
        const [first] = addresses;
        if (error !== null) callback(error, []);
        else if (first === undefined) {
          callback(
            new RefusedAddressError(
              host,
              found.map(({ address }) => address),
            ),
            [],
          );
        } else if (options.all === true) callback(null, addresses);
        else callback(null, first.address, first.family);
      }),
    );
    next();
  };
}
