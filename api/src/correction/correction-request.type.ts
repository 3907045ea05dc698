import type { Correctable } from '@enrolment/rulebook/correction.js';
import { REQUESTABLE, type CorrectionRequestState } from '@enrolment/rulebook/correction-request.js';
import { maskDocument, maskPhone } from '@enrolment/rulebook/masking.js';
import { GUARDIAN_ROLE_NAMES } from '@enrolment/rulebook/names.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import type { Sex } from '@enrolment/rulebook/vocabulary.js';
import { Field, InputType, ObjectType } from 'type-graphql';
import type { DataKey } from '../platform/keys.js';
import type { CorrectionRequestRow } from '../record/relations.statements.js';
import { CalendarDate } from '../scalars.js';
import { asEnum, SexEnum } from '../vocabulary.type.js';

const CorrectionRequestStateEnum = asEnum<CorrectionRequestState>(
  'CorrectionRequestState',
  'How a family’s request for a correction stands.',
  {
    REQUESTED: '待处理: an officer has to decide.',
    PROPOSED:
      '待复核: an officer would correct it; a second one has to confirm, since a document or phone changes.',
    ACCEPTED: '已更正: it was corrected.',
    DECLINED: '未同意: an officer has said why not.',
    TAKEN_BACK: '已撤回: the family has taken it back.',
  },
);

@InputType({ description: 'What a family asks to have corrected; a field left out stays as it is.' })
export class CorrectionRequestInput {
  @Field(() => String, { nullable: true, description: 'The child’s name.' })
  childName?: string | null;

  @Field(() => String, { nullable: true, description: 'The child’s document number.' })
  childDocumentNumber?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: 'The child’s birth date.' })
  birthDate?: string | null;

  @Field(() => SexEnum, { nullable: true, description: 'The child’s sex.' })
  sex?: Sex | null;

  @Field(() => String, { nullable: true, description: 'The first guardian’s name.' })
  guardianName?: string | null;

  @Field(() => String, { nullable: true, description: 'The first guardian’s document number.' })
  guardianDocumentNumber?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The first guardian’s phone; for a guardian who has lost the registered one.',
  })
  guardianPhone?: string | null;
}

@ObjectType('RequestedCorrection', { description: 'A field that a family asks to have corrected.' })
export class RequestedCorrectionView {
  @Field(() => String, { description: 'The field, as `CorrectionRequestInput` calls it.' })
  readonly field: string;

  @Field(() => String, {
    description: 'The value that is asked for: numbers of documents and phones masked, a date as YYYY-MM-DD.',
  })
  readonly value: string;

  constructor(field: string, value: string) {
    this.field = field;
    this.value = value;
  }
}

/** As lists and pages show what somebody is called and known by. */
const masks: Readonly<Partial<Record<Correctable, (value: string) => string>>> = {
  childDocumentNumber: maskDocument,
  guardianDocumentNumber: maskDocument,
  guardianPhone: maskPhone,
};

@ObjectType('CorrectionRequest', {
  description: '更正申请: what a family has asked to have corrected, and what became of it.',
})
export class CorrectionRequestView {
  constructor(
    private readonly row: CorrectionRequestRow,
    private readonly key: DataKey,
    private readonly reader: {
      readonly office: boolean;
      readonly subject: string;
      readonly language: Language;
    },
  ) {}

  @Field(() => CorrectionRequestStateEnum, { description: 'How it stands.' })
  get state(): CorrectionRequestState {
    return this.row.state;
  }

  @Field(() => String, { description: 'Which guardian has asked, in the reader’s language.' })
  get by(): string {
    return GUARDIAN_ROLE_NAMES[this.row.by][this.reader.language];
  }

  @Field(() => Date, { description: 'When it was asked for.' })
  get requestedAt(): Date {
    return this.row.at;
  }

  @Field(() => [RequestedCorrectionView], { description: 'What is asked for, field by field.' })
  get corrections(): RequestedCorrectionView[] {
    const values = JSON.parse(this.key.open('correction_request.values', this.row.values)) as Partial<
      Record<Correctable, string>
    >;
    return REQUESTABLE.flatMap((field) => {
      const value = values[field];
      return value === undefined ? [] : [new RequestedCorrectionView(field, masks[field]?.(value) ?? value)];
    });
  }

  @Field(() => String, { description: 'What proves it, in the family’s words.' })
  get evidence(): string {
    return this.key.open('correction_request.evidence', this.row.evidence);
  }

  @Field(() => Boolean, {
    description: 'Whether a second officer has to confirm it, because a document or phone changes.',
  })
  get takesTwo(): boolean {
    return this.row.takesTwo;
  }

  @Field(() => String, {
    nullable: true,
    description:
      'What the office answered; null before that, and to the family while a second officer has to confirm.',
  })
  get answer(): string | null {
    const { answer, state } = this.row;
    if (answer === null || (state === 'PROPOSED' && !this.reader.office)) return null;
    return this.key.open('correction_request.answer', answer);
  }

  @Field(() => Date, { nullable: true, description: 'When the office decided or proposed it last.' })
  get decidedAt(): Date | null {
    return this.row.decidedAt;
  }

  @Field(() => String, {
    nullable: true,
    description:
      'The masked name of the officer who decided or proposed it, for her colleagues; null for families.',
  })
  get officer(): string | null {
    return this.reader.office ? this.row.name : null;
  }

  @Field(() => Boolean, {
    description: 'Whether the viewer is the officer who proposed it, and so cannot be the second one.',
  })
  get mine(): boolean {
    return this.reader.office && this.row.officer === this.reader.subject;
  }
}
