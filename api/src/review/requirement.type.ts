import type { Language } from '@enrolment/rulebook/refusal.js';
import type { ReviewItemKind } from '@enrolment/rulebook/vocabulary.js';
import { Field, ObjectType } from 'type-graphql';
import { ReviewItemKindEnum } from '../vocabulary.type.js';
import type { ReviewPaper, ReviewRequirement } from './review.entity.js';

@ObjectType('ReviewRequirement', {
  description: 'One item of the review, with the papers that a family needs to have at hand for it.',
})
export class ReviewRequirementView {
  constructor(
    private readonly requirement: ReviewRequirement,
    private readonly shownBy: readonly ReviewPaper[],
    private readonly language: Language,
  ) {}

  @Field(() => ReviewItemKindEnum, { description: 'Which item of the review.' })
  get kind(): ReviewItemKind {
    return this.requirement.kind;
  }

  @Field(() => String, { description: 'Its name in the reader’s language.' })
  get label(): string {
    return this.language === 'en' ? this.requirement.labelEn : this.requirement.label;
  }

  @Field(() => [String], {
    description:
      'The papers that prove it, one per line, in the reader’s language, for the ground asked about.',
  })
  get papers(): string[] {
    return this.shownBy.map(({ label, labelEn }) => (this.language === 'en' ? labelEn : label));
  }
}
