import type { Language } from '@enrolment/rulebook/refusal.js';
import type { Subdistrict } from '@enrolment/rulebook/subdistrict-list.js';
import type { PhaseKind, QuestionKind } from '@enrolment/rulebook/vocabulary.js';
import { isOpen } from '@enrolment/rulebook/window.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { FormChoiceView } from '../details/details-form.type.js';
import { CalendarDate } from '../scalars.js';
import { PhaseKindEnum, QuestionKindEnum } from '../vocabulary.type.js';
import type { District, DistrictQuestion, Phase, Policy } from './district.entity.js';
import { optionsOf, questionLabel } from './question-words.js';

@ObjectType('District', {
  description: 'One of the 18 entries of the portal: 16 districts, 燕山地区 and 经济技术开发区.',
})
export class DistrictView {
  constructor(
    readonly district: District,
    private readonly language: Language,
  ) {}

  @Field(() => String, {
    description:
      'Entry code 01 … 18, in the manual’s order: 东城区 01 … 延庆区 16, 燕山地区 17, 经济技术开发区 18.',
  })
  get code(): string {
    return this.district.code;
  }

  @Field(() => String, {
    nullable: true,
    description: 'GB/T 2260 code such as 110101; null for 燕山地区 and 经济技术开发区, which have none.',
  })
  get gb2260(): string | null {
    return this.district.gb2260 ?? null;
  }

  @Field(() => String, { description: 'Name in the reader’s language.' })
  get name(): string {
    return this.language === 'en' ? this.district.nameEn : this.district.name;
  }

  @Field(() => [String], { description: '招生电话: phone numbers for questions about enrolment.' })
  get hotline(): string[] {
    return this.district.hotline;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Address of the district’s enrolment desk; null until the district has given it.',
  })
  get deskAddress(): string | null {
    return (this.language === 'en' ? this.district.deskAddressEn : this.district.deskAddress) ?? null;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Hours of desk and phones, in Asia/Shanghai; null until the district has given them.',
  })
  get deskHours(): string | null {
    return (this.language === 'en' ? this.district.deskHoursEn : this.district.deskHours) ?? null;
  }

  @Field(() => Boolean, {
    description: 'Whether rejecting several records at once waits for a second person of the district.',
  })
  get rejectionsNeedSecond(): boolean {
    return this.district.rejectionsNeedSecond;
  }

  @Field(() => Boolean, {
    description:
      'Whether a publication of results takes a second person also through publishResults: the district’s own to say.',
  })
  get publicationsNeedSecond(): boolean {
    return this.district.publicationsNeedSecond;
  }

  @Field(() => Boolean, {
    description:
      'Whether the subdistrict of a home in the district must be one of `subdistricts`; otherwise any other text can be given, too.',
  })
  get subdistrictsComplete(): boolean {
    return this.district.subdistrictsComplete;
  }
}

@ObjectType('Subdistrict', { description: 'A 街道, 镇 or 乡 of a district.' })
export class SubdistrictView {
  constructor(
    private readonly subdistrict: Subdistrict,
    private readonly language: Language,
  ) {}

  @Field(() => String, { description: 'Its name in Chinese: the value for the details of a home.' })
  get name(): string {
    return this.subdistrict.name;
  }

  @Field(() => String, { description: 'Its name in the reader’s language; Chinese where there is no other.' })
  get label(): string {
    return (this.language === 'en' ? this.subdistrict.nameEn : null) ?? this.subdistrict.name;
  }

  @Field(() => String, {
    nullable: true,
    description: '统计用区划代码 of 9 or 12 digits; null when it is not given.',
  })
  get code(): string | null {
    return this.subdistrict.code;
  }
}

@ObjectType('Policy', { description: '招生政策: a published text of a district or of the city.' })
export class PolicyView {
  constructor(private readonly policy: Policy) {}

  @Field(() => String, { description: 'Title, in Chinese as published.' })
  get title(): string {
    return this.policy.title;
  }

  @Field(() => String, {
    nullable: true,
    description: 'URL of its publication elsewhere; null when there is none.',
  })
  get url(): string | null {
    return this.policy.url ?? null;
  }

  @Field(() => CalendarDate, { nullable: true, description: 'Day of publication.' })
  get publishedOn(): string | null {
    return this.policy.publishedOn ?? null;
  }

  @Field(() => String, {
    nullable: true,
    description: 'The text, in Chinese; null when it is only published elsewhere.',
  })
  get body(): string | null {
    return this.policy.body ?? null;
  }
}

@ObjectType('Phase', { description: 'A window of a district’s calendar for one service.' })
export class PhaseView {
  constructor(
    private readonly phase: Pick<Phase, 'kind' | 'opensAt' | 'closesAt'>,
    private readonly now: Date,
  ) {}

  @Field(() => PhaseKindEnum, { description: 'What the window is for.' })
  get kind(): PhaseKind {
    return this.phase.kind;
  }

  @Field(() => GraphQLDateTime, { description: 'The first instant at which it is open.' })
  get opensAt(): Date {
    return this.phase.opensAt;
  }

  @Field(() => GraphQLDateTime, { description: 'The first instant at which it is closed again.' })
  get closesAt(): Date {
    return this.phase.closesAt;
  }

  @Field(() => Boolean, { description: 'Whether it is open now, by the server’s clock.' })
  get open(): boolean {
    return isOpen(this.phase, this.now);
  }
}

@ObjectType('DistrictQuestion', {
  description:
    'A question that one district asks in addition to the common form. The server checks the answers.',
})
export class DistrictQuestionView {
  constructor(
    private readonly question: DistrictQuestion,
    private readonly language: Language,
  ) {}

  @Field(() => String, {
    description: 'Key under which the answer is given; unique within a district and service.',
  })
  get key(): string {
    return this.question.key;
  }

  @Field(() => String, { description: 'The question, in the reader’s language.' })
  get label(): string {
    return questionLabel(this.question, this.language);
  }

  @Field(() => String, { nullable: true, description: 'Why it is asked and where the answer is found.' })
  get help(): string | null {
    return (this.language === 'en' ? this.question.helpEn : this.question.help) ?? null;
  }

  @Field(() => QuestionKindEnum, { description: 'Kind of answer.' })
  get kind(): QuestionKind {
    return this.question.kind;
  }

  @Field(() => Boolean, { description: 'Whether an answer is needed to submit the details.' })
  get required(): boolean {
    return this.question.required;
  }

  @Field(() => [String], {
    nullable: true,
    description:
      'The values that an answer can have, the same in every language; null unless the kind is CHOICE.',
  })
  get choices(): string[] | null {
    return this.question.choices ?? null;
  }

  @Field(() => [FormChoiceView], {
    nullable: true,
    description:
      'The same choices with their labels in the reader’s language; null unless the kind is CHOICE.',
  })
  get options(): FormChoiceView[] | null {
    return optionsOf(this.question)?.map((option) => new FormChoiceView(option, this.language)) ?? null;
  }
}
