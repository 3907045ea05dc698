import type { OfficeAction } from '@enrolment/rulebook/office-actions.js';
import { Field, ObjectType } from 'type-graphql';
import { asEnum } from '../vocabulary.type.js';

export const OfficeActionEnum = asEnum<OfficeAction>(
  'OfficeActionKind',
  'Something that an office does with a record.',
  {
    CLAIM: 'claimRecord.',
    RELEASE: 'releaseRecord.',
    TAKE_OVER: 'claimRecord with takeOver.',
    HAND_OVER: 'handOverRecords.',
    PASS_IDENTITY: 'decideIdentityCheck with PASSED.',
    RETURN_IDENTITY: 'decideIdentityCheck with RETURNED.',
    DECIDE_ITEMS: 'decideReviewItem.',
    REJECT: 'rejectRecords.',
    DECIDE_APPEAL: 'decideAppeal.',
    DECIDE_ADMISSION: 'approveAdmissions.',
    CORRECT_REGISTRATION: 'correctRegistration.',
    REVEAL_DOCUMENT: 'revealDocument.',
  },
);

@ObjectType('OfficeAction', {
  description: 'Something that an office does with a record, and whether this viewer may do it now.',
})
export class OfficeActionView {
  @Field(() => OfficeActionEnum, { description: 'The action.' })
  readonly kind: OfficeAction;

  @Field(() => Boolean, { description: 'Whether it is allowed now.' })
  readonly allowed: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is not allowed, in the reader’s language; null when it is.',
  })
  readonly reason: string | null;

  constructor(kind: OfficeAction, reason: string | null) {
    this.kind = kind;
    this.allowed = reason === null;
    this.reason = reason;
  }
}
