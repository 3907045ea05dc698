import { refuse, type Refusal } from './refusal.js';

export interface GrantFacts {
  /** Whether this person registered the child: nobody else authorises, not even whoever is authorised. */
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

/** 取消授权 is possible at any time. */
export function checkRevocation({ registrant, live }: GrantFacts): Refusal[] {
  if (!registrant) return [refuse('notAllowed')];
  return live ? [] : [refuse('notAuthorized')];
}

/** How long after a grant the next one of the record tells nobody: granting and revoking in a loop floods no phone. */
export const GRANT_QUIET_SECONDS = 3_600;

/** Whether both guardians are told of a grant, and later of its end. */
export const isGrantTold = (grantedAt: Date, others: readonly Date[]): boolean =>
  !others.some((other) => {
    const before = grantedAt.getTime() - other.getTime();
    return before >= 0 && before < GRANT_QUIET_SECONDS * 1000;
  });
