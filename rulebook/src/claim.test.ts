import { describe, expect, test } from '@jest/globals';
import { checkClaim, claimedUntil, isLive, staysInHand } from './claim.js';

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
