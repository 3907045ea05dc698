import { Field, ObjectType } from 'type-graphql';
import type { Language } from '../rulebook/refusal.js';
import type { ReviewItemKind } from '../vocabulary.js';
import { ReviewItemKindEnum } from '../vocabulary.type.js';
import type { RequirementRow } from './requirement.statements.js';
import type { ReviewPaper } from './review.entity.js';

@ObjectType('ReviewRequirement', {
  description:
    'What is reviewed before the form can be printed, with the papers that a family has at hand for it.',
})
export class ReviewRequirementView {
  constructor(
    private readonly requirement: RequirementRow,
    private readonly shownBy: readonly ReviewPaper[],
    private readonly language: Language,
  ) {}

  @Field(() => ReviewItemKindEnum, { description: 'Which item of the review.' })
  get kind(): ReviewItemKind {
    return this.requirement.kind;
  }

  @Field(() => String, { description: 'Its name in the reader’s language.' })
  get label(): string {
    return this.language === 'en' ? this.requirement.label_en : this.requirement.label;
  }

  @Field(() => [String], {
    description: 'Papers that show it, each in a line, in the reader’s language; for the ground asked about.',
  })
  get papers(): string[] {
    return this.shownBy.map(({ label, labelEn }) => (this.language === 'en' ? labelEn : label));
  }
}
