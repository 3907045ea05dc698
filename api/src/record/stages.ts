import type { Stage } from '../vocabulary.js';

/** Who takes a step. */
export type StageActor = 'GUARDIAN' | 'DISTRICT' | 'SCHOOL' | 'SYSTEM';

export interface Transition {
  readonly from: readonly Stage[];
  readonly to: Stage;
  readonly by: StageActor;
}

/** The stages' transitions: the only place that says what may follow what, and by whom. */
export const TRANSITIONS = {
  WITHDRAW: {
    from: [
      'REGISTERED',
      'DETAILS_DRAFTED',
      'SUBMITTED',
      'IDENTITY_VERIFIED',
      'RETURNED',
      'REJECTED',
      'APPEALED',
      'APPROVED',
    ],
    to: 'WITHDRAWN',
    by: 'GUARDIAN',
  },
} as const satisfies Record<string, Transition>;

export type StageAction = keyof typeof TRANSITIONS;

export const allows = (action: StageAction, stage: Stage): boolean =>
  (TRANSITIONS[action].from as readonly Stage[]).includes(stage);
