import { isIPv6 } from 'node:net';

const IPV4_IN_IPV6 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * The network that an address counts for: an IPv4 address itself; of an IPv6 address its /64, since one household has all
 * of that and its devices change the rest at will (RFC 8981).
 */
export function networkOf(address: string): string {
  const inside = IPV4_IN_IPV6.exec(address)?.[1];
  if (inside) return inside;
  if (!isIPv6(address)) return address;
  const [head = '', tail = ''] = address.split('%')[0]!.split('::');
  const [before, after] = [head, tail].map((part) => (part === '' ? [] : part.split(':')));
  const zeros = Array<string>(8 - before!.length - after!.length).fill('0');
  const groups = address.includes('::') ? before!.concat(zeros, after!) : before!;
  const network = groups.slice(0, 4).map((group) => parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}
