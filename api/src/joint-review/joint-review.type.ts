import {
  deciderOf,
  GIVEABLE_ITEMS,
  partsOf,
  type DeciderChange,
  type ItemDeciders,
} from '@enrolment/rulebook/joint-review.js';
import { ITEM_DECIDER_NAMES, ITEM_PART_NAMES, REVIEW_ITEM_NAMES } from '@enrolment/rulebook/names.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import type { ItemDecider, ItemPart, ReviewItemKind, ReviewOrder } from '@enrolment/rulebook/vocabulary.js';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { EditionView } from '../edition/edition.type.js';
import { revisionOf, SHOWN_EDITIONS } from '../edition/editions.js';
import { ItemDeciderEnum, ItemPartEnum, ReviewItemKindEnum, ReviewOrderEnum } from '../vocabulary.type.js';
import type { JointReview } from './joint-review.service.js';

const KIND = 'The review item; IDENTITY_AND_HUKOU cannot be given to others.';

@InputType({ description: 'Who is to decide a review item in the district.' })
export class ItemDeciderInput implements DeciderChange {
  @Field(() => ReviewItemKindEnum, { description: KIND })
  kind!: ReviewItemKind;

  @Field(() => ItemPartEnum, {
    nullable: true,
    description:
      'The part of a divided item; when left out, the item with every part of it that the same office decides.',
  })
  part!: ItemPart | null;

  @Field(() => ItemDeciderEnum, { description: 'Who decides it; DISTRICT takes it back.' })
  decider!: ItemDecider;
}

@ObjectType('GivenReviewItemPart', {
  description: 'A part of a divided review item, and who decides it in the district.',
})
export class GivenReviewItemPartView {
  @Field(() => ItemPartEnum, { description: 'The part.' })
  readonly part: ItemPart;

  @Field(() => String, { description: 'What it is called, in the reader’s language.' })
  readonly label: string;

  @Field(() => ItemDeciderEnum, { description: 'Who decides it.' })
  readonly decider: ItemDecider;

  @Field(() => String, { description: 'What the decider is called, in the reader’s language.' })
  readonly deciderLabel: string;

  constructor(part: ItemPart, decider: ItemDecider, language: Language) {
    this.part = part;
    this.label = ITEM_PART_NAMES[part][language];
    this.decider = decider;
    this.deciderLabel = ITEM_DECIDER_NAMES[decider][language];
  }
}

@ObjectType('GivenReviewItem', { description: 'A review item, and who decides it in the district.' })
export class GivenReviewItemView {
  @Field(() => ReviewItemKindEnum, { description: KIND })
  readonly kind: ReviewItemKind;

  @Field(() => String, { description: 'What the item is called, in the reader’s language.' })
  readonly label: string;

  @Field(() => ItemDeciderEnum, {
    description: 'Who decides it; of a divided item, what is none of its parts.',
  })
  readonly decider: ItemDecider;

  @Field(() => String, { description: 'What the decider is called, in the reader’s language.' })
  readonly deciderLabel: string;

  @Field(() => [GivenReviewItemPartView], {
    description:
      'What it is divided by, where a district can give it to different offices: work by its kind. Empty for every other item.',
  })
  readonly parts: GivenReviewItemPartView[];

  constructor(kind: ReviewItemKind, deciders: ItemDeciders, language: Language) {
    const decider = deciderOf(deciders, { kind, part: 'WHOLE' });
    this.kind = kind;
    this.label = REVIEW_ITEM_NAMES[kind][language];
    this.decider = decider;
    this.deciderLabel = ITEM_DECIDER_NAMES[decider][language];
    this.parts = partsOf(kind)
      .filter((part) => part !== 'WHOLE')
      .map((part) => new GivenReviewItemPartView(part, deciderOf(deciders, { kind, part }), language));
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
    return GIVEABLE_ITEMS.map((kind) => new GivenReviewItemView(kind, deciders, this.language));
  }

  @Field(() => ReviewOrderEnum, { description: 'In which order the district reviews.' })
  get order(): ReviewOrder {
    return this.review.order;
  }

  @Field(() => Int, {
    nullable: true,
    description:
      'How many items that wait now the change gives to another office; null where nothing was to be changed.',
  })
  get moving(): number | null {
    return this.review.moving;
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
