import type { DocumentType, ServiceKind, Sex, TreatedAsLocalGround } from '@enrolment/rulebook/vocabulary.js';
import { Field, ID, InputType } from 'type-graphql';
import { CalendarDate } from '../scalars.js';
import { DocumentTypeEnum, GroundEnum, ServiceKindEnum, SexEnum } from '../vocabulary.type.js';

@InputType({
  description:
    'The child, as on the household register or document. Cannot be edited by the guardian afterwards (manual 二(二)2).',
})
export class ChildInput {
  @Field(() => String, { description: '国籍, ISO 3166-1 alpha-2, such as CN.' })
  nationality!: string;

  @Field(() => String, { nullable: true, description: '户籍所在地, GB/T 2260 province code such as 130000.' })
  hukouProvince?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Entry code of the district of the hukou; left out unless the hukou is in Beijing.',
  })
  hukouDistrict?: string | null;

  @Field(() => String, { description: '居住地, entry code of the district.' })
  residenceDistrict!: string;

  @Field(() => String, { description: '姓名, at most 50 characters.' })
  name!: string;

  @Field(() => DocumentTypeEnum, { description: '证件类型.' })
  documentType!: DocumentType;

  @Field(() => String, {
    description: '证件号码; blanks, full-width digits and a lower-case x are accepted.',
  })
  documentNumber!: string;

  @Field(() => SexEnum, { description: '性别; agrees with the document number.' })
  sex!: Sex;

  @Field(() => CalendarDate, {
    description: '出生日期; agrees with the document number and lies in the season’s range.',
  })
  birthDate!: string;
}

@InputType({ description: '监护人(一), who registers the child.' })
export class FirstGuardianInput {
  @Field(() => String, { description: '姓名.' })
  name!: string;

  @Field(() => DocumentTypeEnum, { description: '证件类型.' })
  documentType!: DocumentType;

  @Field(() => String, { description: '证件号码.' })
  documentNumber!: string;

  @Field(() => String, { description: '手机号: the phone to which the code was sent.' })
  phone!: string;
}

@InputType({ description: 'A registration (manual 一(二)).' })
export class RegisterChildInput {
  @Field(() => ID, {
    description:
      'A UUID that the client makes. The same key with the same input answers with the same record; with other input it is refused (ATTEMPT_REUSED).',
  })
  idempotencyKey!: string;

  @Field(() => String, { description: 'Entry code of the chosen district.' })
  district!: string;

  @Field(() => ServiceKindEnum, { description: 'The chosen service.' })
  service!: ServiceKind;

  @Field(() => GroundEnum, { nullable: true, description: 'For TREATED_AS_LOCAL alone.' })
  ground?: TreatedAsLocalGround | null;

  @Field(() => String, {
    description: 'The ticket of guardianNotice, from at least 10 s and at most 24 h ago.',
  })
  noticeTicket!: string;

  @Field(() => String, { description: 'The version of the privacy policy that was accepted.' })
  privacyPolicyVersion!: string;

  @Field(() => ChildInput, { description: 'The child.' })
  child!: ChildInput;

  @Field(() => FirstGuardianInput, { description: 'The guardian.' })
  guardian!: FirstGuardianInput;

  @Field(() => String, { description: 'The six digits sent to the guardian’s phone.' })
  smsCode!: string;
}
