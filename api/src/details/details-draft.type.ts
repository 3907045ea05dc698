import type { Details } from '@enrolment/rulebook/details/details.js';
import type { GuardianRole } from '@enrolment/rulebook/vocabulary.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { GuardianRoleEnum } from '../vocabulary.type.js';
import { declareForm, DRAFT } from './details.classes.js';
import { DistrictAnswerView } from './details.type.js';

@ObjectType('DetailsDraft', {
  description:
    'What was typed last, in full, so that the form can be continued: the fields of DetailsInput. Only whoever may change the details now can read it; staff never can.',
})
export class DetailsDraftView {
  @Field(() => GraphQLDateTime, { description: 'When it was saved, by the server’s clock.' })
  readonly savedAt: Date;
  @Field(() => GuardianRoleEnum, { description: 'Which guardian saved it.' })
  readonly savedBy: GuardianRole;
  @Field(() => [DistrictAnswerView], { description: 'Answers to the district’s own questions.' })
  readonly answers: DistrictAnswerView[];

  constructor(
    { answers, ...typed }: Details,
    saved: { readonly savedAt: Date; readonly savedBy: GuardianRole },
  ) {
    this.savedAt = saved.savedAt;
    this.savedBy = saved.savedBy;
    this.answers = answers.map((answer) => new DistrictAnswerView(answer));
    Object.assign(this, typed);
  }
}
declareForm(DetailsDraftView, DRAFT);
