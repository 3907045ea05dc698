import { refuse, type Refusal } from './refusal.js';
import { checkReason, stageConflict } from './review.js';
import { OFFICE_RULES } from './office-rules.js';
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
  /** It was given to the officer, who has it until then without a touch. */
  readonly givenUntil?: Date | null | undefined;
}

type Held = Pick<Claim, 'touchedAt' | 'givenUntil'>;

/** When the officer’s claim ends if nothing is done before. */
export function claimedUntil({ touchedAt, givenUntil }: Held): Date {
  const untouched = new Date(touchedAt.getTime() + OFFICE_RULES.claimedByOther.limit * MINUTE_MS);
  return givenUntil && givenUntil > untouched ? givenUntil : untouched;
}

/** A record touched after this moment is still in somebody’s hand. */
export const freeIfBefore = (now: Date): Date =>
  new Date(now.getTime() - OFFICE_RULES.claimedByOther.limit * MINUTE_MS);

export const isLive = (claim: Held, now: Date): boolean => claimedUntil(claim) > now;

/** What a colleague has in hand is left alone; what nobody has in hand is open to all. */
export function checkClaim(claim: Claim | null, officer: string, now: Date): Refusal[] {
  if (!claim || claim.officer === officer || !isLive(claim, now)) return [];
  if (isGiven(claim, now)) return [refuse('givenToOther', { params: { officer: claim.name } })];
  const minutes = Math.floor((now.getTime() - claim.touchedAt.getTime()) / MINUTE_MS);
  return [refuse('claimedByOther', { params: { officer: claim.name, minutes } })];
}

/** Whether it stays the officer’s without a touch. */
export const isGiven = ({ givenUntil }: Pick<Held, 'givenUntil'>, now: Date): boolean =>
  givenUntil != null && givenUntil > now;

/** Nobody has a record in hand for longer than the season lasts. */
const GIVEN_DAYS = 180;

/** How long what is given now stays the colleague’s at most: until her role ends. */
export function givenUntil(roleEndsAt: Date | null, now: Date): Date {
  const longest = new Date(now.getTime() + GIVEN_DAYS * 86_400_000);
  return roleEndsAt !== null && roleEndsAt < longest ? roleEndsAt : longest;
}

/** A word beside what is given, for the colleagues alone. */
export const HAND_OVER_NOTE_LENGTH = 200;

interface HandOver {
  readonly stage: Stage;
  readonly claim: Claim | null;
  readonly giver: string;
  /** Whether the giver may take it from a colleague. */
  readonly administers: boolean;
  /** Her account, and whether she may decide on this record now. */
  readonly colleague: { readonly account: string; readonly decides: boolean } | null;
  readonly note: string | null;
}

/** Whether a record may be given to a colleague: what is still to be decided, by whoever may decide on it now. */
export function checkHandOver(
  { stage, claim, giver, administers, colleague, note }: HandOver,
  now: Date,
): Refusal[] {
  const wordy = checkReason(note, 'note', { required: false, longest: HAND_OVER_NOTE_LENGTH });
  if (wordy.length > 0) return wordy;
  if (!staysInHand(stage)) return [stageConflict(stage)];
  if (!colleague?.decides) return [refuse('colleagueMayNot', { field: 'colleague' })];
  if (colleague.account === giver) return [refuse('handOverSelf', { field: 'colleague' })];
  return administers ? [] : checkClaim(claim, giver, now);
}

/** Whether, after a decision, something is left to decide, now or once the family has answered. */
export const staysInHand = (stage: Stage): boolean =>
  ['WAITING', 'WITH_FAMILY'].includes(STAGE_PLAN[stage].review);
