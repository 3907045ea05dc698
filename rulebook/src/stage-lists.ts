import { STAGE_PLAN, type StagePlan } from './stage-plan.js';
import { STAGES, type Stage } from './vocabulary.js';

/** Lists of stages, each by what the plan says of them: a new stage takes its place in every one. */
const where = (holds: (plan: StagePlan) => boolean): readonly Stage[] =>
  STAGES.filter((stage) => holds(STAGE_PLAN[stage]));

/** Submitted and undecided: what waits for the identity check or the district. */
export const WAITING_STAGES = where(({ review }) => review === 'WAITING');

export const waits = (stage: Stage): boolean => WAITING_STAGES.includes(stage);

export const UNSUBMITTED_STAGES = where(({ review }) => review === 'UNSUBMITTED');

/** Where there are no submitted details to read or to count. */
export const STAGES_WITHOUT_DETAILS = where(({ review }) => review === 'UNSUBMITTED' || review === 'ERASED');

export const LIVE_STAGES = where(({ review }) => review !== 'ERASED');

/** 三(二)3: where an item can be undecided. Before there are none, and a record is approved only when all have passed. */
export const UNDECIDED_STAGES = where(({ items }) => items === 'HELD' || items === 'OPEN');

/** Where items are decided now. */
export const OPEN_STAGES = where(({ items }) => items === 'OPEN');

/** Where every item has passed. */
export const PASSED_STAGES = where(({ items }) => items === 'PASSED');

export const STAGES_AT_SCHOOL = where(({ school }) => school === 'REACHED');

/** The way to a place, in its order. */
export const FUNNEL = where(({ onWay }) => onWay);

/** To where an SMS follows a record. */
export const TOLD_STAGES = where(({ told }) => told);
