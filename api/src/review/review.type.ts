import { ITEM_DECIDER_NAMES } from '@enrolment/rulebook/names.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import { REJECTION_RULE, remedyFor } from '@enrolment/rulebook/review.js';
import type { CheckStatus, ItemDecider, ReviewItemKind } from '@enrolment/rulebook/vocabulary.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import type { CollectionRecordView } from '../record/record.type.js';
import type { RejectionRow } from '../record/relations.statements.js';
import { CheckStatusEnum, ItemDeciderEnum, ReviewItemKindEnum } from '../vocabulary.type.js';
import { openRejection, type RejectionText, type ShownItem } from './shown.js';

@ObjectType('ReviewItem', {
  description: '审核项: one thing that must pass before the form can be printed (三(二)).',
})
export class ReviewItemView {
  constructor(
    private readonly item: ShownItem & { readonly decider: ItemDecider; readonly waitsForStreet: boolean },
    private readonly language: Language,
  ) {}

  @Field(() => ReviewItemKindEnum, { description: 'The kind of item.' })
  get kind(): ReviewItemKind {
    return this.item.kind;
  }

  @Field(() => String, { description: 'Its name in the reader’s language.' })
  get label(): string {
    return this.item.label;
  }

  @Field(() => ItemDeciderEnum, {
    description: 'Who decides it: the district, the subdistrict of the home, or a department (联审).',
  })
  get decider(): ItemDecider {
    return this.item.decider;
  }

  @Field(() => String, { description: 'What whoever decides it is called, in the reader’s language.' })
  get deciderLabel(): string {
    return ITEM_DECIDER_NAMES[this.item.decider][this.language];
  }

  @Field(() => Boolean, {
    description:
      'Whether it waits until the subdistrict of the home has decided its own items, which it does first in this district (街道先行).',
  })
  get waitsForStreet(): boolean {
    return this.item.waitsForStreet;
  }

  @Field(() => CheckStatusEnum, {
    description: 'The status; a family sees decisions once the district’s REVIEW phase has opened.',
  })
  get status(): CheckStatus {
    return this.item.status;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Why the item was returned or failed; null otherwise.',
  })
  get reason(): string | null {
    return this.item.reason;
  }

  @Field(() => String, {
    nullable: true,
    description: 'What the guardian can do about it; null when nothing was written.',
  })
  get remedy(): string | null {
    return this.item.remedy;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Until when the item can be corrected; null unless it was returned.',
  })
  get dueAt(): Date | null {
    return this.item.dueAt;
  }

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was decided.' })
  get decidedAt(): Date | null {
    return this.item.decidedAt;
  }
}

@ObjectType('Rejection', {
  description:
    '审核未通过: the reason, the rule, what can be done, and the one second look (复核) that may follow.',
})
export class RejectionView {
  constructor(
    private readonly rejection: RejectionRow,
    readonly record: CollectionRecordView,
    private readonly reader: { readonly language: Language; readonly now: Date },
  ) {}

  @Field(() => String, { description: 'Why the record was not approved.' })
  get reason(): string {
    return this.open('reason')!;
  }

  @Field(() => String, { description: 'The rule on which it rests, in the reader’s language.' })
  get rule(): string {
    return REJECTION_RULE[this.reader.language];
  }

  @Field(() => String, { description: 'What the family can do now, in the reader’s language.' })
  get remedy(): string {
    const { appealDueAt: dueAt, appealedAt } = this.rejection;
    const facts = { stage: this.record.known.stage, dueAt, made: appealedAt !== null };
    return remedyFor(facts, this.reader.now)[this.reader.language];
  }

  @Field(() => GraphQLDateTime, { description: 'When it was decided.' })
  get rejectedAt(): Date {
    return this.rejection.rejectedAt;
  }

  @Field(() => GraphQLDateTime, {
    description:
      'The end of the time for a second look: of the tenth working day after the verdict was shown.',
  })
  get appealDueAt(): Date {
    return this.rejection.appealDueAt;
  }

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the second look was asked for.' })
  get appealedAt(): Date | null {
    return this.rejection.appealedAt;
  }

  @Field(() => String, { nullable: true, description: 'What the family wrote in its appeal.' })
  get statement(): string | null {
    return this.open('statement');
  }

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the second look was decided.' })
  get decidedAt(): Date | null {
    return this.rejection.decidedAt;
  }

  @Field(() => Boolean, {
    nullable: true,
    description:
      'true when the record is reviewed again, false when it stays rejected, null while it is not decided.',
  })
  get accepted(): boolean | null {
    return this.rejection.accepted;
  }

  @Field(() => String, {
    nullable: true,
    description: 'The district’s answer to the appeal; null while it is not decided.',
  })
  get decision(): string | null {
    return this.open('decision');
  }

  private open(property: RejectionText): string | null {
    return openRejection(this.rejection, property, this.record.key);
  }
}
