import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import type { DataKey } from '../platform/keys.js';
import { instant } from '../platform/sql.js';
import type { IdentityCheckRow, RejectionRow, ReviewItemRow } from '../record/record.loaders.js';
import type { Language } from '../rulebook/refusal.js';
import type { CheckStatus, ReviewItemKind } from '../vocabulary.js';
import { CheckStatusEnum, ReviewItemKindEnum } from '../vocabulary.type.js';

/** What a reader may know of an item: before the calendar shows the review, a family sees it as pending. */
export interface ShownItem {
  readonly kind: ReviewItemKind;
  readonly label: string;
  readonly status: CheckStatus;
  readonly reason: string | null;
  readonly remedy: string | null;
  readonly dueAt: Date | null;
  readonly decidedAt: Date | null;
}

export function showItem(
  item: ReviewItemRow,
  key: DataKey,
  { language, shown }: { language: Language; shown: boolean },
): ShownItem {
  const label = language === 'en' ? item.label_en : item.label;
  const hidden = { reason: null, remedy: null, dueAt: null, decidedAt: null };
  if (!shown) return { kind: item.kind, label, status: 'PENDING', ...hidden };
  const { reason_sealed: reason, remedy_sealed: remedy } = item;
  return {
    kind: item.kind,
    label,
    status: item.status,
    reason: reason && key.open(`review_item.${item.kind}.reason`, reason),
    remedy: remedy && key.open(`review_item.${item.kind}.remedy`, remedy),
    dueAt: instant(item.due_at),
    decidedAt: instant(item.decided_at),
  };
}

const IDENTITY_LABEL = {
  'zh-CN': '身份证及户籍信息',
  en: 'Identity and household registration',
};

/** The identity check as the first item: decided by the gateway, so shown as it happens. */
export function showIdentityItem(check: IdentityCheckRow, key: DataKey, language: Language): ShownItem {
  const { status, reason_sealed: reason } = check;
  return {
    kind: 'IDENTITY_AND_HUKOU',
    label: IDENTITY_LABEL[language],
    status,
    reason: reason && key.open('identity_check.reason', reason),
    remedy: null,
    dueAt: null,
    decidedAt: instant(check.checked_at),
  };
}

@ObjectType('ReviewItem', {
  description: '审核项: one thing that must pass before the form can be printed (三(二)).',
})
export class ReviewItemView {
  constructor(private readonly item: ShownItem) {}

  @Field(() => ReviewItemKindEnum, { description: 'Which.' })
  get kind(): ReviewItemKind {
    return this.item.kind;
  }

  @Field(() => String, { description: 'Its name in the reader’s language.' })
  get label(): string {
    return this.item.label;
  }

  @Field(() => CheckStatusEnum, {
    description: 'How it stands; a family sees decisions from the opening of the district’s REVIEW phase on.',
  })
  get status(): CheckStatus {
    return this.item.status;
  }

  @Field(() => String, { nullable: true, description: 'Why it was returned or failed.' })
  get reason(): string | null {
    return this.item.reason;
  }

  @Field(() => String, { nullable: true, description: 'What the guardian can do about it.' })
  get remedy(): string | null {
    return this.item.remedy;
  }

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Until when it can be corrected.' })
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
    '审核未通过: why, by which rule, what can be done, and the one second look (复核) that may follow.',
})
export class RejectionView {
  constructor(
    private readonly rejection: RejectionRow,
    private readonly key: DataKey,
    private readonly words: { rule: string; remedy: string },
  ) {}

  @Field(() => String, { description: 'Why.' })
  get reason(): string {
    return this.key.open('rejection.reason', this.rejection.reason_sealed);
  }

  @Field(() => String, { description: 'The rule that it rests on, in the reader’s language.' })
  get rule(): string {
    return this.words.rule;
  }

  @Field(() => String, { description: 'What the family can do now, in the reader’s language.' })
  get remedy(): string {
    return this.words.remedy;
  }

  @Field(() => GraphQLDateTime, { description: 'When it was decided.' })
  get rejectedAt(): Date {
    return new Date(this.rejection.rejected_at);
  }

  @Field(() => GraphQLDateTime, { description: 'Until when a second look can be asked for.' })
  get appealDueAt(): Date {
    return new Date(this.rejection.appeal_due_at);
  }

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the second look was asked for.' })
  get appealedAt(): Date | null {
    return instant(this.rejection.appealed_at);
  }

  @Field(() => String, { nullable: true, description: 'What the family wrote when it asked.' })
  get statement(): string | null {
    const { statement_sealed: sealed } = this.rejection;
    return sealed && this.key.open('rejection.statement', sealed);
  }

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the second look was decided.' })
  get decidedAt(): Date | null {
    return instant(this.rejection.decided_at);
  }

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: the record is reviewed again; false: it stays rejected; null: not decided.',
  })
  get accepted(): boolean | null {
    return this.rejection.accepted;
  }

  @Field(() => String, { nullable: true, description: 'What the district answered.' })
  get decision(): string | null {
    const { decision_sealed: sealed } = this.rejection;
    return sealed && this.key.open('rejection.decision', sealed);
  }
}
