import { describe, expect, test } from '@jest/globals';
import { checkClaim, checkHandOver, claimedUntil, givenUntil, isLive, staysInHand } from './claim.js';

const NOW = new Date('2026-05-20T06:00:00Z');
const minutesAgo = (minutes: number, seconds = 0) =>
  new Date(NOW.getTime() - minutes * 60_000 - seconds * 1000);
const claim = (touchedAt: Date) => ({ officer: 'wang', name: '王*敏', touchedAt });

describe('a claim', () => {
  test.each([
    [0, 'li', ['claimedByOther']],
    [29, 'li', ['claimedByOther']],
    [30, 'li', []],
    [29, 'wang', []],
    [31, 'wang', []],
  ] as const)('touched %d minutes ago holds against %s: %j', (minutes, officer, rules) => {
    expect(checkClaim(claim(minutesAgo(minutes)), officer, NOW).map(({ rule }) => rule)).toEqual(rules);
  });

  test('that nobody has holds against nobody', () => {
    expect(checkClaim(null, 'li', NOW)).toEqual([]);
  });

  test('is free again after exactly 30 minutes', () => {
    expect(claimedUntil(claim(NOW))).toEqual(new Date('2026-05-20T06:30:00Z'));
    expect([minutesAgo(29, 59), minutesAgo(30)].map((at) => isLive(claim(at), NOW))).toEqual([true, false]);
  });

  test('tells who it is and since how many minutes', () => {
    expect(checkClaim(claim(minutesAgo(4, 30)), 'li', NOW)[0]!.params).toEqual({
      officer: '王*敏',
      minutes: 4,
    });
  });

  test('ends with the last thing that is to be decided', () => {
    expect((['IDENTITY_VERIFIED', 'RETURNED', 'APPROVED', 'REJECTED'] as const).map(staysInHand)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('a record that was given to a colleague', () => {
  const given = { ...claim(minutesAgo(600)), givenUntil: new Date(NOW.getTime() + 1000) };

  test('stays hers without a touch, until then', () => {
    expect(isLive(given, NOW)).toBe(true);
    expect(checkClaim(given, 'li', NOW).map(({ rule }) => rule)).toEqual(['givenToOther']);
    expect(checkClaim(given, 'wang', NOW)).toEqual([]);
    expect(isLive({ ...given, givenUntil: NOW }, NOW)).toBe(false);
    expect(checkClaim({ ...given, givenUntil: NOW }, 'li', NOW)).toEqual([]);
  });

  test('is hers until her role ends, and for 180 days at most', () => {
    const days = (n: number) => new Date(NOW.getTime() + n * 86_400_000);
    expect(givenUntil(days(5), NOW)).toEqual(days(5));
    expect(givenUntil(days(900), NOW)).toEqual(days(180));
    expect(givenUntil(null, NOW)).toEqual(days(180));
  });

  test.each([
    ['as it is free', {}, []],
    ['that the giver has in hand', { claim: claim(NOW), giver: 'wang' }, []],
    ['that a colleague has in hand', { claim: claim(NOW) }, ['claimedByOther']],
    ['that a colleague was given', { claim: given }, ['givenToOther']],
    ['that a colleague has in hand, by an administrator', { claim: claim(NOW), administers: true }, []],
    ['that waits for its family', { stage: 'RETURNED' as const }, []],
    ['that is decided', { stage: 'APPROVED' as const }, ['stageConflict']],
    [
      'to whoever decides nothing there',
      { colleague: { account: 'x', decides: false } },
      ['colleagueMayNot'],
    ],
    ['to nobody', { colleague: null }, ['colleagueMayNot']],
    ['to oneself', { colleague: { account: 'chen', decides: true } }, ['handOverSelf']],
    ['with a note that is too long', { note: '长'.repeat(201) }, ['reasonTooLong']],
  ] as const)('%s is refused by %j', (_, facts, rules) => {
    const free = {
      stage: 'IDENTITY_VERIFIED',
      claim: null,
      giver: 'chen',
      administers: false,
      colleague: { account: 'li', decides: true },
      note: null,
    } as const;
    expect(checkHandOver({ ...free, ...facts }, NOW).map(({ rule }) => rule)).toEqual(rules);
  });
});
