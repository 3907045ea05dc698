import { QUIET_MINUTES } from '@enrolment/rulebook/messages.js';
import { defineEntity, p, ref } from '@mikro-orm/core';
import { CollectionRecord } from '../record/record.entity.js';

const QUIET_MS = QUIET_MINUTES * 60_000;

export const UntoldVerdictSchema = defineEntity({
  name: 'UntoldVerdict',
  tableName: 'untold_verdict',
  properties: {
    record: () => p.oneToOne(CollectionRecord).owner().primary().unique(false).ref(),
    /** Who has the record in hand. */
    officer: p.string().length(255),
    dueAt: p.datetime().index('untold_verdict_due'),
  },
});
/**
 * The district has decided about a record, and its family is not told yet, because an officer still has it in hand. What it is
 * told is what stands when it is due. Written and deleted under the record's lock.
 */
export class UntoldVerdict extends UntoldVerdictSchema.class {
  constructor(record: CollectionRecord) {
    super();
    this.record = ref(record);
  }

  /** Something was decided: it waits for quiet. */
  wait(officer: string, now: Date): void {
    this.officer = officer;
    this.dueAt = new Date(now.getTime() + QUIET_MS);
  }

  /** Its officer is done with it; nobody else ends the wait. */
  endWait(officer: string, now: Date): boolean {
    if (this.officer !== officer) return false;
    if (this.dueAt > now) this.dueAt = now;
    return true;
  }

  /** The calendar shows no verdict before then. */
  putOff(until: Date): void {
    this.dueAt = until;
  }
}
UntoldVerdictSchema.setClass(UntoldVerdict);
