import type { IncomingHttpHeaders } from 'node:http';

/**
 * How long a receiver asks to be left alone (RFC 9110, 10.2.3: seconds or a date), in milliseconds; 0 where it asks for
 * nothing or for what cannot be read. A date counts from the receiver's own, so that its clock may be wrong.
 */
export function waitAskedIn({ 'retry-after': asked, date }: IncomingHttpHeaders): number {
  if (asked === undefined) return 0;
  if (/^\d{1,9}$/.test(asked)) return Number(asked) * 1_000;
  const until = Date.parse(asked);
  const since = Date.parse(date ?? '') || Date.now();
  return Number.isNaN(until) ? 0 : Math.max(0, until - since);
}
