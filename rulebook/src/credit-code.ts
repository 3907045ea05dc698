import { refuse, type Refusal } from './refusal.js';
import { compact } from './text.js';

/** Digits and letters without I, O, S, V and Z, which are easily taken for others. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
/** Powers of 3 modulo 31. */
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** GB 32100-2015: the 18th character of a 统一社会信用代码 for the first 17. */
export function creditCodeCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce(
    (total, weight, place) => total + weight * ALPHABET.indexOf(first17[place] ?? ''),
    0,
  );
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}

/** The code as it is compared and kept: half-width, upper-case, without blanks and hyphens. */
export function normaliseCreditCode(raw: string): string {
  return compact(raw)
    .replace(/[-‐-―−]/g, '')
    .replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

export const isCreditCode = (code: string): boolean =>
  /^[\dA-HJ-NP-RTUWXY]{18}$/.test(code) && creditCodeCheckCharacter(code) === code[17];

export function checkCreditCode(raw: string, field: string): Refusal[] {
  const code = normaliseCreditCode(raw);
  if (code === '') return [refuse('required', { field })];
  if (!/^[\dA-HJ-NP-RTUWXY]{18}$/.test(code)) return [refuse('creditCodeFormat', { field })];
  return isCreditCode(code) ? [] : [refuse('creditCodeCheck', { field })];
}
