import { refuse, type Refusal } from './refusal.js';

export interface GrantFacts {
  /** Whether this person registered the child: nobody else authorises, not even who is authorised. */
  readonly registrant: boolean;
  /** Whether the details name a second guardian. */
  readonly secondGuardian: boolean;
  readonly live: boolean;
}

/** 去授权: only the second guardian of the details can be authorised, and one at a time. */
export function checkGrant({ registrant, secondGuardian, live }: GrantFacts): Refusal[] {
  if (!registrant) return [refuse('notAllowed')];
  if (live) return [refuse('alreadyAuthorized')];
  return secondGuardian ? [] : [refuse('secondGuardianNeeded')];
}

/** 取消授权: at any time. */
export function checkRevocation({ registrant, live }: GrantFacts): Refusal[] {
  if (!registrant) return [refuse('notAllowed')];
  return live ? [] : [refuse('notAuthorized')];
}
