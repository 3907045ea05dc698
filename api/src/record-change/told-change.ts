import type { EventKind, ServiceKind, Stage } from '@enrolment/rulebook/vocabulary.js';
import { stageBeforePublication } from '../record/visibility.js';
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

/** For whoever had to wait for the publication, an admission becomes the record's stage with it. */
export const toldChange = ({ fromStage, toStage, position, knows, ...row }: ChangeRow): ToldChange => ({
  position: position!,
  number: row.number,
  district: row.district,
  service: row.service,
  kind: row.kind,
  from: fromStage && (knows ? fromStage : stageBeforePublication(fromStage)),
  to: toStage,
  at: row.at,
});
