import type { DateKind } from './dates.js';
import { STAGE_NAMES } from './names.js';
import {
  appealTurn,
  detailsTurn,
  formTurn,
  identityTurn,
  rejectedTurn,
  resultTurn,
  returnedTurn,
  reviewTurn,
  withdrawnTurn,
  type TurnAt,
} from './turns.js';
import type { PhaseKind, Stage } from './vocabulary.js';
import type { StepKind } from './way.js';
import type { Words } from './words.js';

/** When a family is reminded of what it has to do. */
interface ReminderPlan {
  /** How many days before the last one. */
  readonly days: readonly number[];
  /** The window of the calendar with which the family's turn ends, unless something returned has a date of its own. */
  readonly endsWith: PhaseKind;
}

/** What a family has to wait for before it learns of a verdict. */
export type HiddenUntil = 'REVIEW_OPENS' | 'RESULT_PUBLISHED';

/**
 * How far the review has come. UNSUBMITTED: there is nothing to review yet. WAITING: the identity check or the district has
 * to act. WITH_FAMILY: the family has to correct something first. ERASED: nothing is left.
 */
type ReviewState = 'UNSUBMITTED' | 'WAITING' | 'WITH_FAMILY' | 'DECIDED' | 'ERASED';

/**
 * 三(二)3: the review items. HELD: some may be undecided, and none can be decided now. OPEN: an officer decides them. PASSED:
 * all have passed, and the form says what was approved.
 */
type ItemsState = 'NONE' | 'HELD' | 'OPEN' | 'PASSED';

export interface StagePlan {
  /** What it is called, in the manual's words where it has them. */
  readonly name: Words;
  /** What readers of the API are told in addition. */
  readonly remark: string;
  /** Until when a family may not know of it, and which stage it reads meanwhile; null where it may always know. */
  readonly hidden: { readonly until: HiddenUntil; readonly as: Stage } | null;
  /** Whether an SMS tells the family that its record has come here. */
  readonly told: boolean;
  readonly review: ReviewState;
  readonly items: ItemsState;
  /** Whether a school has preregistered the child. Before that the record can be withdrawn and corrected; null where nothing is left to preregister. */
  readonly school: 'AHEAD' | 'REACHED' | null;
  /** Whether it lies on the straight way to a place: a step of the funnel. */
  readonly onWay: boolean;
  /** What the family can edit: its details within their window, only what was returned, or nothing more. */
  readonly editing: 'FREELY' | 'RETURNED' | 'CLOSED';
  readonly reminder: ReminderPlan | null;
  /** The steps of the way that are behind it. */
  readonly passed: readonly StepKind[];
  /** The dates that can still lie ahead. */
  readonly dates: readonly DateKind[];
  /** Whose turn it is. */
  readonly turn: TurnAt;
}

