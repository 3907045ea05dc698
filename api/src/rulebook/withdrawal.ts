import { refuse, type Refusal } from './refusal.js';
import type { Stage } from '../vocabulary.js';

const WITHDRAWABLE: ReadonlySet<Stage> = new Set<Stage>([
  'REGISTERED',
  'DETAILS_DRAFTED',
  'SUBMITTED',
  'IDENTITY_VERIFIED',
  'RETURNED',
  'REJECTED',
  'APPEALED',
  'APPROVED',
]);

/** 六: before a school has preregistered the child. */
export function checkWithdrawal(stage: Stage, hotline: string): Refusal[] {
  return WITHDRAWABLE.has(stage) ? [] : [refuse('withdrawalTooLate', { params: { hotline } })];
}
