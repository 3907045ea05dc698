import { Field, InputType, Int } from 'type-graphql';
import { CalendarDate } from '../scalars.js';
import type {
  DocumentType,
  EmploymentKind,
  GuardianRole,
  HouseholdKind,
  Relation,
  ResidenceKind,
} from '../vocabulary.js';
import {
  DocumentTypeEnum,
  EmploymentKindEnum,
  GuardianRoleEnum,
  HouseholdKindEnum,
  RelationEnum,
  ResidenceKindEnum,
} from '../vocabulary.type.js';

@InputType({ description: '户口簿: the household in which the child is registered.' })
export class HouseholdInput {
  @Field(() => HouseholdKindEnum, { nullable: true, description: '户别.' })
  kind?: HouseholdKind | null;

  @Field(() => String, {
    nullable: true,
    description: '户籍地址, as on the first page; at most 120 characters.',
  })
  address?: string | null;

  @Field(() => String, { nullable: true, description: '户主姓名; of a collective household its name.' })
  headName?: string | null;

  @Field(() => String, { nullable: true, description: '孩子与户主关系, such as 子; at most 20 characters.' })
  headRelation?: string | null;
}

@InputType({
  description:
    '在京实际住所. OWNED and RELATIVE_OWNED need the number of the real-estate certificate; RENTED and PUBLIC_RENTAL that of the filed lease, and its term; the others need no number.',
})
export class ResidenceInput {
  @Field(() => ResidenceKindEnum, { nullable: true, description: '住房类型.' })
  kind?: ResidenceKind | null;

  @Field(() => String, { nullable: true, description: '街道（乡镇）; at most 40 characters.' })
  subdistrict?: string | null;

  @Field(() => String, { nullable: true, description: '详细地址; at most 120 characters.' })
  address?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '不动产权证号 or 租赁备案号, by kind; with its words, 京(2020)…不动产权第…号.',
  })
  certificateNumber?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: '租期开始; for RENTED and PUBLIC_RENTAL alone.' })
  leaseFrom?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: '租期结束: not before it starts, and not over.' })
  leaseTo?: string | null;
}

@InputType({ description: '监护人(二): the other legal guardian, who can be authorised.' })
export class SecondGuardianInput {
  @Field(() => String, { description: '姓名.' })
  name!: string;

  @Field(() => DocumentTypeEnum, { description: '证件类型.' })
  documentType!: DocumentType;

  @Field(() => String, { description: '证件号码: not the child’s, and not the first guardian’s.' })
  documentNumber!: string;

  @Field(() => String, {
    description: '手机号: with it and the document the guardian signs in once authorised.',
  })
  phone!: string;

  @Field(() => RelationEnum, { description: 'What this guardian is to the child.' })
  relation!: Relation;
}

@InputType({ description: 'The same, half filled in.' })
export class SecondGuardianDraftInput {
  @Field(() => String, { nullable: true, description: '姓名.' })
  name?: string | null;

  @Field(() => DocumentTypeEnum, { nullable: true, description: '证件类型.' })
  documentType?: DocumentType | null;

  @Field(() => String, { nullable: true, description: '证件号码.' })
  documentNumber?: string | null;

  @Field(() => String, { nullable: true, description: '手机号.' })
  phone?: string | null;

  @Field(() => RelationEnum, { nullable: true, description: 'What this guardian is to the child.' })
  relation?: Relation | null;
}

@InputType({
  description:
    '在京务工就业 of one guardian. All kinds but FLEXIBLE need the employer or business and its credit code.',
})
export class EmploymentInput {
  @Field(() => GuardianRoleEnum, { description: 'Whose; one entry for each guardian at most.' })
  guardian!: GuardianRole;

  @Field(() => EmploymentKindEnum, { nullable: true, description: '就业类型.' })
  kind?: EmploymentKind | null;

  @Field(() => String, { nullable: true, description: '单位名称; at most 100 characters.' })
  employerName?: string | null;

  @Field(() => String, { nullable: true, description: '统一社会信用代码, GB 32100-2015.' })
  employerCreditCode?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '参保区: entry code of the district that insures; null when outside Beijing.',
  })
  insuredDistrict?: string | null;
}

@InputType({ description: '北京市居住证 of one guardian; needed of each whose document is RESIDENT_ID.' })
export class ResidencePermitInput {
  @Field(() => GuardianRoleEnum, { description: 'Whose; one entry for each guardian at most.' })
  guardian!: GuardianRole;

  @Field(() => String, { nullable: true, description: '证号.' })
  number?: string | null;

  @Field(() => CalendarDate, { nullable: true, description: '有效期至: today or later.' })
  validUntil?: string | null;

  @Field(() => String, { nullable: true, description: '居住地址, as on the permit.' })
  address?: string | null;
}

@InputType({ description: 'An answer to one of the district’s own questions.' })
export class DistrictAnswerInput {
  @Field(() => String, { description: 'DistrictQuestion.key.' })
  key!: string;

  @Field(() => String, {
    description:
      'By the question’s kind: text, one of the choices, YYYY-MM-DD, digits such as 3.5, or true and false.',
  })
  value!: string;
}

@InputType({
  description:
    'The details form. Every field but the version is optional while drafting; submitDetails says which are missing. A save replaces the whole: what is left out is empty. Refusals name fields by their path, and entries of lists by what they are about, not by their place: employments.FIRST.employerCreditCode, residencePermits.SECOND.validUntil, answers.KEY. District.detailsForm has the fields with these paths.',
})
export class DetailsInput {
  @Field(() => Int, {
    description: 'The record’s version that was read: STALE_VERSION when somebody saved in between.',
  })
  version!: number;

  @Field(() => String, { nullable: true, description: '民族, GB/T 3304 code: 01 … 56, 97, 98.' })
  ethnicity?: string | null;

  @Field(() => HouseholdInput, { nullable: true, description: '户口簿.' })
  household?: HouseholdInput | null;

  @Field(() => ResidenceInput, { nullable: true, description: '在京实际住所.' })
  residence?: ResidenceInput | null;

  @Field(() => RelationEnum, { nullable: true, description: 'What the first guardian is to the child.' })
  firstGuardianRelation?: Relation | null;

  @Field(() => SecondGuardianInput, {
    nullable: true,
    description: '监护人(二); or noSecondGuardianReason, one of the two.',
  })
  secondGuardian?: SecondGuardianInput | null;

  @Field(() => SecondGuardianDraftInput, {
    nullable: true,
    description:
      '监护人(二) while half filled in, so that nothing typed is lost; read as secondGuardian where that is not given. Refusals say secondGuardian.',
  })
  secondGuardianDraft?: SecondGuardianDraftInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why there is no second guardian; at most 200 characters.',
  })
  noSecondGuardianReason?: string | null;

  @Field(() => [EmploymentInput], { nullable: true, description: '在京务工就业: of one guardian at least.' })
  employments?: EmploymentInput[] | null;

  @Field(() => [ResidencePermitInput], { nullable: true, description: '北京市居住证 of the guardians.' })
  residencePermits?: ResidencePermitInput[] | null;

  @Field(() => [DistrictAnswerInput], {
    nullable: true,
    description: 'Answers to the district’s own questions, and to no others.',
  })
  answers?: DistrictAnswerInput[] | null;
}
