import { STAGE_PLAN } from './stage-plan.js';
import { STAGES, type EventActor, type EventKind, type Stage } from './vocabulary.js';

/** The parties that take steps; either guardian does so for the family. */
type StageActor = Exclude<EventActor, 'SECOND_GUARDIAN'>;

export interface Transition {
  readonly from: readonly Stage[];
  readonly to: Stage;
  /** Whose act it is; SYSTEM if the stage follows by itself from what others did. */
  readonly by: readonly StageActor[];
  /** What stands in the history. */
  readonly event: EventKind;
  /** What else must be true besides the stage, for the documentation; the service that takes the step checks it. */
  readonly guard: string | null;
}

const BEFORE_SCHOOL = STAGES.filter((stage) => STAGE_PLAN[stage].school === 'AHEAD');

/** The stages' transitions: the only place that says what may follow what, and by whom. REGISTERED is the beginning. */
export const TRANSITIONS = {
  SAVE_DETAILS: {
    from: ['REGISTERED'],
    to: 'DETAILS_DRAFTED',
    by: ['GUARDIAN'],
    event: 'DETAILS_DRAFTED',
    guard: 'the window for details is open',
  },
  SUBMIT_DETAILS: {
    from: ['REGISTERED', 'DETAILS_DRAFTED', 'RETURNED'],
    to: 'SUBMITTED',
    by: ['GUARDIAN'],
    event: 'DETAILS_SUBMITTED',
    guard: 'nothing is missing; the window is open, or what was returned is not past its due date',
  },
  VERIFY_IDENTITY: {
    from: ['SUBMITTED'],
    to: 'IDENTITY_VERIFIED',
    by: ['SYSTEM', 'DISTRICT'],
    event: 'IDENTITY_VERIFIED',
    guard: 'documents and household registration match, or an officer has seen that they do',
  },
  RETURN: {
    from: ['SUBMITTED', 'IDENTITY_VERIFIED'],
    to: 'RETURNED',
    by: ['DISTRICT', 'SUBDISTRICT', 'DEPARTMENT'],
    event: 'RETURNED',
    guard: 'with a reason, and until when',
  },
  LIFT_RETURN: {
    from: ['RETURNED'],
    to: 'IDENTITY_VERIFIED',
    by: ['DISTRICT'],
    event: 'RETURN_LIFTED',
    guard: 'nothing is returned any more, and the identity is verified',
  },
  RECHECK_IDENTITY: {
    from: ['IDENTITY_VERIFIED', 'APPROVED'],
    to: 'SUBMITTED',
    by: ['DISTRICT'],
    event: 'IDENTITY_RECHECKED',
    guard: 'a correction changed a document, a name or a birth date',
  },
  APPROVE: {
    from: ['IDENTITY_VERIFIED'],
    to: 'APPROVED',
    by: ['SYSTEM'],
    event: 'APPROVED',
    guard: 'every review item has passed: 三(二)3',
  },
  REJECT: {
    from: ['SUBMITTED', 'IDENTITY_VERIFIED', 'RETURNED'],
    to: 'REJECTED',
    by: ['DISTRICT'],
    event: 'REJECTED',
    guard: 'with a reason',
  },
  APPEAL: {
    from: ['REJECTED'],
    to: 'APPEALED',
    by: ['GUARDIAN'],
    event: 'APPEALED',
    guard: 'the first time, and before the due date',
  },
  ACCEPT_APPEAL: {
    from: ['APPEALED'],
    to: 'IDENTITY_VERIFIED',
    by: ['DISTRICT'],
    event: 'APPEAL_ACCEPTED',
    guard: 'with a reason',
  },
  DISMISS_APPEAL: {
    from: ['APPEALED'],
    to: 'REJECTED',
    by: ['DISTRICT'],
    event: 'APPEAL_DISMISSED',
    guard: 'with a reason',
  },
  PREREGISTER: {
    from: ['APPROVED'],
    to: 'PREREGISTERED',
    by: ['SCHOOL'],
    event: 'PREREGISTERED',
    guard: 'by a school of the district, in its window',
  },
  UNDO_PREREGISTRATION: {
    from: ['PREREGISTERED'],
    to: 'APPROVED',
    by: ['SCHOOL'],
    event: 'PREREGISTRATION_UNDONE',
    guard: 'by the same school on the same day, with a reason, before the district has decided',
  },
  ADMIT: {
    from: ['PREREGISTERED'],
    to: 'ADMITTED',
    by: ['DISTRICT'],
    event: 'ADMITTED',
    guard: 'the result is not published yet',
  },
  TAKE_BACK_ADMISSION: {
    from: ['ADMITTED'],
    to: 'PREREGISTERED',
    by: ['DISTRICT'],
    event: 'ADMISSION_TAKEN_BACK',
    guard: 'the result is not published yet',
  },
  WITHDRAW: {
    from: BEFORE_SCHOOL,
    to: 'WITHDRAWN',
    by: ['GUARDIAN'],
    event: 'WITHDRAWN',
    guard: 'the code sent to the phone of the registration; everything is erased',
  },
} as const satisfies Record<string, Transition>;

export type StageAction = keyof typeof TRANSITIONS;
export const STAGE_ACTIONS = Object.keys(TRANSITIONS) as StageAction[];

export const allows = (action: StageAction, stage: Stage): boolean =>
  (TRANSITIONS[action].from as readonly Stage[]).includes(stage);

/** Whom a school expects: where it can preregister the child. */
export const EXPECTED_STAGES = STAGES.filter((stage) => allows('PREREGISTER', stage));

/** The stages from which nothing leads on. */
export const FINAL_STAGES = STAGES.filter((stage) => !STAGE_ACTIONS.some((action) => allows(action, stage)));
