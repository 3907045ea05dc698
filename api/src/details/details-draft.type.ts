import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import type {
  Details,
  EmploymentDetails,
  HouseholdDetails,
  ResidenceDetails,
  ResidencePermitDetails,
  SecondGuardianDetails,
} from '../rulebook/details/details.js';
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
import { DistrictAnswerView } from './details.type.js';

const TYPED = { nullable: true };

@ObjectType('HouseholdDraft', { description: 'HouseholdInput as it was typed.' })
class HouseholdDraftView {
  constructor(private readonly typed: HouseholdDetails) {}

  @Field(() => HouseholdKindEnum, { ...TYPED, description: '户别.' })
  get kind(): HouseholdKind | null {
    return this.typed.kind as HouseholdKind | null;
  }

  @Field(() => String, { ...TYPED, description: '户籍地址.' })
  get address(): string | null {
    return this.typed.address;
  }

  @Field(() => String, { ...TYPED, description: '户主姓名.' })
  get headName(): string | null {
    return this.typed.headName;
  }

  @Field(() => String, { ...TYPED, description: '孩子与户主关系.' })
  get headRelation(): string | null {
    return this.typed.headRelation;
  }
}

@ObjectType('ResidenceDraft', { description: 'ResidenceInput as it was typed.' })
class ResidenceDraftView {
  constructor(private readonly typed: ResidenceDetails) {}

  @Field(() => ResidenceKindEnum, { ...TYPED, description: '住房类型.' })
  get kind(): ResidenceKind | null {
    return this.typed.kind as ResidenceKind | null;
  }

  @Field(() => String, { ...TYPED, description: '街道（乡镇）.' })
  get subdistrict(): string | null {
    return this.typed.subdistrict;
  }

  @Field(() => String, { ...TYPED, description: '详细地址.' })
  get address(): string | null {
    return this.typed.address;
  }

  @Field(() => String, { ...TYPED, description: '不动产权证号 or 租赁备案号, in full.' })
  get certificateNumber(): string | null {
    return this.typed.certificateNumber;
  }

  @Field(() => CalendarDate, { ...TYPED, description: '租期开始.' })
  get leaseFrom(): string | null {
    return this.typed.leaseFrom;
  }

  @Field(() => CalendarDate, { ...TYPED, description: '租期结束.' })
  get leaseTo(): string | null {
    return this.typed.leaseTo;
  }
}

@ObjectType('SecondGuardianDraft', { description: 'SecondGuardianDraftInput as it was typed.' })
class SecondGuardianDraftView {
  constructor(private readonly typed: SecondGuardianDetails) {}

  @Field(() => String, { ...TYPED, description: '姓名.' })
  get name(): string | null {
    return this.typed.name;
  }

  @Field(() => DocumentTypeEnum, { ...TYPED, description: '证件类型.' })
  get documentType(): DocumentType | null {
    return this.typed.documentType as DocumentType | null;
  }

  @Field(() => String, { ...TYPED, description: '证件号码, in full.' })
  get documentNumber(): string | null {
    return this.typed.documentNumber;
  }

  @Field(() => String, { ...TYPED, description: '手机号, in full.' })
  get phone(): string | null {
    return this.typed.phone;
  }

  @Field(() => RelationEnum, { ...TYPED, description: 'What this guardian is to the child.' })
  get relation(): Relation | null {
    return this.typed.relation as Relation | null;
  }
}

@ObjectType('EmploymentDraft', { description: 'EmploymentInput as it was typed.' })
class EmploymentDraftView {
  constructor(private readonly typed: EmploymentDetails) {}

  @Field(() => GuardianRoleEnum, { description: 'Whose.' })
  get guardian(): GuardianRole {
    return this.typed.guardian;
  }

  @Field(() => EmploymentKindEnum, { ...TYPED, description: '就业类型.' })
  get kind(): EmploymentKind | null {
    return this.typed.kind as EmploymentKind | null;
  }

