import {
  deciderOf,
  GIVEABLE_PARTS,
  itemKey,
  type ItemDeciders,
  type ItemToGive,
} from '@enrolment/rulebook/joint-review.js';
import type { ReviewOrder } from '@enrolment/rulebook/vocabulary.js';
import type { Content, Edited } from '../edition/edition.entity.js';

/** Who decides what in a district, and in which order, as what has editions. */
export const jointReviewEdited = (district: string): Edited => ({
  kind: 'JOINT_REVIEW',
  subject: district,
  district,
});

/** How a district reviews. */
export interface Division {
  readonly deciders: ItemDeciders;
  readonly order: ReviewOrder;
}

/** A part is named where others than the rest of its item decide it, before or afterwards: in both, or neither. */
export function contentOfReview(
  before: Division,
  after: Division,
): { readonly before: Content; readonly after: Content } {
  const apart = ({ deciders }: Division, item: ItemToGive) =>
    deciderOf(deciders, item) !== deciderOf(deciders, { ...item, part: 'WHOLE' });
  const named = GIVEABLE_PARTS.filter(
    (item) => item.part === 'WHOLE' || apart(before, item) || apart(after, item),
  );
  const contentOf = ({ deciders, order }: Division): Content => ({
    ...Object.fromEntries(named.map((item) => [itemKey(item), deciderOf(deciders, item)])),
    order,
  });
  return { before: contentOf(before), after: contentOf(after) };
}
