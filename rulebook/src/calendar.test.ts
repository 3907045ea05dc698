import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { businessDay, inWords, isCalendarDate } from './calendar.js';

describe('calendar', () => {
  test('names the months as English does', () => {
    for (let month = 0; month < 12; month += 1) {
      const instant = new Date(Date.UTC(2026, month, 15, 4));
      const name = instant.toLocaleString('en', { month: 'long', timeZone: 'UTC' });
      expect(inWords(instant).en).toBe(`15 ${name}, 12:00`);
    }
  });

  test.each(['2020-02-29', '2019-12-31', '2000-02-29'])('%s exists', (day) =>
    expect(isCalendarDate(day)).toBe(true),
  );
  test.each([
    '2026-02-31',
    '2019-02-29',
    '1900-02-29',
    '2020-13-01',
    '2020-00-10',
    '2020-1-1',
    '20200101',
    '',
    'x',
  ])('%p is no day', (day) => expect(isCalendarDate(day)).toBe(false));

  test('every instant falls on a day that exists, the same that Intl gives for Asia/Shanghai', () => {
    const shanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
    const instants = fc.date({
      min: new Date('1992-01-01T00:00:00Z'),
      max: new Date('2100-01-01T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instants, (now) => {
        expect(isCalendarDate(businessDay(now))).toBe(true);
        expect(businessDay(now)).toBe(shanghai.format(now));
      }),
    );
  });

  test('the business day turns at midnight in Shanghai', () => {
    expect(businessDay(new Date('2026-05-31T15:59:59Z'))).toBe('2026-05-31');
    expect(businessDay(new Date('2026-05-31T16:00:00Z'))).toBe('2026-06-01');
  });

  test('a closing at midnight is told as 24:00 of the day before, an opening as 0:00', () => {
    const midnight = new Date('2026-05-31T16:00:00Z');
    expect(inWords(midnight, true)).toEqual({ 'zh-CN': '5 月 31 日 24:00', en: '24:00 on 31 May' });
    expect(inWords(midnight)).toEqual({ 'zh-CN': '6 月 1 日 0:00', en: '1 June, 0:00' });
  });
});
