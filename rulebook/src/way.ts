import type { CheckStatus, PhaseKind, Stage } from './vocabulary.js';
import type { ReturnedItem } from './details/returned.js';
import { STAGE_PLAN } from './stage-plan.js';
import type { Window } from './window.js';
import { names, type Words } from './words.js';

/** The parties that can have the turn. */
export const TURN_HOLDERS = ['GUARDIAN', 'DISTRICT', 'SCHOOL', 'SYSTEM', 'NOBODY'] as const;
export type TurnHolder = (typeof TURN_HOLDERS)[number];

/** The steps of the way in the manual's order (二 to 五). */
export const STEP_KINDS = [
  'REGISTRATION',
  'DETAILS',
  'IDENTITY_CHECK',
  'REVIEW',
  'FORM',
  'PREREGISTRATION',
  'RESULT',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

export const STEP_NAMES = names<StepKind>({
  REGISTRATION: ['注册', 'Registration'],
  DETAILS: ['录入详细信息', 'Details'],
  IDENTITY_CHECK: ['身份证及户籍信息核验', 'Identity and household check'],
  REVIEW: ['入学资格审核', 'Review'],
  FORM: ['打印信息采集表', 'Collection form'],
  PREREGISTRATION: ['学校预登记', 'Preregistration at the school'],
  RESULT: ['入学结果', 'Result'],
});

interface StepPlan {
  readonly holder: TurnHolder;
  readonly phase: PhaseKind;
  /** The stage that completes it. */
  readonly doneWith: Stage;
}

const PLAN: Readonly<Record<StepKind, StepPlan>> = {
  REGISTRATION: {
    holder: 'GUARDIAN',
    phase: 'REGISTRATION',
    doneWith: 'REGISTERED',
  },
  DETAILS: {
    holder: 'GUARDIAN',
    phase: 'DETAILS',
    doneWith: 'SUBMITTED',
  },
  IDENTITY_CHECK: {
    holder: 'SYSTEM',
    phase: 'DETAILS',
    doneWith: 'IDENTITY_VERIFIED',
  },
  REVIEW: {
    holder: 'DISTRICT',
    phase: 'REVIEW',
    doneWith: 'APPROVED',
  },
  FORM: {
    holder: 'GUARDIAN',
    phase: 'FORM_PRINTING',
    doneWith: 'PREREGISTERED',
  },
  PREREGISTRATION: {
    holder: 'SCHOOL',
    phase: 'SCHOOL_PREREGISTRATION',
    doneWith: 'PREREGISTERED',
  },
  RESULT: {
    holder: 'DISTRICT',
    phase: 'RESULT',
    doneWith: 'ADMITTED',
  },
};

/** What the way of one record depends on: its stage as its reader may know it, and what goes with it. */
export interface WayFacts {
  readonly stage: Stage;
  readonly phases: Readonly<Partial<Record<PhaseKind, Window>>>;
  /** When each stage was last reached, as far as the reader may know. */
  readonly reachedAt: Readonly<Partial<Record<Stage, Date>>>;
  readonly identity: { readonly status: CheckStatus; readonly overdue: boolean };
  /** What is returned, and until when each can be sent again. */
  readonly returned: readonly ReturnedItem[];
  /** Until when a second look can be asked for; null when it cannot. */
  readonly appealDueAt: Date | null;
  readonly resultPublished: boolean;
  readonly hotline: string;
}

export interface Turn {
  readonly holder: TurnHolder;
  readonly since: Date | null;
  readonly until: Date | null;
  /** One sentence: what is to be done, or what is being waited for. */
  readonly text: Words;
}

export interface Step {
  readonly kind: StepKind;
  readonly label: Words;
  readonly state: 'DONE' | 'NOW' | 'NEXT';
  readonly holder: TurnHolder;
  readonly doneAt: Date | null;
  readonly window: Window | null;
}

/** All steps in order: what is done, what is under way, what comes. */
export function stepsOf(facts: WayFacts): Step[] {
  const passed = STEP_KINDS.filter((kind) => isPassed(kind, facts));
  const now = STEP_KINDS.find((kind) => !passed.includes(kind));
  return STEP_KINDS.map((kind) => ({
    kind,
    label: STEP_NAMES[kind],
    state: passed.includes(kind) ? 'DONE' : kind === now ? 'NOW' : 'NEXT',
    holder: PLAN[kind].holder,
    doneAt: passed.includes(kind) ? doneAt(kind, facts) : null,
    window: facts.phases[PLAN[kind].phase] ?? null,
  }));
}

function isPassed(kind: StepKind, { stage, identity, resultPublished }: WayFacts): boolean {
  if (kind === 'RESULT') return resultPublished;
  // A return after the identity had been verified does not undo the verification.
  if (kind === 'IDENTITY_CHECK' && stage === 'RETURNED') return identity.status === 'PASSED';
  return STAGE_PLAN[stage].passed.includes(kind);
}

const doneAt = (kind: StepKind, { reachedAt }: WayFacts): Date | null =>
  reachedAt[PLAN[kind].doneWith] ?? null;

/** Whose turn it is, since when, until when, in a sentence. */
export const turnOf = (facts: WayFacts, now: Date): Turn =>
  STAGE_PLAN[facts.stage].turn(facts, now, facts.reachedAt[facts.stage] ?? null);
