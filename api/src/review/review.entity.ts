import { defineEntity, p } from '@mikro-orm/core';
import { District } from '../district/district.entity.js';
import { CollectionRecord } from '../record/record.entity.js';
import {
  CHECK_STATUSES,
  GROUNDS,
  REVIEW_ITEM_KINDS,
  SERVICE_KINDS,
  type ReviewItemKind,
  type ServiceKind,
  type TreatedAsLocalGround,
} from '../vocabulary.js';

const ReviewRequirementSchema = defineEntity({
  name: 'ReviewRequirement',
  tableName: 'review_requirement',
  properties: {
    id: p.integer().primary().autoincrement(),
    service: p.enum(() => [...SERVICE_KINDS]),
    district: () =>
      p.manyToOne(District).mapToPk().fieldName('district_code').nullable().deleteRule('cascade'),
    kind: p.enum(() => [...REVIEW_ITEM_KINDS]),
    label: p.string().length(60),
    labelEn: p.string().length(120),
    position: p.smallint(),
  },
});
/** A review item that a service has; a district with rows of its own has those instead of the common ones. */
export class ReviewRequirement extends ReviewRequirementSchema.class {}
ReviewRequirementSchema.setClass(ReviewRequirement);

const ReviewPaperSchema = defineEntity({
  name: 'ReviewPaper',
  tableName: 'review_paper',
  properties: {
    id: p.integer().primary().autoincrement(),
    kind: p.enum(() => [...REVIEW_ITEM_KINDS]).$type<ReviewItemKind>(),
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
/** A paper to have at hand for a review item; what is null is for every one. */
export class ReviewPaper extends ReviewPaperSchema.class {}
ReviewPaperSchema.setClass(ReviewPaper);

const ReviewItemSchema = defineEntity({
  name: 'ReviewItem',
  tableName: 'review_item',
  properties: {
    record: () => p.manyToOne(CollectionRecord).mapToPk().primary(),
    kind: p.enum(() => [...REVIEW_ITEM_KINDS]).primary(),
    label: p.string().length(60),
    labelEn: p.string().length(120),
    position: p.smallint(),
    status: p.enum(() => [...CHECK_STATUSES]),
    reasonSealed: p.blob().nullable(),
    remedySealed: p.blob().nullable(),
    dueAt: p.datetime().nullable(),
    decidedAt: p.datetime().nullable(),
    decidedBy: p.string().length(255).nullable(),
  },
  indexes: [
    {
      name: 'review_item_returned',
      expression:
        "create index review_item_returned on review_item (due_at) where (status)::text = 'RETURNED'::text",
    },
  ],
});
/** 审核项: one thing that must pass before the form can be printed. */
export class ReviewItem extends ReviewItemSchema.class {}
ReviewItemSchema.setClass(ReviewItem);

const RejectionSchema = defineEntity({
  name: 'Rejection',
  tableName: 'rejection',
  properties: {
    record: () => p.manyToOne(CollectionRecord).mapToPk().primary(),
    reasonSealed: p.blob(),
    rejectedAt: p.datetime(),
    rejectedBy: p.string().length(255),
    appealDueAt: p.datetime(),
    statementSealed: p.blob().nullable(),
    appealedAt: p.datetime().nullable(),
    decidedAt: p.datetime().nullable(),
    decidedBy: p.string().length(255).nullable(),
    accepted: p.boolean().nullable(),
    decisionSealed: p.blob().nullable(),
  },
  checks: [
    {
      name: 'appeal_decided_after_it_was_made',
      expression: '(decided_at is null) or (appealed_at is not null)',
    },
  ],
});
/** 审核未通过, and the one 复核 that may follow: the row stays when the record is rejected again, so nobody appeals twice. */
export class Rejection extends RejectionSchema.class {}
RejectionSchema.setClass(Rejection);
