import { refuse, type Refusal } from './refusal.js';
import { RULES } from './rules.js';
import { STAGE_PLAN } from './stage-plan.js';
import type { Stage } from './vocabulary.js';

const MINUTE_MS = 60_000;

/** Which officer has taken a record in hand, as far as the rules need to know. */
export interface Claim {
  /** The officer’s subject at the identity provider. */
  readonly officer: string;
  /** Masked, for the colleagues. */
  readonly name: string;
  readonly touchedAt: Date;
}

/** When the officer’s claim ends if nothing is done before. */
export const claimedUntil = ({ touchedAt }: Pick<Claim, 'touchedAt'>): Date =>
  new Date(touchedAt.getTime() + RULES.claimedByOther.limit * MINUTE_MS);

/** A record touched after this moment is still in somebody’s hand. */
export const freeIfBefore = (now: Date): Date =>
  new Date(now.getTime() - RULES.claimedByOther.limit * MINUTE_MS);

export const isLive = (claim: Pick<Claim, 'touchedAt'>, now: Date): boolean => claimedUntil(claim) > now;

/** What a colleague has in hand is left alone; what nobody has in hand is open to all. */
export function checkClaim(claim: Claim | null, officer: string, now: Date): Refusal[] {
  if (!claim || claim.officer === officer || !isLive(claim, now)) return [];
  const minutes = Math.floor((now.getTime() - claim.touchedAt.getTime()) / MINUTE_MS);
  return [refuse('claimedByOther', { params: { officer: claim.name, minutes } })];
}

/** Whether, after a decision, something is left to decide, now or once the family has answered. */
export const staysInHand = (stage: Stage): boolean =>
  ['WAITING', 'WITH_FAMILY'].includes(STAGE_PLAN[stage].review);
