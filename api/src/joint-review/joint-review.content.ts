import { deciderOf, GIVEABLE_PARTS, itemKey, type ItemDeciders } from '@enrolment/rulebook/joint-review.js';
import type { ReviewOrder } from '@enrolment/rulebook/vocabulary.js';
import type { Content, Edited } from '../edition/edition.entity.js';

/** Who decides what in a district, and in which order, as what has editions. */
export const jointReviewEdited = (district: string): Edited => ({
  kind: 'JOINT_REVIEW',
  subject: district,
  district,
});

/** A part is named where others than the rest of its item decide it. */
export const contentOfReview = (deciders: ItemDeciders, order: ReviewOrder): Content => ({
  ...Object.fromEntries(
    GIVEABLE_PARTS.map((item) => [item, deciderOf(deciders, item)] as const)
      .filter(
        ([{ kind, part }, decider]) =>
          part === 'WHOLE' || decider !== deciderOf(deciders, { kind, part: 'WHOLE' }),
      )
      .map(([item, decider]) => [itemKey(item), decider]),
  ),
  order,
});
