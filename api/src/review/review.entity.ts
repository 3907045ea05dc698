import type { ItemDecision } from '@enrolment/rulebook/review.js';
import {
  CHECK_STATUSES,
  GROUNDS,
  ITEM_PARTS,
  REVIEW_ITEM_KINDS,
  SERVICE_KINDS,
  type ItemPart,
  type ReviewItemKind,
  type ServiceKind,
  type TreatedAsLocalGround,
  type CheckStatus,
} from '@enrolment/rulebook/vocabulary.js';
import { defineEntity, p, ref } from '@mikro-orm/core';
import type { DataKey } from '../platform/keys.js';
import { sealed, Sealed } from '../platform/sealed.js';
import { District } from '../district/district.entity.js';
import { CollectionRecord } from '../record/record.entity.js';
import { Season } from '../season/season.entity.js';

export const ReviewRequirementSchema = defineEntity({
  name: 'ReviewRequirement',
  tableName: 'review_requirement',
  properties: {
    id: p.integer().primary().autoincrement(),
    season: () => p.manyToOne(Season).mapToPk().fieldName('season').deleteRule('no action'),
    service: p.enum(() => [...SERVICE_KINDS]).$type<ServiceKind>(),
    district: () =>
      p.manyToOne(District).mapToPk().fieldName('district_code').nullable().deleteRule('cascade'),
    kind: p.enum(() => [...REVIEW_ITEM_KINDS]).$type<ReviewItemKind>(),
    label: p.string().length(60),
    labelEn: p.string().length(120),
    position: p.smallint(),
  },
});
/** A review item that a service has in a season; a district with rows of its own has those instead of the common ones. */
export class ReviewRequirement extends ReviewRequirementSchema.class {}
ReviewRequirementSchema.setClass(ReviewRequirement);

export const ReviewPaperSchema = defineEntity({
  name: 'ReviewPaper',
  tableName: 'review_paper',
  properties: {
    id: p.integer().primary().autoincrement(),
    season: () => p.manyToOne(Season).mapToPk().fieldName('season').deleteRule('no action'),
    kind: p
      .enum(() => [...REVIEW_ITEM_KINDS])
      .$type<ReviewItemKind>()
      .$type<ReviewItemKind>(),
    service: p
      .enum(() => [...SERVICE_KINDS])
      .$type<ServiceKind>()
      .nullable(),
    district: () =>
      p.manyToOne(District).mapToPk().fieldName('district_code').nullable().deleteRule('cascade'),
    ground: p
      .enum(() => [...GROUNDS])
      .$type<TreatedAsLocalGround>()
      .nullable(),
    label: p.string().length(120),
    labelEn: p.string().length(240),
    position: p.smallint(),
  },
});
/** A paper to have at hand for a review item of a season; what is null is for every one. */
export class ReviewPaper extends ReviewPaperSchema.class {}
ReviewPaperSchema.setClass(ReviewPaper);

export const ReviewItemSchema = defineEntity({
  name: 'ReviewItem',
  tableName: 'review_item',
  properties: {
    record: () => p.manyToOne(CollectionRecord).ref().primary(),
    kind: p
      .enum(() => [...REVIEW_ITEM_KINDS])
      .$type<ReviewItemKind>()
      .primary(),
    label: p.string().length(60),
    labelEn: p.string().length(120),
    position: p.smallint(),
    part: p
      .enum(() => [...ITEM_PARTS])
      .$type<ItemPart>()
      .default('WHOLE'),
    status: p.enum(() => [...CHECK_STATUSES]).$type<CheckStatus>(),
    // Where they stand depends on the kind: `open` knows.
    reason: sealed().fieldName('reason_sealed').nullable(),
    remedy: sealed().fieldName('remedy_sealed').nullable(),
    dueAt: p.datetime().nullable(),
    decidedAt: p.datetime().nullable(),
    decidedBy: p.string().length(255).nullable(),
  },
  indexes: [
    {
      name: 'review_item_undecided',
      expression: `create index review_item_undecided on review_item (kind, status, record_id) where status <> 'PASSED'`,
    },
    {
      name: 'review_item_returned',
      expression:
        "create index review_item_returned on review_item (due_at) where (status)::text = 'RETURNED'::text",
    },
  ],
});
/** 审核项: one thing that must pass before the form can be printed. */
export class ReviewItem extends ReviewItemSchema.class {
  decide(
    { status, reason, remedy, dueAt }: ItemDecision,
    by: { officer: string; at: Date; key: DataKey },
  ): void {
    this.status = status;
    this.reason = this.seal('reason', reason, by.key);
    this.remedy = this.seal('remedy', remedy, by.key);
    this.dueAt = dueAt;
    this.decidedAt = status === 'PENDING' ? null : by.at;
    this.decidedBy = by.officer;
  }

  /** Opens the item again, for another look. */
  reopen(): void {
    this.status = 'PENDING';
    this.decidedAt = null;
  }

  open(property: 'reason' | 'remedy', key: DataKey): string | null {
    return this[property]?.open(key, reviewItemPlace(this.kind, property)) ?? null;
  }

  private seal(property: 'reason' | 'remedy', text: string | null, key: DataKey): Sealed | null {
    const trimmed = text?.trim();
    return trimmed ? Sealed.of(key, reviewItemPlace(this.kind, property), trimmed) : null;
  }
}

/** The place of a text that was written about an item. */
const reviewItemPlace = (kind: ReviewItemKind, property: 'reason' | 'remedy'): string =>
  `review_item.${kind}.${property}`;
ReviewItemSchema.setClass(ReviewItem);

export const RejectionSchema = defineEntity({
  name: 'Rejection',
  tableName: 'rejection',
  properties: {
    record: () => p.oneToOne(CollectionRecord).owner().primary().unique(false).ref(),
    reason: sealed('rejection.reason').fieldName('reason_sealed'),
    rejectedAt: p.datetime(),
    rejectedBy: p.string().length(255),
    appealDueAt: p.datetime(),
    statement: sealed('rejection.statement').fieldName('statement_sealed').nullable(),
    appealedAt: p.datetime().nullable(),
    decidedAt: p.datetime().nullable(),
    decidedBy: p.string().length(255).nullable(),
    accepted: p.boolean().nullable(),
    decision: sealed('rejection.decision').fieldName('decision_sealed').nullable(),
  },
  checks: [
    {
      name: 'appeal_decided_after_it_was_made',
      expression: '(decided_at is null) or (appealed_at is not null)',
    },
  ],
});
/** 审核未通过, and the one 复核 that may follow: the row stays when the record is rejected again, so nobody appeals twice. */
export class Rejection extends RejectionSchema.class {
  constructor(record: CollectionRecord) {
    super();
    this.record = ref(record);
  }

  /** A record that was accepted on appeal can be rejected again: what was appealed stays. */
  reject(reason: string, by: { officer: string; at: Date; key: DataKey }, appealDueAt: Date): void {
    this.reason = Sealed.of(by.key, 'rejection.reason', reason.trim());
    this.rejectedAt = by.at;
    this.rejectedBy = by.officer;
    this.appealDueAt = appealDueAt;
  }

  appeal(statement: string, at: Date, key: DataKey): void {
    this.statement = Sealed.of(key, 'rejection.statement', statement.trim());
    this.appealedAt = at;
  }

  decide(accepted: boolean, reason: string, by: { officer: string; at: Date; key: DataKey }): void {
    this.accepted = accepted;
    this.decision = Sealed.of(by.key, 'rejection.decision', reason.trim());
    this.decidedAt = by.at;
    this.decidedBy = by.officer;
  }
}
RejectionSchema.setClass(Rejection);
