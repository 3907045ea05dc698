import { STAGE_PLAN } from '@enrolment/rulebook/stage-plan.js';
import { STAGES, type Stage } from '@enrolment/rulebook/vocabulary.js';
import { anyOf } from '../database/tables.js';
import type { ofRecord } from '../record/access.predicates.js';

type OfRecord = ReturnType<typeof ofRecord>;

/** The districts whose results the viewer knows before they are published; null if the viewer lists no others. */
export type Deciding = readonly string[] | null;

/** Stages that are hidden until the result is published, and what is shown meanwhile. */
export const HIDDEN = STAGES.flatMap((stage) => {
  const { hidden } = STAGE_PLAN[stage];
  return hidden?.until === 'RESULT_PUBLISHED' ? [{ stage, as: hidden.as }] : [];
});

/** Where a record waits for its publication. */
export const UNPUBLISHED: readonly Stage[] = HIDDEN.flatMap(({ stage, as }) => [as, stage]);

/** Records in one of these stages whose result is not published, and not the viewer's to know before. */
export const isUntold = (eb: OfRecord, stages: readonly Stage[], deciding: readonly string[]) =>
  eb.and([
    eb('r.stage', 'in', [...stages]),
    eb.not(eb('r.district', '=', anyOf(deciding))),
    // It asks for the value and not with EXISTS, for which the planner would read all admissions into a hash first.
    eb(eb.selectFrom('admission as p').select('p.publishedAt').whereRef('p.record', '=', 'r.id'), 'is', null),
  ]);

/** Whether stages can be told of a record only by its publication. */
export const areToldByPublication = (stages: readonly Stage[]): boolean =>
  stages.length > 0 &&
  stages.every((stage) => HIDDEN.some((one) => one.stage === stage && !stages.includes(one.as)));
