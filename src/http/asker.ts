import { BlockList, isIP } from 'node:net';

/** Whether an address lies in one of these networks; not for text that is no address. */
const isWithin = (address: string, networks: BlockList): boolean =>
  isIP(address) !== 0 && networks.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** An address as it stands alone: without a port, without brackets, and not IPv4 inside of IPv6. */
const plain = (address: string): string =>
  address
    .trim()
    .replace(/^\[(.*)\](?::\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '');

/**
 * The address that a request came from: the peer's, or, as long as the peer is a trusted proxy, the one that it names
 * last in X-Forwarded-For, and so on to the left. Some proxies name the port, too.
 */
export function askerOf(peer: string, forwardedFor: string | undefined, trusted: BlockList | undefined): string {
  let asker = plain(peer);
  if (trusted === undefined) return asker;
  for (const hop of (forwardedFor ?? '').split(',').map(plain).reverse()) {
    if (isIP(hop) === 0 || !isWithin(asker, trusted)) break;
    asker = hop;
  }
  return asker;
}

/** RFC 1918, 3927, 4193, 4291, 6598: this machine, the house, the provider's own network. */
const PRIVATE = new BlockList();
for (const [network, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['169.254.0.0', 16],
  ['100.64.0.0', 10],
] as const) {
  PRIVATE.addSubnet(network, bits, 'ipv4');
}
PRIVATE.addAddress('::1', 'ipv6');
PRIVATE.addSubnet('fc00::', 7, 'ipv6');
PRIVATE.addSubnet('fe80::', 10, 'ipv6');

/** Whether an address is one of the public internet; not so for an empty one, such as that of a socket in a file. */
export const isPublic = (address: string): boolean => isIP(address) !== 0 && !isWithin(address, PRIVATE);
