import type { Count } from './charts/drawing.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { getLocale } from '#lib/i18n/messages/runtime.js';

/** 12,345; <5; or the word for what is hidden from this reader. */
export const inWords = (count: Count): string =>
  count === null ? m.office_hidden() : count.toLocaleString('en');

/** 78 %; empty if either number is not told or there is nothing to divide. */
export function share(part: Count, whole: Count): string {
  if (typeof part !== 'number' || typeof whole !== 'number' || whole === 0) return '';
  return `${Math.round((part / whole) * 100)}%`;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something took, as roughly as people say it: 3 小时, 2.5 天. */
export function duration(seconds: number): string {
  if (seconds < HOUR) return m.office_minutes({ n: amount(Math.max(1, seconds / MINUTE)) });
  if (seconds < 2 * DAY) return m.office_hours({ n: amount(seconds / HOUR) });
  return m.office_days({ n: amount(seconds / DAY) });
}

const amount = (n: number) => n.toLocaleString(getLocale(), { maximumFractionDigits: n < 10 ? 1 : 0 });
