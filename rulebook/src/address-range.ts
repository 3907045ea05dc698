/** An address, or the network that a prefix leaves of it. */
interface Network {
  readonly bits: bigint;
  readonly width: 32 | 128;
  readonly prefix: number;
}

/** A network in CIDR, or one address; null for anything else. */
export function readRange(range: string): Network | null {
  const [, address, prefix] = /^([\da-f.:]+)(?:\/(\d{1,3}))?$/i.exec(range) ?? [];
  const read = address === undefined ? null : readAddress(address);
  if (!read) return null;
  const length = prefix === undefined ? read.width : Number(prefix);
  return length <= read.width ? { ...read, prefix: length } : null;
}

/** Whether an address is in one of the ranges. An IPv4 address is the same however a socket writes it. */
export function isWithin(address: string, ranges: readonly string[]): boolean {
  const from = readAddress(address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, ''));
  if (!from) return false;
  return ranges.some((range) => {
    const network = readRange(range);
    if (network?.width !== from.width) return false;
    const rest = BigInt(network.width - network.prefix);
    return from.bits >> rest === network.bits >> rest;
  });
}

function readAddress(address: string): Omit<Network, 'prefix'> | null {
  const bits = address.includes(':') ? readIPv6(address) : readIPv4(address);
  return bits === null ? null : { bits, width: address.includes(':') ? 128 : 32 };
}

function readIPv4(address: string): bigint | null {
  const parts = address.split('.');
  const isPart = (part: string) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255;
  if (parts.length !== 4 || !parts.every(isPart)) return null;
  return parts.reduce((bits, part) => (bits << 8n) | BigInt(part), 0n);
}

function readIPv6(address: string): bigint | null {
  const halves = address.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const [head, tail] = halves;
  const missing = 8 - halves.flat().length;
  const complete = halves.length === 1 ? missing === 0 : halves.length === 2 && missing > 0;
  if (!complete) return null;
  const groups = [...head!, ...Array<string>(missing).fill('0'), ...(tail ?? [])];
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return null;
  return groups.reduce((bits, group) => (bits << 16n) | BigInt(`0x${group}`), 0n);
}
