import { expect, test } from '@jest/globals';
import { checkGrant, checkRevocation } from './authorization.js';

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
