import { refuse, type Refusal } from './refusal.js';
import { RULES } from './rules.js';
import { compact } from './text.js';

/** 一(二)5 */
export const PHONE_LIMIT = RULES.phoneLimitReached.limit;

export function normalisePhone(raw: string): string {
  return compact(raw)
    .replace(/[-‐-―−.()]/g, '')
    .replace(/^(\+|00)?86(?=1\d{10}$)/, '');
}

export function checkPhone(raw: string, field: string): Refusal[] {
  const phone = normalisePhone(raw);
  if (phone === '') return [refuse('required', { field })];
  return /^1[3-9]\d{9}$/.test(phone) ? [] : [refuse('phoneFormat', { field })];
}

/** `used` live collection numbers stand on the phone already. */
export function checkPhoneLimit(used: number, hotline: string, field: string): Refusal[] {
  return used < PHONE_LIMIT ? [] : [refuse('phoneLimitReached', { field, params: { hotline } })];
}
