import { refuse, type Refusal } from './refusal.js';
import { checkReason } from './review.js';
import { RULES } from './rules.js';
import { toHalfWidth } from './text.js';

export const PURPOSE_LENGTH = 200;
/** As long as no number of a document or phone is. */
const DIGITS_TOGETHER = new RegExp(`\\d{${RULES.purposePersonal.limit},}`);
const SHORTEST_NAME = 2;

/**
 * Why an officer looks at whole numbers: she says so before she sees them, the family reads it, and it outlives a
 * withdrawal in the audit trail. So it says something, and nothing about anybody.
 */
export function checkPurpose(purpose: string, names: readonly string[]): Refusal[] {
  const refusals = checkReason(purpose, 'purpose', { required: true, longest: PURPOSE_LENGTH });
  if (refusals.length > 0) return refusals;
  const written = toHalfWidth(purpose);
  const digits = DIGITS_TOGETHER.test(written.replace(/[\s-]/g, ''));
  const named = names.some((name) => [...name].length >= SHORTEST_NAME && written.includes(name));
  return digits || named ? [refuse('purposePersonal', { field: 'purpose' })] : [];
}
