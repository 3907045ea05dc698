import { expect, test } from '@jest/globals';
import { checkGrant, checkRevocation, GRANT_QUIET_SECONDS, isGrantTold } from './authorization.js';

const codes = (refusals: { rule: string }[]) => refusals.map(({ rule }) => rule);
const facts = { registrant: true, secondGuardian: true, live: false };

test('the registrant authorises the second guardian of the details, once', () => {
  expect(checkGrant(facts)).toEqual([]);
  expect(codes(checkGrant({ ...facts, live: true }))).toEqual(['alreadyAuthorized']);
  expect(codes(checkGrant({ ...facts, secondGuardian: false }))).toEqual(['secondGuardianNeeded']);
});

test('she takes it back at any time, also when the details name nobody any more', () => {
  expect(checkRevocation({ ...facts, live: true, secondGuardian: false })).toEqual([]);
  expect(codes(checkRevocation(facts))).toEqual(['notAuthorized']);
});

test('nobody else does either, whatever there is', () => {
  for (const live of [true, false]) {
    for (const secondGuardian of [true, false]) {
      const others = { registrant: false, secondGuardian, live };
      expect(codes(checkGrant(others))).toEqual(['notAllowed']);
      expect(codes(checkRevocation(others))).toEqual(['notAllowed']);
    }
  }
});

test('a grant is told unless the record had another one within the hour before', () => {
  const at = new Date('2026-05-10T10:00:00+08:00');
  const before = (seconds: number) => new Date(at.getTime() - seconds * 1000);
  expect(isGrantTold(at, [])).toBe(true);
  expect(isGrantTold(at, [before(GRANT_QUIET_SECONDS)])).toBe(true);
  expect(isGrantTold(at, [before(GRANT_QUIET_SECONDS - 1)])).toBe(false);
  expect(isGrantTold(at, [before(0)])).toBe(false);
  expect(isGrantTold(at, [before(-1)])).toBe(true);
});
