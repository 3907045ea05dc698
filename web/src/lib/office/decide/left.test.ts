import { expect, test } from '@jest/globals';
import { isLeft, isMoreLeft } from './left.ts';

type Record = Parameters<typeof isLeft>[0];
type Item = Record['reviewItems'][number];
const item = (status: Item['status'], more: Partial<Item> = {}) =>
  ({ kind: 'RESIDENCE', status, decider: 'DISTRICT', waitsForStreet: false, ...more }) as Item;
const record = (kinds: string[], ...reviewItems: Item[]) =>
  ({ officeActions: kinds.map((kind) => ({ kind, allowed: true, reason: null })), reviewItems }) as Record;

test.each<[string, Record, boolean, boolean]>([
  ['a pending item', record(['DECIDE_ITEMS'], item('PASSED'), item('PENDING')), false, true],
  ['what others have failed', record(['DECIDE_ITEMS'], item('FAILED')), false, true],
  ['nothing pending', record(['DECIDE_ITEMS'], item('PASSED'), item('RETURNED')), false, false],
  [
    'an item of others',
    record(['DECIDE_ITEMS'], item('PENDING', { decider: 'HOUSING' as never })),
    false,
    false,
  ],
  [
    'an item of others, for an administrator',
    record(['DECIDE_ITEMS'], item('PENDING', { decider: 'HOUSING' as never })),
    true,
    true,
  ],
  [
    'an item that waits for the subdistrict',
    record(['DECIDE_ITEMS'], item('PENDING', { waitsForStreet: true })),
    false,
    false,
  ],
  ['the identity', record(['PASS_IDENTITY'], item('PENDING')), false, true],
  ['an appeal', record(['DECIDE_APPEAL'], item('FAILED')), false, true],
  ['a pending item that nobody can decide now', record([], item('PENDING')), false, false],
])('%s', (_, given, everyItem, left) => {
  expect(isLeft(given, everyItem)).toBe(left);
});

test('others are left for certain, or it has to be asked', () => {
  const [register, residence] = [item('PENDING', { kind: 'HOUSEHOLD_REGISTER' }), item('PENDING')];
  const both = record(['DECIDE_ITEMS'], register, residence);
  expect(isMoreLeft(both, register, false)).toBe(true);
  expect(isMoreLeft(record(['DECIDE_ITEMS'], item('PASSED'), register), register, false)).toBe(false);
  const identity = item('FAILED', { kind: 'IDENTITY_AND_HUKOU' });
  expect(isMoreLeft(record(['PASS_IDENTITY'], identity, residence), identity, false)).toBe(false);
});
