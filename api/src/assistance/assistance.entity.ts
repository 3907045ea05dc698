import { maskName } from '@enrolment/rulebook/masking.js';
import { defineEntity, p, ref } from '@mikro-orm/core';
import type { Viewer } from '../platform/identity.js';
import { CollectionRecord } from '../record/record.entity.js';

/** So long an officer and a family sit together: after that she opens it again. */
const OPEN_MINUTES = 120;

export const AssistanceSchema = defineEntity({
  name: 'Assistance',
  tableName: 'assistance',
  properties: {
    record: () => p.oneToOne(CollectionRecord).owner().primary().unique(false).ref(),
    /** Who registered it, and her masked name, which the family reads. */
    officer: p.string().length(255),
    officerName: p.string().length(120),
    at: p.datetime(),
    /** The officer with whom the family is at the desk, and until when she may act for it. */
    openedBy: p.string().length(255).nullable(),
    openedUntil: p.datetime().nullable(),
    /** From then on it is handled by the family's own account. */
    takenOverAt: p.datetime().nullable(),
  },
  checks: [
    { name: 'assistance_open', expression: '(opened_by is null) = (opened_until is null)' },
    { name: 'assistance_over', expression: '(taken_over_at is null) or (opened_by is null)' },
  ],
});
/** 窗口代办: a record that an officer has registered for a guardian who stood at the desk. */
export class Assistance extends AssistanceSchema.class {
  constructor(record: CollectionRecord, by: Viewer, at: Date) {
    super();
    this.record = ref(record);
    this.officer = by.subject;
    this.officerName = maskName(by.name);
    this.at = at;
    this.takenOverAt = null;
    this.open(by, at);
  }

  open(by: Viewer, at: Date): void {
    this.openedBy = by.subject;
    this.openedUntil = new Date(at.getTime() + OPEN_MINUTES * 60_000);
  }

  close(): void {
    this.openedBy = null;
    this.openedUntil = null;
  }

  /** The family's own account handles it now. */
  end(at: Date): void {
    this.takenOverAt = at;
    this.close();
  }
}
AssistanceSchema.setClass(Assistance);

/** Who handles a record of the desk while no account has taken it over: nobody signs in as it. */
export const deskOf = (record: string): string => `desk:${record}`;
