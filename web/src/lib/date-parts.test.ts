import { describe, expect, test } from '@jest/globals';
import { joinDate, readDate, splitDate } from './date-parts.ts';

describe('a date in three boxes', () => {
  test.each([
    [{ year: '2019', month: '10', day: '1' }, '2019-10-01'],
    [{ year: '２０１９', month: '０９', day: ' 1 ' }, '2019-09-01'],
    [{ year: '2019', month: '', day: '1' }, '2019--1'],
    [{ year: '19', month: '2', day: '31' }, '19-2-31'],
    [{ year: '', month: '', day: '' }, ''],
  ])('%j reads %s', (parts, date) => {
    expect(joinDate(parts)).toBe(date);
  });

  test('what was typed comes back into its boxes, whole or not', () => {
    expect(splitDate('2019-10-01')).toEqual({ year: '2019', month: '10', day: '1' });
    expect(splitDate('2019--1')).toEqual({ year: '2019', month: '', day: '1' });
    expect(splitDate('')).toEqual({ year: '', month: '', day: '' });
  });

  test('is read from a form', () => {
    const form = new FormData();
    form.set('child.birthDate.year', '2019');
    form.set('child.birthDate.month', '3');
    form.set('child.birthDate.day', '7');
    expect(readDate(form, 'child.birthDate')).toBe('2019-03-07');
  });
});
