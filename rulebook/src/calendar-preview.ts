import { datesOf, type FamilyDate } from './dates.js';
import { correctionDue } from './details/returned.js';
import type { Calendar } from './season.js';
import { LIVE_STAGES } from './stage-lists.js';
import { STAGE_PLAN } from './stage-plan.js';
import type { Stage } from './vocabulary.js';
import { stepsOf, turnOf, type Step, type Turn, type WayFacts } from './way.js';

/** What a calendar is told to families with. */
export interface ToldCalendar {
  readonly phases: Calendar;
  readonly hotline: string;
}

/** What a family of a stage reads on a day: its stage as it may know it, and what its page says. */
export interface FamilyView {
  readonly stage: Stage;
  readonly turn: Turn;
  readonly steps: readonly Step[];
  readonly dates: readonly FamilyDate[];
}

/** What a family would see, by the functions that its own page goes by: a made-up record for which nothing unusual is decided. */
export function familyView(stage: Stage, { phases, hotline }: ToldCalendar, now: Date): FamilyView {
  const { hidden } = STAGE_PLAN[stage];
  const opens = phases.REVIEW?.opensAt;
  const waits = hidden?.until === 'REVIEW_OPENS' ? opens !== undefined && now < opens : hidden !== null;
  const shown = waits ? hidden!.as : stage;
  const dueAt = correctionDue(null, phases.CORRECTION, opens ?? new Date(0));
  const facts: WayFacts = {
    stage: shown,
    phases,
    reachedAt: {},
    identity: { status: 'PASSED', overdue: false },
    returned: shown === 'RETURNED' ? [{ kind: 'RESIDENCE', dueAt }] : [],
    appealDueAt: null,
    resultPublished: false,
    hotline,
  };
  return { stage: shown, turn: turnOf(facts, now), steps: stepsOf(facts), dates: datesOf(facts, now) };
}

/** The stages whose families read something else once a calendar is changed. */
export const stagesTouched = (before: ToldCalendar, after: ToldCalendar, now: Date): Stage[] =>
  LIVE_STAGES.filter(
    (stage) => readIn(familyView(stage, before, now)) !== readIn(familyView(stage, after, now)),
  );

/** When a step that is done was open is not told any more. */
const readIn = ({ stage, turn, steps, dates }: FamilyView): string =>
  JSON.stringify([stage, turn, dates, steps.map(({ state, window }) => (state === 'DONE' ? null : window))]);
