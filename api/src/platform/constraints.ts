import type { RuleName } from '../rulebook/rules.js';

/** A rule holds twice: in the rulebook, for its words, and in the database, for its truth. Constraint → rule, and field. */
const RULE_OF_CONSTRAINT: Record<string, { rule: RuleName; field: string | null }> = {
  document_already_registered: { rule: 'documentAlreadyRegistered', field: 'child.documentNumber' },
  phone_limit_reached: { rule: 'phoneLimitReached', field: 'guardian.phone' },
  phone_slot_taken: { rule: 'phoneLimitReached', field: 'guardian.phone' },
  district_mismatch: { rule: 'districtMismatch', field: 'child.residenceDistrict' },
  attempt_reused: { rule: 'attemptReused', field: 'idempotencyKey' },
};

/** The constraint that an error of PostgreSQL names (unique or check), if it is one. */
export function brokenConstraint(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code, constraint } = cause as { code?: unknown; constraint?: unknown };
    if ((code === '23505' || code === '23514') && typeof constraint === 'string') return constraint;
  }
  return null;
}

export const ruleOfConstraint = (constraint: string) => RULE_OF_CONSTRAINT[constraint] ?? null;

/** Two transactions that waited for each other: one was ended, and may simply try again. */
export function isDeadlock(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ((cause as { code?: unknown }).code === '40P01') return true;
  }
  return false;
}
