import type { WebhookAddress } from '@enrolment/rulebook/webhook.js';
import ipaddr from 'ipaddr.js';
import { isIP } from 'node:net';

/** IPv6 that is given to networks at all; what lies beside it is of no use to anybody, or leads to IPv4 (RFC 4291). */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** An address of the public internet: neither of this machine or network nor of any other special kind. */
export function isOutside(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || (parsed as ipaddr.IPv6).match(GLOBAL_IPV6);
}

export const isLoopback = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';

/** The host of an address as the network knows it: an IPv6 address without its brackets. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');

/** Whether the address itself names an inside network; a name is looked up each time that something is sent. */
function namesInside(target: URL, loopback: boolean): boolean {
  const host = hostOf(target);
  if (loopback && (host === 'localhost' || isLoopback(host))) return false;
  return isIP(host) === 0 ? /(^|\.)(localhost|local|internal)\.?$/.test(host) : !isOutside(host);
}

/** What the rulebook asks of an address. */
export function lookAt(url: string, loopback: boolean): WebhookAddress {
  const target = URL.canParse(url) ? new URL(url) : null;
  return {
    protocol: target?.protocol ?? null,
    length: url.length,
    hasCredentials: target !== null && (target.username !== '' || target.password !== ''),
    hasFragment: url.includes('#'),
    inside: target !== null && namesInside(target, loopback),
  };
}
