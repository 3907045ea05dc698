import { textIn } from './form-text.ts';

/** A date in three boxes. Each is a form field of its own, so that it works without JavaScript. */
export interface DateParts {
  year: string;
  month: string;
  day: string;
}

export function datePartName(field: string, part: keyof DateParts): string {
  return `${field}.${part}`;
}

/** `2019-10-1` or `2019--1`: whatever was typed, in one text. A whole date is padded to `2019-10-01`. */
export function joinDate({ year, month, day }: DateParts): string {
  const digits = [year, month, day].map(toDigits);
  if (digits.every((part) => part === '')) return '';
  const [y = '', mo = '', d = ''] = digits;
  const whole = /^\d{4}$/.test(y) && /^\d{1,2}$/.test(mo) && /^\d{1,2}$/.test(d);
  return whole ? `${y}-${mo.padStart(2, '0')}-${d.padStart(2, '0')}` : `${y}-${mo}-${d}`;
}

export function splitDate(value: string): DateParts {
  const [year = '', month = '', day = ''] = value.split('-');
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const plain = (part: string) => (whole ? part.replace(/^0/, '') : part);
  return { year, month: plain(month), day: plain(day) };
}

export function readDate(form: FormData, field: string): string {
  const read = (part: keyof DateParts) => textIn(form, datePartName(field, part));
  return joinDate({ year: read('year'), month: read('month'), day: read('day') });
}

/** Full-width digits count as digits: a Chinese keyboard types them unasked. */
function toDigits(text: string): string {
  return text.normalize('NFKC').replaceAll(/[\s-]/g, '');
}
