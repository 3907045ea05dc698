import { createHmac, timingSafeEqual } from 'node:crypto';

/** Older and newer callbacks are refused, so an intercepted one is soon useless. */
export const CALLBACK_TOLERANCE_SECONDS = 300;

/** What stands in `x-signature`: HMAC-SHA256 in hex over the timestamp (`x-timestamp`, Unix seconds), a full stop and the body. */
export function signCallback(secret: string, timestamp: string, body: Buffer | string): string {
  return createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex');
}

export function isCallbackSigned(
  secret: string,
  { timestamp, signature, body }: { timestamp: unknown; signature: unknown; body: Buffer },
  now: Date,
): boolean {
  if (typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) return false;
  if (typeof signature !== 'string' || !/^[\da-f]{64}$/i.test(signature)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(timestamp)) > CALLBACK_TOLERANCE_SECONDS) return false;
  const expected = Buffer.from(signCallback(secret, timestamp, body), 'hex');
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'));
}
