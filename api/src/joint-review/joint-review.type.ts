import { GIVEABLE_ITEMS } from '@enrolment/rulebook/joint-review.js';
import { ITEM_DECIDER_NAMES, REVIEW_ITEM_NAMES } from '@enrolment/rulebook/names.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import type { ItemDecider, ReviewItemKind, ReviewOrder } from '@enrolment/rulebook/vocabulary.js';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { EditionView } from '../edition/edition.type.js';
import { revisionOf, SHOWN_EDITIONS } from '../edition/editions.js';
import { ItemDeciderEnum, ReviewItemKindEnum, ReviewOrderEnum } from '../vocabulary.type.js';
import type { JointReview } from './joint-review.service.js';

const KIND = 'The review item; IDENTITY_AND_HUKOU cannot be given to others.';

@InputType({ description: 'Who is to decide a review item in the district.' })
export class ItemDeciderInput {
  @Field(() => ReviewItemKindEnum, { description: KIND })
  kind!: ReviewItemKind;

  @Field(() => ItemDeciderEnum, { description: 'Who decides it; DISTRICT takes it back.' })
  decider!: ItemDecider;
}

@ObjectType('GivenReviewItem', { description: 'A review item, and who decides it in the district.' })
export class GivenReviewItemView {
  @Field(() => ReviewItemKindEnum, { description: KIND })
  readonly kind: ReviewItemKind;

  @Field(() => String, { description: 'What the item is called, in the reader’s language.' })
  readonly label: string;

  @Field(() => ItemDeciderEnum, { description: 'Who decides it.' })
  readonly decider: ItemDecider;

  @Field(() => String, { description: 'What the decider is called, in the reader’s language.' })
  readonly deciderLabel: string;

  constructor(kind: ReviewItemKind, decider: ItemDecider, language: Language) {
    this.kind = kind;
    this.label = REVIEW_ITEM_NAMES[kind][language];
    this.decider = decider;
    this.deciderLabel = ITEM_DECIDER_NAMES[decider][language];
  }
}

@ObjectType('JointReview', {
  description:
    '联审分工: which review items a district decides itself, which it has given to its subdistricts or to departments, and in which order they are decided.',
})
export class JointReviewView {
  constructor(
    private readonly review: JointReview,
    private readonly language: Language,
  ) {}

  @Field(() => [GivenReviewItemView], {
    description: 'Every item that can be given away, in the usual order.',
  })
  get items(): GivenReviewItemView[] {
    const { deciders } = this.review;
    return GIVEABLE_ITEMS.map(
      (kind) => new GivenReviewItemView(kind, deciders.get(kind) ?? 'DISTRICT', this.language),
    );
  }

  @Field(() => ReviewOrderEnum, { description: 'In which order the district reviews.' })
  get order(): ReviewOrder {
    return this.review.order;
  }

  @Field(() => Int, {
    description: 'Number of its newest version, to be named with a change; 0 where nothing was ever given.',
  })
  get revision(): number {
    return revisionOf(this.review.editions);
  }

  @Field(() => [EditionView], { description: 'Its newest 20 versions, the newest first.' })
  get editions(): EditionView[] {
    return this.review.editions
      .slice(0, SHOWN_EDITIONS)
      .map((edition) => new EditionView(edition, this.language));
  }
}
