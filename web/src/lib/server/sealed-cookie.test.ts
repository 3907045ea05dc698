import { describe, expect, test } from '@jest/globals';
import { Seal } from './sealed-cookie.ts';

const SECRET = 'a secret of the tests, long enough';

describe('a sealed cookie', () => {
  test('comes back as it was, and shows nothing of its content', async () => {
    const seal = new Seal<{ accessToken: string }>(SECRET, 'session', 60);
    const sealed = await seal.close({ accessToken: 'visible' });
    const parts = sealed.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    expect(parts.join()).not.toContain('visible');
    expect(await seal.open(sealed)).toEqual({ accessToken: 'visible' });
  });

  test('is nothing when changed, of another purpose, of another secret, or too old', async () => {
    const seal = new Seal<{ value: number }>(SECRET, 'session', 60);
    const sealed = await seal.close({ value: 1 });
    expect(await seal.open(sealed)).toEqual({ value: 1 });
    for (const place of [sealed.length - 2, sealed.indexOf('..') + 3]) {
      const other = sealed[place] === 'A' ? 'B' : 'A';
      expect(await seal.open(sealed.slice(0, place) + other + sealed.slice(place + 1))).toBeNull();
    }
    expect(await new Seal(SECRET, 'sign-in', 60).open(sealed)).toBeNull();
    expect(await new Seal(`${SECRET}!`, 'session', 60).open(sealed)).toBeNull();
    expect(await seal.open(await new Seal(SECRET, 'session', -1).close({ value: 1 }))).toBeNull();
    expect(await seal.open(undefined)).toBeNull();
  });
});
