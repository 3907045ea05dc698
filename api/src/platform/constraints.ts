import type { RuleName } from '@enrolment/rulebook/rules.js';

/** A rule holds twice: in the rulebook for its words, in the database for its truth. Each constraint has a rule and a field. */
const RULE_OF_CONSTRAINT: Record<string, { rule: RuleName; field: string | null }> = {
  document_already_registered: { rule: 'documentAlreadyRegistered', field: 'child.documentNumber' },
  phone_limit_reached: { rule: 'phoneLimitReached', field: 'guardian.phone' },
  phone_slot_taken: { rule: 'phoneLimitReached', field: 'guardian.phone' },
  district_mismatch: { rule: 'districtMismatch', field: 'child.residenceDistrict' },
  preregistration_pkey: { rule: 'attemptReused', field: 'key' },
  attempt_reused: { rule: 'attemptReused', field: 'idempotencyKey' },
  return_text_name: { rule: 'returnTextName', field: 'name' },
  saved_view_name: { rule: 'viewNameTaken', field: 'name' },
  result_correction_open: { rule: 'resultCorrectionOpen', field: null },
  publication_open: { rule: 'publicationOpen', field: null },
  grant_twice: { rule: 'grantTwice', field: 'account' },
  notice_text_pkey: { rule: 'noticeVersionTaken', field: 'version' },
  edited_meanwhile: { rule: 'editedMeanwhile', field: null },
};

/** The constraint that an error of PostgreSQL names (unique or check), if it is one. */
export function brokenConstraint(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code, constraint } = cause as { code?: unknown; constraint?: unknown };
    if ((code === '23505' || code === '23514') && typeof constraint === 'string') return constraint;
  }
  return null;
}

/** The rule that an error of PostgreSQL breaks, by the constraint that it names; null if it breaks none. */
export function brokenRule(
  error: unknown,
): { readonly rule: RuleName; readonly field: string | null } | null {
  const constraint = brokenConstraint(error);
  return constraint === null ? null : (RULE_OF_CONSTRAINT[constraint] ?? null);
}

/** Two transactions waited for each other. One was ended and may simply try again. */
export function isDeadlock(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ((cause as { code?: unknown }).code === '40P01') return true;
  }
  return false;
}
