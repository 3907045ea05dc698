import { refuse, type Refusal } from './refusal.js';

/** 六: a record can be withdrawn until a school has preregistered the child. */
export function checkWithdrawal(stageAllows: boolean, hotline: string): Refusal[] {
  return stageAllows ? [] : [refuse('withdrawalTooLate', { params: { hotline } })];
}
