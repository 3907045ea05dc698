import type { ServiceKind, TreatedAsLocalGround } from '@enrolment/rulebook/vocabulary.js';
import { PAPER_LENGTH } from '@enrolment/rulebook/signed-paper.js';
import { Field, ID, InputType } from 'type-graphql';
import { ChildInput, FirstGuardianInput } from '../registration/registration.inputs.js';
import { GroundEnum, ServiceKindEnum } from '../vocabulary.type.js';

const REFERENCE = `By which the paper that the family signed is found again: a number or a date, in at most ${PAPER_LENGTH} characters, without names, document numbers or phones. It is audited, and the family reads it.`;
export const PAPER = { description: REFERENCE };

@InputType({ description: 'What the family signed at the desk.' })
export class SignedPaperInput {
  @Field(() => String, { description: REFERENCE })
  reference!: string;

  @Field(() => String, {
    description:
      'Version of the guardian’s notice that was read to the family: `guardianNotice.version`. Refused (rule textsRenewed) when it is not the one in force.',
  })
  noticeVersion!: string;

  @Field(() => String, {
    description:
      'Version of the privacy policy that was read to the family: the same of `privacyPolicy.version`.',
  })
  privacyPolicyVersion!: string;

  @Field(() => Boolean, {
    description:
      'The officer says that these versions of the guardian’s notice and the privacy policy were read to the family, and that the signed paper is kept.',
  })
  kept!: boolean;
}

@InputType({ description: 'A registration at the desk.' })
export class RegisterAtDeskInput {
  @Field(() => ID, {
    description:
      'A UUID that the client makes. The same key with the same input answers with the same record; with other input it is refused (ATTEMPT_REUSED).',
  })
  idempotencyKey!: string;

  @Field(() => String, { description: 'Entry code of the officer’s own district.' })
  district!: string;

  @Field(() => ServiceKindEnum, { description: 'The chosen service.' })
  service!: ServiceKind;

  @Field(() => GroundEnum, { nullable: true, description: 'For TREATED_AS_LOCAL alone.' })
  ground?: TreatedAsLocalGround | null;

  @Field(() => ChildInput, { description: 'The child.' })
  child!: ChildInput;

  @Field(() => FirstGuardianInput, {
    description: 'The guardian who stands at the desk, and the phone on which the family is called.',
  })
  guardian!: FirstGuardianInput;

  @Field(() => SignedPaperInput, {
    description: 'In place of the notice’s ticket, the consent and the code.',
  })
  paper!: SignedPaperInput;
}
