import { refuse, type Refusal } from './refusal.js';
import { checkReason } from './review.js';
import { RULES } from './rules.js';
import { toHalfWidth } from './text.js';

export const PURPOSE_LENGTH = 200;
/** So many digits in a row that no number of a document or phone gets through. */
const DIGITS_TOGETHER = new RegExp(`\\d{${RULES.reasonPersonal.limit},}`);
const SHORTEST_NAME = 2;

/**
 * What an officer writes into the audit trail: the family reads it, and it outlives a withdrawal. So it must say
 * something, but nothing about anybody.
 */
export function checkAuditedReason(
  reason: string,
  names: readonly string[],
  field: string,
  longest: number = RULES.reasonTooLong.limit,
): Refusal[] {
  const refusals = checkReason(reason, field, { required: true, longest });
  if (refusals.length > 0) return refusals;
  const written = toHalfWidth(reason);
  const digits = DIGITS_TOGETHER.test(written.replace(/[\s-]/g, ''));
  const named = names.some((name) => [...name].length >= SHORTEST_NAME && written.includes(name));
  return digits || named ? [refuse('reasonPersonal', { field })] : [];
}

/** Why an officer looks at whole numbers, which she says before she sees them. */
export const checkPurpose = (purpose: string, names: readonly string[]): Refusal[] =>
  checkAuditedReason(purpose, names, 'purpose', PURPOSE_LENGTH);
