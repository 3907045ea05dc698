import { describe, expect, test } from '@jest/globals';
import { businessDay, dayAfter, dayInWords, isCalendarDate } from './calendar.js';
import { readDocument, residentIdCheckDigit } from './document.js';
import { checkGuardianOfAge } from './holder.js';
import { endOfDay, startOfDay } from './wall-clock.js';

/** From 1986 to 1991 China put its clocks forward in spring and back in autumn; guardians were born on these days. */
const SUMMERS = [
  ['1986-05-04', '1986-09-14'],
  ['1987-04-12', '1987-09-13'],
  ['1988-04-17', '1988-09-11'],
  ['1989-04-16', '1989-09-17'],
  ['1990-04-15', '1990-09-16'],
  ['1991-04-14', '1991-09-15'],
] as const;

describe('a day of summer time is a day like any other', () => {
  test.each(SUMMERS)('from %s to %s none is lost, none comes twice', (first, last) => {
    for (let day = dayAfter(first, -2); day <= dayAfter(last, 2); day = dayAfter(day, 1)) {
      expect([day, isCalendarDate(day)]).toEqual([day, true]);
      const begins = startOfDay(day);
      expect(businessDay(begins)).toBe(day);
      expect(businessDay(new Date(begins.getTime() - 1))).toBe(dayAfter(day, -1));
      expect(startOfDay(dayAfter(day, 1)).getTime() - begins.getTime()).toBe(86_400_000);
      expect(endOfDay(day)).toEqual(startOfDay(dayAfter(day, 1)));
    }
  });

  test.each(SUMMERS.flat())(
    'whoever was born on %s is of age from the first minute of the birthday',
    (born) => {
      const first17 = `119999${born.replaceAll('-', '')}001`;
      const number = `${first17}${residentIdCheckDigit(first17)}`;
      expect(readDocument('RESIDENT_ID', number)?.birthDate).toBe(born);
      const birthday = startOfDay(`${Number(born.slice(0, 4)) + 18}${born.slice(4)}`);
      const at = (now: Date) => checkGuardianOfAge('RESIDENT_ID', number, now, '').length;
      expect([at(new Date(birthday.getTime() - 1)), at(birthday)]).toEqual([1, 0]);
      const [year, month, day] = born.split('-').map(Number);
      expect(dayInWords(born)['zh-CN']).toBe(`${year} 年 ${month} 月 ${day} 日`);
    },
  );
});
