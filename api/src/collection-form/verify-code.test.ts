import { makeCollectionNumber } from '@enrolment/rulebook/collection-number.js';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { KeyRing } from '../platform/keys.js';
import { VerifyCodes } from './verify-code.js';

const aKeyRing = () =>
  new KeyRing(
    ['index', 'signing-1', 'one'].map((id) => `${id}=${randomBytes(32).toString('base64')}`).join(','),
  );
const codes = new VerifyCodes(aKeyRing());

const printedForms = fc.record({
  number: fc
    .tuple(fc.integer({ min: 2000, max: 2999 }), fc.integer({ min: 1, max: 18 }), fc.nat(9_999_999))
    .map(([season, district, serial]) =>
      makeCollectionNumber(season, String(district).padStart(2, '0'), serial),
    ),
  version: fc.integer({ min: 1, max: 2 ** 32 - 1 }),
  printedAt: fc.nat(4_000_000_000).map((seconds) => new Date(seconds * 1000)),
});

describe('the code on a printed form', () => {
  test('says number, version and time, in 38 characters that need no escaping', () => {
    fc.assert(
      fc.property(printedForms, (form) => {
        const code = codes.sign(form);
        expect(code).toMatch(/^[\w-]{38}$/);
        expect(codes.read(code)).toEqual(form);
      }),
    );
  });

  test('is none any more when any character is another', () => {
    fc.assert(
      fc.property(printedForms, fc.nat(37), fc.nat(63), (form, place, other) => {
        const code = codes.sign(form);
        const letter = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'[other]!;
        const changed = code.slice(0, place) + letter + code.slice(place + 1);
        expect(codes.read(changed)).toEqual(changed === code ? form : null);
      }),
    );
  });

  test('of another service’s key is none', () => {
    fc.assert(
      fc.property(printedForms, (form) => {
        expect(new VerifyCodes(aKeyRing()).read(codes.sign(form))).toBeNull();
      }),
      { numRuns: 20 },
    );
  });

  test.each([
    ['', 0],
    ['A'.repeat(38), 0],
    ['A'.repeat(37), 0],
    ['é'.repeat(38), 0],
    ['=', 0],
  ])('%p is none', (text) => expect(codes.read(text)).toBeNull());
});