/** All that is said of a stage besides its transitions, in one place: a new stage does not compile until it is said. */
export const STAGE_PLAN: Readonly<Record<Stage, StagePlan>> = {
  REGISTERED: {
    name: STAGE_NAMES.REGISTERED,
    remark: 'it waits for the details.',
    hidden: null,
    told: true,
    review: 'UNSUBMITTED',
    items: 'NONE',
    school: 'AHEAD',
    onWay: true,
    editing: 'FREELY',
    reminder: { days: [7, 3, 1], endsWith: 'DETAILS' },
    passed: ['REGISTRATION'],
    dates: ['DETAILS_OPEN', 'DETAILS_DUE', 'REVIEW', 'FORM_PRINTING', 'SCHOOL_PREREGISTRATION', 'RESULT'],
    turn: detailsTurn,
  },
  DETAILS_DRAFTED: {
    name: STAGE_NAMES.DETAILS_DRAFTED,
    remark: 'a draft of the details is kept.',
    hidden: null,
    told: false,
    review: 'UNSUBMITTED',
    items: 'NONE',
    school: 'AHEAD',
    onWay: true,
    editing: 'FREELY',
    reminder: { days: [7, 3, 1], endsWith: 'DETAILS' },
    passed: ['REGISTRATION'],
    dates: ['DETAILS_OPEN', 'DETAILS_DUE', 'REVIEW', 'FORM_PRINTING', 'SCHOOL_PREREGISTRATION', 'RESULT'],
    turn: detailsTurn,
  },
  SUBMITTED: {
    name: STAGE_NAMES.SUBMITTED,
    remark: 'the details are submitted, and the identity check is under way.',
    hidden: null,
    told: false,
    review: 'WAITING',
    items: 'HELD',
    school: 'AHEAD',
    onWay: true,
    editing: 'CLOSED',
    reminder: null,
    passed: ['REGISTRATION', 'DETAILS'],
    dates: ['REVIEW', 'FORM_PRINTING', 'SCHOOL_PREREGISTRATION', 'RESULT'],
    turn: identityTurn,
  },
  IDENTITY_VERIFIED: {
    name: STAGE_NAMES.IDENTITY_VERIFIED,
    remark: 'the review items are being decided.',
    hidden: null,
    told: false,
    review: 'WAITING',
    items: 'OPEN',
    school: 'AHEAD',
    onWay: true,
    editing: 'CLOSED',
    reminder: null,
    passed: ['REGISTRATION', 'DETAILS', 'IDENTITY_CHECK'],
    dates: ['REVIEW', 'FORM_PRINTING', 'SCHOOL_PREREGISTRATION', 'RESULT'],
    turn: reviewTurn,
  },
  RETURNED: {
    name: STAGE_NAMES.RETURNED,
    remark: 'the reason is shown, and the guardian may submit again.',
    hidden: { until: 'REVIEW_OPENS', as: 'IDENTITY_VERIFIED' },
    told: true,
    review: 'WITH_FAMILY',
    items: 'OPEN',
    school: 'AHEAD',
    onWay: false,
    editing: 'RETURNED',
    reminder: { days: [3, 1], endsWith: 'CORRECTION' },
    passed: ['REGISTRATION'],
    dates: ['REVIEW', 'RETURNED_DUE', 'FORM_PRINTING', 'SCHOOL_PREREGISTRATION', 'RESULT'],
    turn: returnedTurn,
  },
  REJECTED: {
    name: STAGE_NAMES.REJECTED,
    remark: 'the family reads the reason, and how to ask for a second look.',
    hidden: { until: 'REVIEW_OPENS', as: 'IDENTITY_VERIFIED' },
    told: true,
    review: 'DECIDED',
    items: 'HELD',
    school: 'AHEAD',
    onWay: false,
    editing: 'CLOSED',
    reminder: null,
    passed: ['REGISTRATION', 'DETAILS', 'IDENTITY_CHECK'],
    dates: ['APPEAL_DUE'],
    turn: rejectedTurn,
  },
  APPEALED: {
    name: STAGE_NAMES.APPEALED,
    remark: 'the guardian asked for a second look.',
    hidden: { until: 'REVIEW_OPENS', as: 'IDENTITY_VERIFIED' },
    told: false,
    review: 'WAITING',
    items: 'HELD',
    school: 'AHEAD',
    onWay: false,
    editing: 'CLOSED',
    reminder: null,
    passed: ['REGISTRATION', 'DETAILS', 'IDENTITY_CHECK'],
    dates: [],
    turn: appealTurn,
  },
  APPROVED: {
    name: STAGE_NAMES.APPROVED,
    remark: 'the form can be printed.',
    hidden: { until: 'REVIEW_OPENS', as: 'IDENTITY_VERIFIED' },
    told: true,
    review: 'DECIDED',
    items: 'PASSED',
    school: 'AHEAD',
    onWay: true,
    editing: 'CLOSED',
    reminder: { days: [7, 3, 1], endsWith: 'SCHOOL_PREREGISTRATION' },
    passed: ['REGISTRATION', 'DETAILS', 'IDENTITY_CHECK', 'REVIEW'],
    dates: ['FORM_PRINTING', 'SCHOOL_PREREGISTRATION', 'RESULT'],
    turn: formTurn,
  },
  PREREGISTERED: {
    name: STAGE_NAMES.PREREGISTERED,
    remark: 'a school has preregistered the child.',
    hidden: null,
    told: true,
    review: 'DECIDED',
    items: 'PASSED',
    school: 'REACHED',
    onWay: true,
    editing: 'CLOSED',
    reminder: null,
    passed: ['REGISTRATION', 'DETAILS', 'IDENTITY_CHECK', 'REVIEW', 'FORM', 'PREREGISTRATION'],
    dates: ['RESULT'],
    turn: resultTurn,
  },
  ADMITTED: {
    name: STAGE_NAMES.ADMITTED,
    remark: 'the district has approved the admission.',
    hidden: { until: 'RESULT_PUBLISHED', as: 'PREREGISTERED' },
    told: false,
    review: 'DECIDED',
    items: 'PASSED',
    school: 'REACHED',
    onWay: true,
    editing: 'CLOSED',
    reminder: null,
    passed: ['REGISTRATION', 'DETAILS', 'IDENTITY_CHECK', 'REVIEW', 'FORM', 'PREREGISTRATION'],
    dates: [],
    turn: resultTurn,
  },
  WITHDRAWN: {
    name: STAGE_NAMES.WITHDRAWN,
    remark: 'everything about the child and the guardians is erased.',
    hidden: null,
    told: true,
    review: 'ERASED',
    items: 'NONE',
    school: null,
    onWay: false,
    editing: 'CLOSED',
    reminder: null,
    passed: [],
    dates: [],
    turn: withdrawnTurn,
  },
};
