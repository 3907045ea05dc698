import { describe, expect, test } from '@jest/globals';
import { checkConsent, checkNotice, NOTICE_READING_SECONDS } from './notice.js';

const opened = { district: '01', service: 'NON_LOCAL_HUKOU', openedAt: new Date('2026-05-10T00:00:00Z') };
const after = (seconds: number) => new Date(opened.openedAt.getTime() + seconds * 1000);
const rulesOf = (ticket: typeof opened | null, now: Date) =>
  checkNotice(ticket, { district: '01', service: 'NON_LOCAL_HUKOU' }, now, 'noticeTicket').map(
    ({ rule }) => rule,
  );

describe('notice', () => {
  test('is read for ten seconds', () => expect(NOTICE_READING_SECONDS).toBe(10));

  test.each([
    [-1, ['noticeNotRead']],
    [0, ['noticeTooEarly']],
    [9.999, ['noticeTooEarly']],
    [10, []],
    [86_399, []],
    [86_400, ['noticeTooOld']],
  ])('confirmed after %d s: %p', (seconds, rules) => expect(rulesOf(opened, after(seconds))).toEqual(rules));

  test('an early tick is told the seconds that are left, rounded up', () => {
    expect(checkNotice(opened, opened, after(3.2), 'noticeTicket')).toMatchObject([{ retryAfterSeconds: 7 }]);
  });

  test('a ticket that is forged, of another district or of another service is none', () => {
    expect(rulesOf(null, after(60))).toEqual(['noticeNotRead']);
    expect(rulesOf({ ...opened, district: '02' }, after(60))).toEqual(['noticeNotRead']);
    expect(rulesOf({ ...opened, service: 'LOCAL_HUKOU' }, after(60))).toEqual(['noticeNotRead']);
  });

  test('only the version in force is consent', () => {
    expect(checkConsent('2026-1', '2026-1', 'privacyPolicyVersion')).toEqual([]);
    for (const version of ['', '2025-1']) {
      expect(checkConsent(version, '2026-1', 'privacyPolicyVersion')).toMatchObject([
        { code: 'CONSENT_REQUIRED' },
      ]);
    }
  });
});
