import type { Stage } from './vocabulary.js';

/** Submitted and undecided: what waits for the identity check or the district. */
export const WAITING_STAGES = [
  'SUBMITTED',
  'IDENTITY_VERIFIED',
  'APPEALED',
] as const satisfies readonly Stage[];

export const waits = (stage: Stage): boolean => (WAITING_STAGES as readonly Stage[]).includes(stage);

/** The stages of the way to a place, in its order: the funnel. */
export const FUNNEL = [
  'REGISTERED',
  'DETAILS_DRAFTED',
  'SUBMITTED',
  'IDENTITY_VERIFIED',
  'APPROVED',
  'PREREGISTERED',
  'ADMITTED',
] as const satisfies readonly Stage[];
