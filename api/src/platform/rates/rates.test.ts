import { expect, test } from '@jest/globals';
import type { Actor } from '../../actor.js';
import { Rates, RATES } from './rates.js';

const now = new Date('2026-05-10T02:00:00Z');
const asking = (subject: string, address: string, at = now) =>
  ({ viewer: { subject }, address, now: at, language: 'zh-CN' }) as unknown as Actor;
const few = { ...RATES, REGISTER: { account: 2, network: 3 } };

/** RATE_LIMITED with the seconds to wait, or null. */
function taken(rates: Rates, actor: Actor): number | null {
  try {
    rates.take('REGISTER', actor);
    return null;
  } catch (error) {
    return (error as { extensions: { retryAfterSeconds: number } }).extensions.retryAfterSeconds;
  }
}

test('an account has its own number of places, wherever it asks from, and they come back with the next window', () => {
  const rates = new Rates(few);
  const [first, second, third] = ['192.0.2.1', '192.0.2.2', '192.0.2.3'];
  expect(taken(rates, asking('mother', first!))).toBeNull();
  expect(taken(rates, asking('mother', second!))).toBeNull();
  expect(taken(rates, asking('mother', third!))).toBe(300);
  expect(taken(rates, asking('mother', third!, new Date(now.getTime() + 290_000)))).toBe(10);
  expect(taken(rates, asking('mother', third!, new Date(now.getTime() + 300_000)))).toBeNull();
});

test('a network has more, for all accounts together; an IPv6 /64 is one network', () => {
  const rates = new Rates(few);
  const from = (n: number) => asking(`account ${n}`, `2001:db8:0:7::${n}`);
  expect([1, 2, 3].map((n) => taken(rates, from(n)))).toEqual([null, null, null]);
  expect(taken(rates, from(4))).toBe(300);
  expect(taken(rates, asking('account 5', '2001:db8:0:8::5'))).toBeNull();
});

test('whoever is refused takes no place from the others at the network', () => {
  const rates = new Rates(few);
  for (let n = 0; n < 10; n += 1) taken(rates, asking('mother', '192.0.2.1'));
  expect(taken(rates, asking('neighbour', '192.0.2.1'))).toBeNull();
  expect(taken(rates, asking('third', '192.0.2.1'))).toBe(300);
});
