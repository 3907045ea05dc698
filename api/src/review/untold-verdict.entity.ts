import { QUIET_MINUTES } from '@enrolment/rulebook/messages.js';
import { defineEntity, p, ref } from '@mikro-orm/core';
import { CollectionRecord } from '../record/record.entity.js';

const quiet = (now: Date): Date => new Date(now.getTime() + QUIET_MINUTES * 60_000);
const later = (one: Date, other: Date): Date => (one > other ? one : other);

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

  /** Something was decided: it waits for quiet, and until the calendar shows it. */
  wait(officer: string, now: Date, shown: Date): void {
    this.officer = officer;
    this.dueAt = later(quiet(now), shown);
  }

  /** Its officer did something more. */
  waitOn(officer: string, now: Date): void {
    this.officer = officer;
    this.dueAt = later(this.dueAt, quiet(now));
  }

  /** Its officer is done with it; nobody else ends the wait. Whether it is told now. */
  endWait(officer: string, now: Date, shown: Date): boolean {
    if (this.officer !== officer) return false;
    if (this.dueAt > now) this.dueAt = later(now, shown);
    return this.dueAt <= now;
  }

  /** The calendar shows no verdict before then. */
  putOff(until: Date): void {
    this.dueAt = until;
  }
}
UntoldVerdictSchema.setClass(UntoldVerdict);
