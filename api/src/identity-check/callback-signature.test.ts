import { expect, test } from '@jest/globals';
import { CALLBACK_TOLERANCE_SECONDS, isCallbackSigned, signCallback } from './callback-signature.js';

const SECRET = 'secret';
const now = new Date('2026-05-10T02:00:00.500Z');
const seconds = Math.floor(now.getTime() / 1000);
const body = Buffer.from('{"requestId":"r","outcome":"PASSED"}');
const signed = (at: number, secret = SECRET) => ({
  timestamp: String(at),
  signature: signCallback(secret, String(at), body),
  body,
});

test('a callback signed with our secret, within five minutes on either side, is taken', () => {
  for (const off of [0, 1 - CALLBACK_TOLERANCE_SECONDS, CALLBACK_TOLERANCE_SECONDS]) {
    expect(isCallbackSigned(SECRET, signed(seconds + off), now)).toBe(true);
  }
  const { signature } = signed(seconds);
  expect(isCallbackSigned(SECRET, { ...signed(seconds), signature: signature.toUpperCase() }, now)).toBe(
    true,
  );
});

test('an older, a newer, an altered one, and one of another secret or without signature is not', () => {
  const good = signed(seconds);
  for (const bad of [
    signed(seconds - CALLBACK_TOLERANCE_SECONDS),
    signed(seconds + CALLBACK_TOLERANCE_SECONDS + 1),
    signed(seconds, 'other'),
    { ...good, timestamp: String(seconds - 1) },
    { ...good, body: Buffer.from(`${body.toString()} `) },
    { ...good, signature: good.signature.slice(0, -1) },
    { ...good, signature: [good.signature] },
    { ...good, signature: undefined },
    { ...good, timestamp: undefined },
    { ...good, timestamp: `${seconds}.0` },
  ]) {
    expect(isCallbackSigned(SECRET, bad, now)).toBe(false);
  }
});
