import { readBrought, type Brought } from '@enrolment/rulebook/brought.js';
import { districtOfNumber } from '@enrolment/rulebook/collection-number.js';
import { mayUndo } from '@enrolment/rulebook/school-desk.js';
import { allows } from '@enrolment/rulebook/stages.js';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Actor } from '../actor.js';
import { Admission } from '../admission/admission.entity.js';
import type { CollectionFormService } from '../collection-form/collection-form.service.js';
import type { PrintedForm } from '../collection-form/verify-code.js';
import { aboutRecord, audit } from '../platform/audit/audit.js';
import type { Rates } from '../platform/rates/rates.js';
import { mayHandle } from '../record/access.js';
import { CollectionRecord } from '../record/record.entity.js';
import type { RecordService } from '../record/record.service.js';
import type { VisibleRecord } from '../record/record.statements.js';
import { ownSchool } from '../school/own-school.js';

export type BroughtStatus =
  | 'VALID'
  | 'SUPERSEDED'
  | 'WITHDRAWN'
  | 'PREREGISTERED'
  | 'PREREGISTERED_ELSEWHERE'
  | 'OTHER_DISTRICT'
  | 'OWN_FAMILY'
  | 'MISTYPED'
  | 'UNKNOWN';

/** What the desk is told of what a family brings. */
export interface BroughtForm {
  readonly status: BroughtStatus;
  readonly number: string | null;
  /** When the form was printed. */
  readonly printedAt: Date | null;
  /** Since when it has been withdrawn or preregistered. */
  readonly since: Date | null;
  /** The school that has preregistered the child. */
  readonly school: string | null;
  /** Whether this school can take its preregistration back now. */
  readonly undoable: boolean;
  /** As the school may read it. */
  readonly record: VisibleRecord | null;
}

interface Found {
  readonly school: string;
  readonly number: string;
  readonly printed: PrintedForm | null;
}

/** The school's desk: what a number or a printed form leads to. */
export class SchoolDeskService {
  constructor(
    private readonly records: RecordService,
    private readonly forms: CollectionFormService,
    private readonly rates: Rates,
  ) {}

  async bring(
    em: EntityManager,
    actor: Actor,
    { school, brought }: { school: string; brought: string },
  ): Promise<BroughtForm> {
    const at = await ownSchool(em, actor, school);
    this.rates.take('DESK', actor);
    const read = readBrought(brought);
    if (!read) return told('MISTYPED');
    const printed = this.printed(read);
    const number = read.kind === 'NUMBER' ? read.number : printed?.number;
    if (number === undefined) return told('UNKNOWN');
    const found = { school, number, printed };
    if (districtOfNumber(number) !== at.district) return told('OTHER_DISTRICT', found);
    const record = await this.records.find(em, actor, number);
    return record ? this.standing(em, actor, found, record) : this.hidden(em, actor, found);
  }

  private printed(read: Brought): PrintedForm | null {
    return read.kind === 'CODE' ? this.forms.printedWith(read.code) : null;
  }

  /** What is told of a record that the school may read. */
  private async standing(
    em: EntityManager,
    { now }: Actor,
    found: Found,
    record: VisibleRecord,
  ): Promise<BroughtForm> {
    if (mayHandle(record)) return told('OWN_FAMILY', found);
    if (allows('PREREGISTER', record.stage)) {
      const changed = found.printed !== null && found.printed.version !== record.version;
      return told(changed ? 'SUPERSEDED' : 'VALID', found, { record });
    }
    const admission = await em.findOne(Admission, { record: record.id });
    // Not approved, or not any more; or a colleague has undone it in this moment.
    if (!admission) return told(found.printed ? 'SUPERSEDED' : 'UNKNOWN', found);
    const { preregisteredAt: since, approvedAt } = admission;
    const school = admission.school.code;
    if (school !== found.school) return told('PREREGISTERED_ELSEWHERE', found, { record, school, since });
    const undoable = mayUndo(
      { stage: record.stage, preregisteredAt: since, decided: approvedAt != null },
      now,
    );
    return told('PREREGISTERED', found, { record, school, since, undoable });
  }

  /** What is told of a record that the school may not read: more if its form is there than if there is only a number. */
  private async hidden(em: EntityManager, actor: Actor, found: Found): Promise<BroughtForm> {
    const { number, printed } = found;
    const record = await em.findOne(CollectionRecord, { number });
    if (!record) return told('UNKNOWN', found);
    const withdrawn = record.stage === 'WITHDRAWN';
    const admission = withdrawn ? null : await em.findOne(Admission, { record });
    if (!withdrawn && !admission) return told(printed ? 'SUPERSEDED' : 'UNKNOWN', found);
    await audit(em, {
      at: actor.now,
      actor: actor.viewer.subject,
      actorRole: 'SCHOOL_REGISTRAR',
      action: 'RECORD_READ',
      ...aboutRecord(record),
      subject: found.school,
    });
    const status = withdrawn ? 'WITHDRAWN' : 'PREREGISTERED_ELSEWHERE';
    if (!printed) return told(status, found);
    if (!admission) return told(status, found, { since: record.withdrawnAt ?? null });
    return told(status, found, { school: admission.school.code, since: admission.preregisteredAt });
  }
}

const told = (
  status: BroughtStatus,
  found: Partial<Found> = {},
  more: Partial<BroughtForm> = {},
): BroughtForm => ({
  status,
  number: found.number ?? null,
  printedAt: found.printed?.printedAt ?? null,
  since: null,
  school: null,
  undoable: false,
  record: null,
  ...more,
});
