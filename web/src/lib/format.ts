import { beijingTime, MONTHS } from '@enrolment/rulebook/wall-clock.ts';

/** Times, numbers and phones as people read them. Every time is told in the city's own, Asia/Shanghai. */
export type Language = 'zh-CN' | 'en';

/** What officers and families write is shown as written, and so is every SMS: in Chinese on an English page, too. */
export function writtenIn(text: string): 'zh-CN' | undefined {
  return /\p{Script=Han}/u.test(text) ? 'zh-CN' : undefined;
}

/** Keeps a day and its month on one line. */
const JOIN = '\u00A0';

interface WallClock {
  year: number;
  month: number;
  day: number;
  time: string;
}

/** Reads a calendar day (`2019-10-01`) or an instant (`2026-05-05T16:00:00Z`) off the city's clock. */
function wallClock(when: string): WallClock {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(when);
  if (day) return { year: Number(day[1]), month: Number(day[2]), day: Number(day[3]), time: '' };
  const wall = beijingTime(new Date(when));
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    time: `${wall.getUTCHours()}:${String(wall.getUTCMinutes()).padStart(2, '0')}`,
  };
}

/** 5 月 6 日 · 6 May */
export function formatDay(when: string, language: Language): string {
  const { month, day } = wallClock(when);
  const parts = language === 'en' ? [day, monthName(month)] : [month, '月', day, '日'];
  return parts.join(JOIN);
}

/** 2019 年 10 月 1 日 · 1 October 2019 */
export function formatFullDay(when: string, language: Language): string {
  const { year } = wallClock(when);
  return language === 'en'
    ? `${formatDay(when, language)} ${year}`
    : `${year}${JOIN}年 ${formatDay(when, language)}`;
}

/** 5 月 6 日 9:14 · 6 May, 9:14 */
export function formatMoment(instant: string, language: Language): string {
  const separator = language === 'en' ? ', ' : ' ';
  return formatDay(instant, language) + separator + wallClock(instant).time;
}

/** The end of a period: 5 月 31 日 24:00 · 24:00 on 31 May. Midnight reads as the end of the day before. */
export function formatClosing(instant: string, language: Language): string {
  const day = formatDay(lastDay(instant), language);
  const { time } = wallClock(instant);
  const told = time === '0:00' ? '24:00' : time;
  return language === 'en' ? `${told} on ${day}` : `${day} ${told}`;
}

/** 5 月 6 日至 31 日 · 6 to 31 May; the first and the last day on which something is open. */
export function formatPeriod(opensAt: string, closesAt: string, language: Language): string {
  const closing = lastDay(closesAt);
  const [first, last] = [wallClock(opensAt), wallClock(closing)];
  const sameMonth = first.month === last.month && first.year === last.year;
  if (sameMonth && first.day === last.day) return formatDay(opensAt, language);
  if (language === 'en') {
    return sameMonth
      ? `${first.day} to ${formatDay(closing, language)}`
      : `${formatDay(opensAt, language)} to ${formatDay(closing, language)}`;
  }
  return `${formatDay(opensAt, language)}至${JOIN}${sameMonth ? `${last.day}${JOIN}日` : formatDay(closing, language)}`;
}

/** The last day of a period: an instant that closes at midnight belongs to the day before. */
function lastDay(instant: string): string {
  return wallClock(instant).time === '0:00' ? new Date(Date.parse(instant) - 1).toISOString() : instant;
}

function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** 信息采集编号 as people read it: year, district, serial, check digit. 2026 01 0000123 4 */
export function groupCollectionNumber(number: string): string {
  return number.replace(/^(\d{4})(\d{2})(\d{7})(\d)$/, '$1 $2 $3 $4');
}

/** 010-6400 0000, 199 0000 0001; masked numbers and whatever else stay as they are. */
export function groupPhone(phone: string): string {
  const digits = phone.replaceAll(/[\s-]/g, '');
  const landline = /^(0(?:10|2\d))(\d{4})(\d{4})$/.exec(digits);
  if (landline) return `${landline[1]}-${landline[2]} ${landline[3]}`;
  return digits.replace(/^(1\d{2})(\d{4})(\d{4})$/, '$1 $2 $3');
}
