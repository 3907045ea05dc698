import { refuse, type Refusal } from './refusal.js';
import { quote } from './text.js';

/** A day that exists, written YYYY-MM-DD. */
export function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const SHANGHAI_OFFSET = 8 * 3_600_000;

/** The calendar day in Asia/Shanghai, which has kept UTC+8 without summer time since 1991. */
export function businessDay(now: Date): string {
  return new Date(now.getTime() + SHANGHAI_OFFSET).toISOString().slice(0, 10);
}

/** The first instant of a day in Asia/Shanghai. */
export const startOfDay = (day: string): Date => new Date(Date.parse(`${day}T00:00:00Z`) - SHANGHAI_OFFSET);

/** 2026-05-20 10:32:05, in Beijing. */
export function inFigures(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET).toISOString().slice(0, 19).replace('T', ' ');
}

/** An instant as people read it in Beijing; a closing at midnight is told as 24:00 of the day before. */
export function inWords(instant: Date, asEnd = false): { 'zh-CN': string; en: string } {
  const local = new Date(instant.getTime() + SHANGHAI_OFFSET);
  const midnight = local.getUTCHours() === 0 && local.getUTCMinutes() === 0;
  const shown = asEnd && midnight ? new Date(local.getTime() - 1) : local;
  const time = asEnd && midnight ? '24:00' : local.toISOString().slice(11, 16);
  const month = shown.getUTCMonth() + 1;
  const day = shown.getUTCDate();
  const monthName = shown.toLocaleString('en', { month: 'long', timeZone: 'UTC' });
  return { 'zh-CN': `${month} 月 ${day} 日 ${time}`, en: `${day} ${monthName}, ${time}` };
}

export function checkBirthDate(birthDate: string, now: Date, field: string): Refusal[] {
  if (birthDate === '') return [refuse('required', { field })];
  if (!isCalendarDate(birthDate)) {
    return [refuse('dateFormat', { field, params: { value: quote(birthDate) } })];
  }
  return birthDate > businessDay(now) ? [refuse('birthDateInFuture', { field })] : [];
}
