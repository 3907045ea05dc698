import { beijingTime, MONTHS } from './wall-clock.js';

/** A day that exists, written YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The calendar day in Beijing. */
export function businessDay(now: Date): string {
  return beijingTime(now).toISOString().slice(0, 10);
}

const DAY_MS = 86_400_000;

/** The day so many days after a day, or before it, both YYYY-MM-DD. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** 2026-05-20 10:32:05, in Beijing. */
export function inFigures(instant: Date): string {
  return beijingTime(instant).toISOString().slice(0, 19).replace('T', ' ');
}

/** An instant as people read it in Beijing; closing at midnight is told as 24:00 of the day before. */
export function inWords(instant: Date, asEnd = false): { 'zh-CN': string; en: string } {
  const local = beijingTime(instant);
  const midnight = local.getUTCHours() === 0 && local.getUTCMinutes() === 0;
  const shown = asEnd && midnight ? new Date(local.getTime() - 1) : local;
  const time = asEnd && midnight ? '24:00' : local.toISOString().slice(11, 16).replace(/^0/, '');
  const month = shown.getUTCMonth() + 1;
  const day = shown.getUTCDate();
  const date = `${day} ${MONTHS[shown.getUTCMonth()]}`;
  return { 'zh-CN': `${month} 月 ${day} 日 ${time}`, en: asEnd ? `${time} on ${date}` : `${date}, ${time}` };
}

/** A day (YYYY-MM-DD) as people write it, with its year. */
export function dayInWords(day: string): { 'zh-CN': string; en: string } {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return { 'zh-CN': `${year} 年 ${month} 月 ${date} 日`, en: `${date} ${MONTHS[month - 1]} ${year}` };
}
