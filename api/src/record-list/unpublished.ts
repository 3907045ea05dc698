import { STAGE_PLAN } from '@enrolment/rulebook/stage-plan.js';
import { STAGES, type Stage } from '@enrolment/rulebook/vocabulary.js';
import { sql, type Expression, type SqlBool } from 'kysely';
import { anyOf } from '../database/tables.js';
import { ofRecord } from '../record/access.predicates.js';

type OfRecord = ReturnType<typeof ofRecord>;

/** The districts whose results the viewer knows before they are published; null if the viewer lists no others. */
export type Deciding = readonly string[] | null;

/** Stages that are hidden until the result is published, and what is shown meanwhile. */
const HIDDEN = STAGES.flatMap((stage) => {
  const { hidden } = STAGE_PLAN[stage];
  return hidden?.until === 'RESULT_PUBLISHED' ? [{ stage, as: hidden.as }] : [];
});

/** Where a record waits for its publication. */
export const UNPUBLISHED: readonly Stage[] = HIDDEN.flatMap(({ stage, as }) => [as, stage]);

const record = ofRecord();
/** The stage that is shown to those who may not know a result before. collection_record_listed has just these words. */
const toldStage = HIDDEN.reduce<Expression<Stage>>(
  (shown, { stage, as }) =>
    record
      .case()
      .when(record.and([record('r.stage', '=', sql.lit(stage)), record.not(record.ref('r.resultTold'))]))
      .then(sql.lit(as))
      .else(shown)
      .end() as Expression<Stage>,
  record.ref('r.stage'),
);

/** The same, to be selected. */
export const TOLD_STAGE = sql<Stage>`${toldStage}`;

/** Records that the viewer’s lists show in one of these stages. */
export function isShownIn(stages: readonly Stage[], deciding: Deciding, eb: OfRecord): Expression<SqlBool> {
  const known = eb('r.stage', '=', anyOf(stages));
  const told = HIDDEN.every(({ stage, as }) => stages.includes(stage) === stages.includes(as));
  if (deciding === null || told) return known;
  // One stage is one place in the index, in the order of the list.
  const [only] = stages;
  const listed = stages.length === 1 && only ? eb(toldStage, '=', only) : eb(toldStage, '=', anyOf(stages));
  if (deciding.length === 0) return listed;
  const own = eb('r.district', '=', anyOf(deciding));
  return eb.or([eb.and([own, known]), eb.and([eb.not(own), listed])]);
}

/** Records that wait for a publication, or were decided without one, and are not the viewer's to know of. */
export const isUntold = (eb: OfRecord, deciding: readonly string[]): Expression<SqlBool> =>
  eb.and([
    eb('r.stage', 'in', [...UNPUBLISHED]),
    eb.not(eb('r.district', '=', anyOf(deciding))),
    eb.not(eb.ref('r.resultTold')),
  ]);
