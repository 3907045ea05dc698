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

describe('times are told in Asia/Shanghai', () => {
  test('an instant late in the UTC day is the next day in the city', () => {
    expect(formatDay('2026-05-05T16:00:00Z', 'zh-CN')).toBe('5 月 6 日');
    expect(formatMoment('2026-05-06T01:14:00Z', 'zh-CN')).toBe('5 月 6 日 9:14');
    expect(formatMoment('2026-05-06T01:14:00Z', 'en')).toBe('6 May, 9:14');
  });

  test('a calendar day has no time zone', () => {
    expect(formatFullDay('2019-10-01', 'zh-CN')).toBe('2019 年 10 月 1 日');
    expect(formatFullDay('2019-10-01', 'en')).toBe('1 October 2019');
  });

  test('a closing at midnight is 24:00 of the day before', () => {
    expect(formatClosing('2026-06-30T16:00:00Z', 'zh-CN')).toBe('6 月 30 日 24:00');
    expect(formatClosing('2026-06-30T16:00:00Z', 'en')).toBe('24:00 on 30 June');
    expect(formatClosing('2026-06-30T09:30:00Z', 'zh-CN')).toBe('6 月 30 日 17:30');
  });

  test('a period says a month once, and a single day once', () => {
    expect(formatPeriod('2026-05-05T16:00:00Z', '2026-05-31T16:00:00Z', 'zh-CN')).toBe('5 月 6 日至 31 日');
    expect(formatPeriod('2026-05-05T16:00:00Z', '2026-05-31T16:00:00Z', 'en')).toBe('6 to 31 May');
    expect(formatPeriod('2026-05-09T16:00:00Z', '2026-06-10T16:00:00Z', 'zh-CN')).toBe(
      '5 月 10 日至 6 月 10 日',
    );
    expect(formatPeriod('2026-05-09T16:00:00Z', '2026-05-10T16:00:00Z', 'en')).toBe('10 May');
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
