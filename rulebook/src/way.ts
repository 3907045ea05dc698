import type { CheckStatus, PhaseKind, Stage } from './vocabulary.js';
import type { ReturnedItem } from './details/returned.js';
import type { Language } from './refusal.js';
import { STAGE_PLAN } from './stage-plan.js';
import type { Window } from './window.js';

type Words = Readonly<Record<Language, string>>;

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

interface StepPlan {
  readonly label: Words;
  readonly holder: TurnHolder;
  readonly phase: PhaseKind;
  /** The stage that completes it. */
  readonly doneWith: Stage;
}

const PLAN: Readonly<Record<StepKind, StepPlan>> = {
  REGISTRATION: {
    label: { 'zh-CN': '注册', en: 'Registration' },
    holder: 'GUARDIAN',
    phase: 'REGISTRATION',
    doneWith: 'REGISTERED',
  },
  DETAILS: {
    label: { 'zh-CN': '录入详细信息', en: 'Details' },
    holder: 'GUARDIAN',
    phase: 'DETAILS',
    doneWith: 'SUBMITTED',
  },
  IDENTITY_CHECK: {
    label: { 'zh-CN': '身份证及户籍信息核验', en: 'Identity and household check' },
    holder: 'SYSTEM',
    phase: 'DETAILS',
    doneWith: 'IDENTITY_VERIFIED',
  },
  REVIEW: {
    label: { 'zh-CN': '入学资格审核', en: 'Review' },
    holder: 'DISTRICT',
    phase: 'REVIEW',
    doneWith: 'APPROVED',
  },
  FORM: {
    label: { 'zh-CN': '打印信息采集表', en: 'Collection form' },
    holder: 'GUARDIAN',
    phase: 'FORM_PRINTING',
    doneWith: 'PREREGISTERED',
  },
  PREREGISTRATION: {
    label: { 'zh-CN': '学校预登记', en: 'Preregistration at the school' },
    holder: 'SCHOOL',
    phase: 'SCHOOL_PREREGISTRATION',
    doneWith: 'PREREGISTERED',
  },
  RESULT: {
    label: { 'zh-CN': '入学结果', en: 'Result' },
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
    label: PLAN[kind].label,
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
