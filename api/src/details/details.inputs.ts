import type { DetailsTyped } from '@enrolment/rulebook/details/details.js';
import { DETAILS_FORM } from '@enrolment/rulebook/details/form.js';
import { Field, InputType, Int } from 'type-graphql';
import { classOf, declareForm, INPUT, WHOLE_INPUT } from './details.classes.js';

const SecondGuardianInput = classOf(DETAILS_FORM.secondGuardian, WHOLE_INPUT);
const SecondGuardianDraftInput = classOf(DETAILS_FORM.secondGuardian, {
  ...INPUT,
  suffix: 'DraftInput',
  about: () => 'SecondGuardianInput, half filled in.',
});

@InputType({ description: 'An answer to one of the district’s own questions.' })
export class DistrictAnswerInput {
  @Field(() => String, { description: 'DistrictQuestion.key.' })
  key!: string;

  @Field(() => String, {
    description:
      'The answer, in the format of the question’s kind: text, one of the choices, YYYY-MM-DD, a number such as 3.5, or true or false.',
  })
  value!: string;
}

@InputType({
  description:
    'The details form. Every field but the version is optional while drafting; submitDetails says which are missing. A save replaces the whole form: a field left out becomes empty. Refusals name a field by its path, and an entry of a list by what it is about instead of its place: employments.FIRST.employerCreditCode, residencePermits.SECOND.validUntil, answers.KEY. District.detailsForm lists the fields with these paths.',
})
export class DetailsInput {
  @Field(() => Int, {
    description: 'The version of the record that was read. STALE_VERSION when somebody has saved in between.',
  })
  version!: number;

  @Field(() => SecondGuardianInput, {
    nullable: true,
    description: '监护人(二). Either this or noSecondGuardianReason is needed.',
  })
  secondGuardian?: DetailsTyped['secondGuardian'];

  @Field(() => SecondGuardianDraftInput, {
    nullable: true,
    description:
      '监护人(二) while it is half filled in, so that nothing typed is lost. It counts as secondGuardian when that is left out; refusals say secondGuardian.',
  })
  secondGuardianDraft?: DetailsTyped['secondGuardian'];

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether the family has confirmed the unusual relations in detailsEditing.toConfirm; submitDetails refuses them with CONFIRMATION_NEEDED otherwise. saveDetails ignores it.',
  })
  relationsConfirmed?: boolean | null;

  @Field(() => [DistrictAnswerInput], {
    nullable: true,
    description: 'Answers to the district’s own questions; any other key is refused.',
  })
  answers?: DistrictAnswerInput[] | null;
}
declareForm(DetailsInput, INPUT, ['secondGuardian']);

/** DetailsInput as it arrives, with the fields that the declaration gives it. */
export type DetailsGiven = DetailsInput & DetailsTyped;
