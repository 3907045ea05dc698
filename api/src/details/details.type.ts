import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { GuardianView } from '../guardian/guardian.type.js';
import { maskDocument } from '../platform/masking.js';
import type { Advice } from '../rulebook/details/advice.js';
import { secondGuardianOf } from '../rulebook/details/second-guardian.js';
import type { Details, EmploymentDetails, ResidencePermitDetails } from '../rulebook/details/details.js';
import type { Language } from '../rulebook/refusal.js';
import { CalendarDate } from '../scalars.js';
import type { EmploymentKind, GuardianRole, HouseholdKind, Relation, ResidenceKind } from '../vocabulary.js';
import {
  EmploymentKindEnum,
  GuardianRoleEnum,
  HouseholdKindEnum,
  RelationEnum,
  ResidenceKindEnum,
} from '../vocabulary.type.js';

@ObjectType('Household', { description: '户口簿: the household in which the child is registered.' })
export class HouseholdView {
  @Field(() => HouseholdKindEnum, { description: '户别.' })
  readonly kind: HouseholdKind;
  @Field(() => String, { description: '户籍地址; empty while not filled in.' })
  readonly address: string;
  @Field(() => String, { description: '户主姓名; empty while not filled in.' })
  readonly headName: string;
  @Field(() => String, { description: '孩子与户主关系; empty while not filled in.' })
  readonly headRelation: string;

  constructor({ kind, address, headName, headRelation }: NonNullable<Details['household']>) {
    this.kind = kind as HouseholdKind;
    this.address = address ?? '';
    this.headName = headName ?? '';
    this.headRelation = headRelation ?? '';
  }
}

@ObjectType('Residence', { description: '在京实际住所.' })
export class ResidenceView {
  @Field(() => ResidenceKindEnum, { description: '住房类型.' })
  readonly kind: ResidenceKind;
  @Field(() => String, { description: '街道 / 乡镇; empty while not filled in.' })
  readonly subdistrict: string;
  @Field(() => String, { description: '详细地址; empty while not filled in.' })
  readonly address: string;
  @Field(() => String, { nullable: true, description: '不动产权证号 or 租赁备案号, by kind; masked.' })
  readonly certificateNumber: string | null;
  @Field(() => CalendarDate, { nullable: true, description: '租期开始.' })
  readonly leaseFrom: string | null;
  @Field(() => CalendarDate, { nullable: true, description: '租期结束.' })
  readonly leaseTo: string | null;

  constructor(residence: NonNullable<Details['residence']>) {
    this.kind = residence.kind as ResidenceKind;
    this.subdistrict = residence.subdistrict ?? '';
    this.address = residence.address ?? '';
    this.certificateNumber = residence.certificateNumber && maskDocument(residence.certificateNumber);
    this.leaseFrom = residence.leaseFrom;
    this.leaseTo = residence.leaseTo;
  }
}

@ObjectType('Employment', { description: '在京务工就业 of a guardian.' })
export class EmploymentView {
  @Field(() => GuardianRoleEnum, { description: 'Whose.' })
  readonly guardian: GuardianRole;
  @Field(() => EmploymentKindEnum, { description: '就业类型.' })
  readonly kind: EmploymentKind;
  @Field(() => String, { nullable: true, description: '单位名称.' })
  readonly employerName: string | null;
  @Field(() => String, { nullable: true, description: '统一社会信用代码, GB 32100.' })
  readonly employerCreditCode: string | null;
  @Field(() => String, {
    nullable: true,
    description: '参保区: entry code of the district that insures; null when outside Beijing.',
  })
  readonly insuredDistrict: string | null;

  constructor(employment: EmploymentDetails) {
    this.guardian = employment.guardian;
    this.kind = employment.kind as EmploymentKind;
    this.employerName = employment.employerName;
    this.employerCreditCode = employment.employerCreditCode;
    this.insuredDistrict = employment.insuredDistrict;
  }
}

@ObjectType('ResidencePermit', { description: '北京市居住证 of a guardian.' })
export class ResidencePermitView {
  @Field(() => GuardianRoleEnum, { description: 'Whose.' })
  readonly guardian: GuardianRole;
  @Field(() => String, { description: '证号; masked.' })
  readonly number: string;
  @Field(() => CalendarDate, { description: '有效期至.' })
  readonly validUntil: string;
  @Field(() => String, { description: '居住地址, as on the permit; empty while not filled in.' })
  readonly address: string;

