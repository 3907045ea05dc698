import { STAGE_PLAN } from '@enrolment/rulebook/stage-plan.js';
import type { EventKind, ServiceKind, Stage } from '@enrolment/rulebook/vocabulary.js';
import type { readChanges } from './record-change.statements.js';

type ChangeRow = Awaited<ReturnType<typeof readChanges>>[number];

/** A change as its reader may know it, and without a word about anybody. */
export interface ToldChange {
  /** Its place in the order. */
  readonly position: string;
  readonly number: string;
  readonly district: string;
  readonly service: ServiceKind;
  readonly kind: EventKind;
  readonly from: Stage | null;
  readonly to: Stage;
  readonly at: Date;
}

/** The stage as it is known before the result is published. */
function unpublished(stage: Stage | null): Stage | null {
  const hidden = stage && STAGE_PLAN[stage].hidden;
  return hidden?.until === 'RESULT_PUBLISHED' ? hidden.as : stage;
}

/** For whoever had to wait for the publication, an admission becomes the record's stage with it. */
export const toldChange = ({ fromStage, toStage, position, knows, ...row }: ChangeRow): ToldChange => ({
  position: position!,
  number: row.number,
  district: row.district,
  service: row.service,
  kind: row.kind,
  from: knows ? (fromStage ?? null) : unpublished(fromStage ?? null),
  to: toStage,
  at: row.at,
});
