import { describe, expect, test } from '@jest/globals';
import { Seal } from './sealed-cookie.ts';

const SECRET = 'a secret of the tests, long enough';

describe('a sealed cookie', () => {
  test('comes back as it was, and shows nothing of its content', () => {
    const seal = new Seal<{ accessToken: string }>(SECRET, 'session', 60);
    const sealed = seal.close({ accessToken: 'visible' });
    expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('visible');
    expect(seal.open(sealed)).toMatchObject({ accessToken: 'visible' });
  });

  test('is nothing when changed, of another purpose, of another secret, or too old', () => {
    const seal = new Seal<{ value: number }>(SECRET, 'session', 60);
    const sealed = seal.close({ value: 1 });
    const changed = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA');
    expect(seal.open(changed)).toBeNull();
    expect(new Seal(SECRET, 'sign-in', 60).open(sealed)).toBeNull();
    expect(new Seal(`${SECRET}!`, 'session', 60).open(sealed)).toBeNull();
    expect(seal.open(new Seal(SECRET, 'session', -1).close({ value: 1 }))).toBeNull();
    expect(seal.open(undefined)).toBeNull();
  });
});