  constructor(permit: ResidencePermitDetails) {
    this.guardian = permit.guardian;
    this.number = maskDocument(permit.number ?? '');
    this.validUntil = permit.validUntil ?? '';
    this.address = permit.address ?? '';
  }
}

@ObjectType('DistrictAnswer', { description: 'An answer to one of the district’s own questions.' })
export class DistrictAnswerView {
  @Field(() => String, { description: 'DistrictQuestion.key.' })
  readonly key: string;
  @Field(() => String, { description: 'The answer, as DistrictAnswerInput.value has it.' })
  readonly value: string;

  constructor({ key, value }: { key: string; value: string }) {
    this.key = key;
    this.value = value;
  }
}

@ObjectType('DetailsAdvice', {
  description: 'Something in the details that breaks no rule and still wants to be known.',
})
export class DetailsAdviceView {
  @Field(() => String, { description: 'Path in DetailsInput, as refusals have it.' })
  readonly field: string;
  @Field(() => String, { description: 'A sentence in the reader’s language.' })
  readonly text: string;

  constructor({ field, text }: Advice, language: Language) {
    this.field = field;
    this.text = text[language];
  }
}

@ObjectType('Details', {
  description:
    'The detailed information: 录入相关审核材料详细信息. For NON_LOCAL_HUKOU it carries the 四证. The family reads what was saved last, everybody else what was submitted last; numbers are masked. A section shows once its kind is chosen; DetailsDraft has what is only half typed.',
})
export class DetailsView {
  constructor(
    private readonly details: Details,
    private readonly saved: { readonly draft: boolean; readonly savedAt: Date },
    private readonly notices: readonly Advice[],
    private readonly language: Language,
  ) {}

  @Field(() => Boolean, { description: 'Whether something was saved that is not submitted yet.' })
  get draft(): boolean {
    return this.saved.draft;
  }

  @Field(() => GraphQLDateTime, { description: 'When it was saved or submitted, by the server’s clock.' })
  get savedAt(): Date {
    return this.saved.savedAt;
  }

  @Field(() => String, { nullable: true, description: '民族, GB/T 3304 code: 01 … 56, 97, 98.' })
  get ethnicity(): string | null {
    return this.details.ethnicity;
  }

  @Field(() => HouseholdView, { nullable: true, description: '户口簿.' })
  get household(): HouseholdView | null {
    const { household } = this.details;
    return household?.kind ? new HouseholdView(household) : null;
  }

  @Field(() => ResidenceView, { nullable: true, description: '在京实际住所.' })
  get residence(): ResidenceView | null {
    const { residence } = this.details;
    return residence?.kind ? new ResidenceView(residence) : null;
  }

  @Field(() => RelationEnum, { nullable: true, description: 'What the first guardian is to the child.' })
  get firstGuardianRelation(): Relation | null {
    return this.details.firstGuardianRelation as Relation | null;
  }

  @Field(() => GuardianView, {
    nullable: true,
    description: '监护人(二), who can be authorised; once name, document and phone are right.',
  })
  get secondGuardian(): GuardianView | null {
    const second = secondGuardianOf(this.details, []);
    return second && new GuardianView({ role: 'SECOND', ...second });
  }

  @Field(() => String, { nullable: true, description: 'Why there is no second guardian.' })
  get noSecondGuardianReason(): string | null {
    return this.details.noSecondGuardianReason;
  }

  @Field(() => [EmploymentView], { description: '在京务工就业 of the guardians.' })
  get employments(): EmploymentView[] {
    return this.details.employments.filter(({ kind }) => kind).map((entry) => new EmploymentView(entry));
  }

  @Field(() => [ResidencePermitView], { description: '北京市居住证 of the guardians.' })
  get residencePermits(): ResidencePermitView[] {
    return this.details.residencePermits
      .filter(({ number, validUntil }) => number && validUntil)
      .map((entry) => new ResidencePermitView(entry));
  }

  @Field(() => [DistrictAnswerView], { description: 'Answers to the district’s own questions.' })
  get answers(): DistrictAnswerView[] {
    return this.details.answers.map((answer) => new DistrictAnswerView(answer));
  }

  @Field(() => [DetailsAdviceView], {
    description:
      'What runs out before the review ends, such as a residence permit: accepted, but good to know.',
  })
  get advice(): DetailsAdviceView[] {
    return this.notices.map((advice) => new DetailsAdviceView(advice, this.language));
  }
}
