import { describe, expect, test } from '@jest/globals';
import {
  formatClosing,
  formatDay,
  formatFullDay,
  formatMoment,
  formatPeriod,
  groupCollectionNumber,
  groupPhone,
} from './format.ts';

/** Lets a test write ordinary spaces where the text has joining ones. */
const loose = (text: string) => text.replaceAll('\u00A0', ' ');

describe('times are told in Asia/Shanghai', () => {
  test('an instant late in the UTC day is the next day in the city', () => {
    expect(loose(formatDay('2026-05-05T16:00:00Z', 'zh-CN'))).toBe('5 月 6 日');
    expect(loose(formatMoment('2026-05-06T01:14:00Z', 'zh-CN'))).toBe('5 月 6 日 9:14');
    expect(loose(formatMoment('2026-05-06T01:14:00Z', 'en'))).toBe('6 May, 9:14');
  });

  test('the hours are the city’s, whatever the season and the century', () => {
    const inBeijing = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Asia/Shanghai',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'long',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
    });
    for (let at = Date.UTC(1992, 0, 1); at < Date.UTC(2100, 0, 1); at += 86_400_000 * 29.37) {
      const parts = Object.fromEntries(inBeijing.formatToParts(at).map(({ type, value }) => [type, value]));
      const instant = new Date(at).toISOString();
      expect(loose(formatMoment(instant, 'en'))).toBe(
        `${parts['day']} ${parts['month']}, ${Number(parts['hour'])}:${parts['minute']}`,
      );
      expect(formatFullDay(instant, 'en')).toContain(parts['year']);
    }
  });

  test('a calendar day has no time zone', () => {
    expect(loose(formatFullDay('2019-10-01', 'zh-CN'))).toBe('2019 年 10 月 1 日');
    expect(loose(formatFullDay('2019-10-01', 'en'))).toBe('1 October 2019');
  });

  test('nor has one of the summers in which China put its clocks forward', () => {
    expect(loose(formatFullDay('1986-05-04', 'zh-CN'))).toBe('1986 年 5 月 4 日');
    expect(loose(formatFullDay('1988-07-10', 'en'))).toBe('10 July 1988');
    expect(loose(formatFullDay('1991-09-15', 'en'))).toBe('15 September 1991');
  });

  test('a closing at midnight is 24:00 of the day before', () => {
    expect(loose(formatClosing('2026-06-30T16:00:00Z', 'zh-CN'))).toBe('6 月 30 日 24:00');
    expect(loose(formatClosing('2026-06-30T16:00:00Z', 'en'))).toBe('24:00 on 30 June');
    expect(loose(formatClosing('2026-06-30T09:30:00Z', 'zh-CN'))).toBe('6 月 30 日 17:30');
  });

  test('a day and its month never stand on two lines', () => {
    expect(formatDay('2026-05-06', 'zh-CN')).toBe('5\u00A0月\u00A06\u00A0日');
    expect(formatDay('2026-05-06', 'en')).toBe('6\u00A0May');
    expect(formatFullDay('2019-10-01', 'zh-CN')).toBe('2019\u00A0年 10\u00A0月\u00A01\u00A0日');
  });

  test('a period says a month once, and a single day once', () => {
    expect(loose(formatPeriod('2026-05-05T16:00:00Z', '2026-05-31T16:00:00Z', 'zh-CN'))).toBe(
      '5 月 6 日至 31 日',
    );
    expect(loose(formatPeriod('2026-05-05T16:00:00Z', '2026-05-31T16:00:00Z', 'en'))).toBe('6 to 31 May');
    expect(loose(formatPeriod('2026-05-09T16:00:00Z', '2026-06-10T16:00:00Z', 'zh-CN'))).toBe(
      '5 月 10 日至 6 月 10 日',
    );
    expect(loose(formatPeriod('2026-05-09T16:00:00Z', '2026-05-10T16:00:00Z', 'en'))).toBe('10 May');
  });
});

describe('numbers are grouped as people read them', () => {
  test('a collection number by year, district, serial and check digit', () => {
    expect(groupCollectionNumber('20260100001234')).toBe('2026 01 0000123 4');
  });

  test.each([
    ['01064000000', '010-6400 0000'],
    ['010-64000000', '010-6400 0000'],
    ['19900000001', '199 0000 0001'],
    ['199****0001', '199****0001'],
    ['12345', '12345'],
  ])('phone %s as %s', (phone, grouped) => {
    expect(groupPhone(phone)).toBe(grouped);
  });
});
