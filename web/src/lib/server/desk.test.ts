import { expect, test } from '@jest/globals';
import { deskRecord, leaveDesk, requireOwnAccount, sitDown } from './desk.ts';

const NUMBER = '20260100000010';
type Where = Parameters<typeof sitDown>[0];

/** A browser that asks for a page of the family, in one sign-in or another. */
function aBrowser() {
  const kept = new Map<string, string>();
  const cookies = {
    get: (name: string) => kept.get(name),
    set: (name: string, value: string) => void kept.set(name, value),
    delete: (name: string) => void kept.delete(name),
  };
  return (session: string | null, path = '/my') =>
    ({
      cookies,
      locals: { session: session === null ? null : { id: session } },
      url: new URL(path, 'http://localhost'),
    }) as unknown as Where;
}

test('the family at the desk is known on its own pages, in the sign-in that sat down with it', () => {
  const at = aBrowser();
  sitDown(at('one'), NUMBER);
  expect(deskRecord(at('one'))).toBe(NUMBER);
  expect(deskRecord(at('one', '/office'))).toBeNull();
  expect(deskRecord(at('two'))).toBeNull();
  expect(deskRecord(at(null))).toBeNull();
  expect(() => requireOwnAccount(at('one'))).toThrow();
  expect(() => requireOwnAccount(at('two'))).not.toThrow();
  leaveDesk(at('one'));
  expect(deskRecord(at('one'))).toBeNull();
});