  @Field(() => String, { ...TYPED, description: '单位名称.' })
  get employerName(): string | null {
    return this.typed.employerName;
  }

  @Field(() => String, { ...TYPED, description: '统一社会信用代码.' })
  get employerCreditCode(): string | null {
    return this.typed.employerCreditCode;
  }

  @Field(() => String, { ...TYPED, description: '参保区.' })
  get insuredDistrict(): string | null {
    return this.typed.insuredDistrict;
  }
}

@ObjectType('ResidencePermitDraft', { description: 'ResidencePermitInput as it was typed.' })
class ResidencePermitDraftView {
  constructor(private readonly typed: ResidencePermitDetails) {}

  @Field(() => GuardianRoleEnum, { description: 'Whose.' })
  get guardian(): GuardianRole {
    return this.typed.guardian;
  }

  @Field(() => String, { ...TYPED, description: '证号, in full.' })
  get number(): string | null {
    return this.typed.number;
  }

  @Field(() => CalendarDate, { ...TYPED, description: '有效期至.' })
  get validUntil(): string | null {
    return this.typed.validUntil;
  }

  @Field(() => String, { ...TYPED, description: '居住地址.' })
  get address(): string | null {
    return this.typed.address;
  }
}

@ObjectType('DetailsDraft', {
  description:
    'What was typed last, in full, so that the form can be gone on with: the fields of DetailsInput. Only for who may change it now; staff never see it.',
})
export class DetailsDraftView {
  constructor(
    private readonly details: Details,
    private readonly saved: { readonly savedAt: Date; readonly savedBy: GuardianRole },
  ) {}

  @Field(() => GraphQLDateTime, { description: 'When it was saved, by the server’s clock.' })
  get savedAt(): Date {
    return this.saved.savedAt;
  }

  @Field(() => GuardianRoleEnum, { description: 'Which guardian saved it.' })
  get savedBy(): GuardianRole {
    return this.saved.savedBy;
  }

  @Field(() => String, { ...TYPED, description: '民族.' })
  get ethnicity(): string | null {
    return this.details.ethnicity;
  }

  @Field(() => HouseholdDraftView, { ...TYPED, description: '户口簿.' })
  get household(): HouseholdDraftView | null {
    return this.details.household && new HouseholdDraftView(this.details.household);
  }

  @Field(() => ResidenceDraftView, { ...TYPED, description: '在京实际住所.' })
  get residence(): ResidenceDraftView | null {
    return this.details.residence && new ResidenceDraftView(this.details.residence);
  }

  @Field(() => RelationEnum, { ...TYPED, description: 'What the first guardian is to the child.' })
  get firstGuardianRelation(): Relation | null {
    return this.details.firstGuardianRelation as Relation | null;
  }

  @Field(() => SecondGuardianDraftView, { ...TYPED, description: '监护人(二).' })
  get secondGuardian(): SecondGuardianDraftView | null {
    return this.details.secondGuardian && new SecondGuardianDraftView(this.details.secondGuardian);
  }

  @Field(() => String, { ...TYPED, description: 'Why there is no second guardian.' })
  get noSecondGuardianReason(): string | null {
    return this.details.noSecondGuardianReason;
  }

  @Field(() => [EmploymentDraftView], { description: '在京务工就业 of the guardians.' })
  get employments(): EmploymentDraftView[] {
    return this.details.employments.map((entry) => new EmploymentDraftView(entry));
  }

  @Field(() => [ResidencePermitDraftView], { description: '北京市居住证 of the guardians.' })
  get residencePermits(): ResidencePermitDraftView[] {
    return this.details.residencePermits.map((entry) => new ResidencePermitDraftView(entry));
  }

  @Field(() => [DistrictAnswerView], { description: 'Answers to the district’s own questions.' })
  get answers(): DistrictAnswerView[] {
    return this.details.answers.map((answer) => new DistrictAnswerView(answer));
  }
}
