import type { Correctable } from '@enrolment/rulebook/correction.js';
import {
  CORRECTION_REQUEST_STATES,
  type CorrectionRequestState,
} from '@enrolment/rulebook/correction-request.js';
import { maskName } from '@enrolment/rulebook/masking.js';
import { normaliseText } from '@enrolment/rulebook/text.js';
import { GUARDIAN_ROLES, type GuardianRole } from '@enrolment/rulebook/vocabulary.js';
import { defineEntity, p, ref } from '@mikro-orm/core';
import { v7 as uuid } from 'uuid';
import type { Viewer } from '../platform/identity.js';
import type { DataKey } from '../platform/keys.js';
import { draw } from '../platform/random.js';
import { sealed, Sealed } from '../platform/sealed.js';
import { CollectionRecord } from '../record/record.entity.js';

export const CorrectionRequestSchema = defineEntity({
  name: 'CorrectionRequest',
  tableName: 'correction_request',
  properties: {
    id: p.uuid().primary(),
    record: () =>
      p.manyToOne(CollectionRecord).ref().deleteRule('cascade').index('correction_request_record'),
    by: p
      .enum(() => [...GUARDIAN_ROLES])
      .$type<GuardianRole>()
      .fieldName('guardian'),
    at: p.datetime().fieldName('requested_at'),
    /** The corrected values by field, as JSON. */
    values: sealed('correction_request.values').fieldName('values_sealed'),
    evidence: sealed('correction_request.evidence').fieldName('evidence_sealed'),
    /** Whether a second officer has to confirm it. */
    takesTwo: p.boolean(),
    state: p.enum(() => [...CORRECTION_REQUEST_STATES]).$type<CorrectionRequestState>(),
    /** Who decided it, or has proposed to. */
    officer: p.string().length(255).nullable(),
    name: p.string().length(120).nullable(),
    decidedAt: p.datetime().nullable(),
    second: p.string().length(255).fieldName('second_officer').nullable(),
    /** What the officer wrote: the reason of the correction, or why there is none. */
    answer: sealed('correction_request.answer').fieldName('answer_sealed').nullable(),
  },
  indexes: [
    {
      name: 'correction_request_open',
      expression:
        "create unique index correction_request_open on correction_request (record_id) where state in ('REQUESTED', 'PROPOSED')",
    },
  ],
  checks: [
    {
      name: 'correction_request_by_two',
      expression: `(second_officer is null) or ((second_officer)::text <> (officer)::text)`,
    },
    {
      name: 'correction_request_seconded',
      expression: `((state)::text <> 'ACCEPTED'::text) or (not takes_two) or (second_officer is not null)`,
    },
  ],
});
/** 更正申请: a family asks for a correction of what it cannot edit, and says what proves it. */
export class CorrectionRequest extends CorrectionRequestSchema.class {
  constructor(
    record: CollectionRecord,
    given: {
      readonly by: GuardianRole;
      readonly values: Readonly<Partial<Record<Correctable, string>>>;
      readonly evidence: string;
      readonly takesTwo: boolean;
    },
    { at, key }: { readonly at: Date; readonly key: DataKey },
  ) {
    super();
    this.id = uuid({ random: draw(16) });
    this.record = ref(record);
    this.by = given.by;
    this.at = at;
    this.values = Sealed.of(key, 'correction_request.values', JSON.stringify(given.values));
    this.evidence = Sealed.of(key, 'correction_request.evidence', normaliseText(given.evidence));
    this.takesTwo = given.takesTwo;
    this.state = 'REQUESTED';
  }

  takeBack(): void {
    this.state = 'TAKEN_BACK';
  }

  /** The first of two officers would correct it. */
  propose(by: Viewer, answer: string, at: { readonly at: Date; readonly key: DataKey }): void {
    this.decide('PROPOSED', by, answer, at);
  }

  accept(by: Viewer, answer: string, at: { readonly at: Date; readonly key: DataKey }): void {
    this.decide('ACCEPTED', by, answer, at);
  }

  decline(by: Viewer, answer: string, at: { readonly at: Date; readonly key: DataKey }): void {
    this.decide('DECLINED', by, answer, at);
  }

  /** The second officer confirms what the first one proposed. */
  confirm(by: Viewer, at: Date): void {
    this.state = 'ACCEPTED';
    this.second = by.subject;
    this.decidedAt = at;
  }

  private decide(
    state: CorrectionRequestState,
    by: Viewer,
    answer: string,
    { at, key }: { readonly at: Date; readonly key: DataKey },
  ): void {
    this.state = state;
    this.officer = by.subject;
    this.name = maskName(by.name);
    this.decidedAt = at;
    this.answer = Sealed.of(key, 'correction_request.answer', normaliseText(answer));
  }
}
CorrectionRequestSchema.setClass(CorrectionRequest);
