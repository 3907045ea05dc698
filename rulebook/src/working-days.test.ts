import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayAfter } from './calendar.js';
import { appealDue } from './review.js';
import { checkHolidays, normaliseHoliday } from './holidays.js';
import { workingDayAfter, workingDays, type Holiday } from './working-days.js';

const holiday = (given: Partial<Holiday> = {}): Holiday => ({
  name: '劳动节',
  nameEn: 'Labour Day',
  from: '2026-05-01',
  to: '2026-05-05',
  worked: ['2026-05-09'],
  ...given,
});

describe('a working day', () => {
  test('is Monday to Friday, but no day off, and a Saturday that is worked', () => {
    const isWorkingDay = workingDays([holiday()]);
    expect(['2026-04-30', '2026-05-06', '2026-05-09'].filter(isWorkingDay)).toHaveLength(3);
    expect(['2026-05-01', '2026-05-04', '2026-05-05', '2026-05-10'].filter(isWorkingDay)).toEqual([]);
  });

  test('is Monday to Friday where no holidays are known', () => {
    expect(['2026-05-01', '2026-05-09', '2026-05-10'].filter(workingDays([]))).toEqual(['2026-05-01']);
  });

  test('is counted from the next day on, over holidays and into another year', () => {
    const newYear = holiday({ from: '2026-12-31', to: '2027-01-02', worked: ['2027-01-03'] });
    const isWorkingDay = workingDays([holiday(), newYear]);
    expect(workingDayAfter('2026-04-30', 1, isWorkingDay)).toBe('2026-05-06');
    expect(workingDayAfter('2026-04-30', 4, isWorkingDay)).toBe('2026-05-09');
    expect(workingDayAfter('2026-05-02', 0, isWorkingDay)).toBe('2026-05-02');
    expect(workingDayAfter('2026-12-30', 2, isWorkingDay)).toBe('2027-01-04');
  });

  test('comes so many times after a day as was counted', () => {
    const isWorkingDay = workingDays([holiday()]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 40 }), (start, count) => {
        const from = dayAfter('2026-01-01', start);
        const to = workingDayAfter(from, count, isWorkingDay);
        const between = [];
        for (let day = dayAfter(from, 1); day <= to; day = dayAfter(day, 1)) between.push(day);
        expect(between.filter(isWorkingDay)).toHaveLength(count);
        expect(isWorkingDay(to)).toBe(true);
      }),
    );
  });
});

test('a second look can be asked for until the end of the tenth working day after the verdict is shown', () => {
  const at = new Date('2026-04-30T15:30:00+08:00');
  expect(appealDue(at, workingDays([])).toISOString()).toBe('2026-05-14T16:00:00.000Z');
  expect(appealDue(at, workingDays([holiday()])).toISOString()).toBe('2026-05-18T16:00:00.000Z');
});

describe('the holidays of a year', () => {
  const refusedOf = (...holidays: Partial<Holiday>[]) =>
    checkHolidays(
      2026,
      holidays.map((given) => normaliseHoliday(holiday(given))),
    ).map(({ at, refusal: { rule, field } }) => `${at} ${field}: ${rule}`);

  test.each<[string, Partial<Holiday>[], string[]]>([
    ['one', [{}], []],
    ['from the year before', [{ from: '2025-12-31', to: '2026-01-02', worked: ['2026-01-04'] }], []],
    ['without a name', [{ name: ' ' }], ['0 name: required']],
    ['with a long name', [{ nameEn: 'x'.repeat(61) }], ['0 nameEn: textTooLong']],
    ['of another year', [{ from: '2027-05-01', to: '2027-05-02' }], ['0 from: holidayDates']],
    ['that ends before it begins', [{ to: '2026-04-30' }], ['0 to: holidayDates']],
    ['without end', [{ to: '2026-05-16', worked: [] }], ['0 to: holidayDates']],
    ['on a day that does not exist', [{ from: '2026-02-30' }], ['0 from: holidayDates']],
    ['with a Monday worked', [{ worked: ['2026-05-11'] }], ['0 worked: holidayWorked']],
    ['with a day off worked', [{ worked: ['2026-05-02'] }], ['0 worked: holidayWorked']],
    ['with a word worked', [{ worked: ['周六'] }], ['0 worked: holidayWorked']],
    ['with a day worked twice', [{ worked: ['2026-05-09', '2026-05-09'] }], ['0 worked: holidayTwice']],
    ['of one name', [{}, { from: '2026-06-19', to: '2026-06-21', worked: [] }], ['1 name: entryTwice']],
    [
      'that meet',
      [{}, { name: '青年节', from: '2026-05-04', to: '2026-05-04', worked: [] }],
      ['1 from: holidayTwice'],
    ],
    [
      'that work on one day',
      [{}, { name: '青年节', from: '2026-05-07', to: '2026-05-07' }],
      ['1 worked: holidayTwice'],
    ],
  ])('%s', (_, holidays, expected) => {
    expect(refusedOf(...holidays)).toEqual(expected);
  });

  test('are at most 20', () => {
    const many = Array.from({ length: 21 }, (_, place) => {
      const day = dayAfter('2026-03-01', place * 7);
      return { name: `节${place}`, from: day, to: day, worked: [] };
    });
    expect(refusedOf(...many)).toEqual(['20 null: holidaysTooMany']);
  });
});
