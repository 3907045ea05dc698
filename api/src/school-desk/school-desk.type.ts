import { Field, ObjectType } from 'type-graphql';
import { CollectionNumber } from '../scalars.js';
import { asEnum } from '../vocabulary.type.js';
import type { BroughtForm, BroughtStatus } from './school-desk.service.js';

export const BroughtStatusEnum = asEnum<BroughtStatus>(
  'BroughtStatus',
  'What a school’s desk is told of what a family brings.',
  {
    VALID:
      '有效: the child is approved and can be preregistered; a form that was brought agrees with the record.',
    SUPERSEDED:
      '已更新: the record has changed since the form was printed. `record` is there when the child is approved again.',
    WITHDRAWN: '已撤销: the family has withdrawn the record.',
    PREREGISTERED: '已预登记: this school has preregistered the child.',
    PREREGISTERED_ELSEWHERE: '已在别的学校预登记.',
    OTHER_DISTRICT: 'The number belongs to another district.',
    OWN_FAMILY: 'The registrar handles this record as a guardian: a colleague takes it.',
    MISTYPED: 'Neither a collection number with its right check digit nor the code of a form.',
    UNKNOWN: 'No form of an approved child has this number or code.',
  },
);

@ObjectType('BroughtForm', {
  description: 'What the school’s desk is told about the number or the form that a family brings.',
})
export class BroughtFormView {
  constructor(readonly form: BroughtForm) {}

  @Field(() => BroughtStatusEnum, { description: 'How it stands.' })
  get status(): BroughtStatus {
    return this.form.status;
  }

  @Field(() => CollectionNumber, {
    nullable: true,
    description: '信息采集编号; null for what was mistyped and for a code that is not ours.',
  })
  get number(): string | null {
    return this.form.number;
  }

  @Field(() => Date, { nullable: true, description: 'When the form was printed; null for a number.' })
  get printedAt(): Date | null {
    return this.form.printedAt;
  }

  @Field(() => Date, {
    nullable: true,
    description:
      'Since when it is withdrawn or preregistered; null otherwise, and for a number without a form unless this school has preregistered it.',
  })
  get since(): Date | null {
    return this.form.since;
  }

  @Field(() => Boolean, {
    description:
      'Whether this school can undo its preregistration now: on the same day, before the district decides.',
  })
  get undoable(): boolean {
    return this.form.undoable;
  }
}

@ObjectType('FormChanges', { description: 'What of a form has changed since it was printed.' })
export class FormChangesView {
  @Field(() => [String], {
    description:
      'The parts that have changed, by their names in the reader’s language; never a value. Empty where the history does not tell.',
  })
  readonly parts: string[];

  @Field(() => Date, {
    nullable: true,
    description: 'When it changed last: a form that was printed later is the present one.',
  })
  readonly at: Date | null;

  constructor(parts: string[], at: Date | null) {
    this.parts = parts;
    this.at = at;
  }
}
