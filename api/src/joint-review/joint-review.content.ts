import { GIVEABLE_ITEMS, type ItemDeciders } from '@enrolment/rulebook/joint-review.js';
import type { ReviewOrder } from '@enrolment/rulebook/vocabulary.js';
import type { Content, Edited } from '../edition/edition.entity.js';

/** Who decides what in a district, and in which order, as what has editions. */
export const jointReviewEdited = (district: string): Edited => ({
  kind: 'JOINT_REVIEW',
  subject: district,
  district,
});

export const contentOfReview = (deciders: ItemDeciders, order: ReviewOrder): Content => ({
  ...Object.fromEntries(GIVEABLE_ITEMS.map((kind) => [kind, deciders.get(kind) ?? 'DISTRICT'])),
  order,
});
