import { maskDocument, maskName } from '@enrolment/rulebook/masking.js';
import type { DocumentType, Sex } from '@enrolment/rulebook/vocabulary.js';
import { Ctx, Field, ObjectType } from 'type-graphql';
import type { Context } from '../context.js';
import { GuardianView } from '../guardian/guardian.type.js';
import type { DataKey } from '../platform/keys.js';
import { GuardianInWords, type ChildInWords } from '../record/people.js';
import type { RecordFacts } from '../record/record.statements.js';
import { CalendarDate } from '../scalars.js';
import { DocumentTypeEnum, SexEnum } from '../vocabulary.type.js';

@ObjectType('Child', { description: '适龄儿童: a child of school age, as registered.' })
export class ChildView {
  constructor(
    private readonly child: ChildInWords,
    private readonly record: RecordFacts,
    private readonly key: DataKey,
  ) {}

  @Field(() => String, { description: 'Name as on the household register or document.' })
  get name(): string {
    return this.child.name;
  }

  @Field(() => String, {
    description: 'The name masked, such as 测*甲: for lists and screens that others see.',
  })
  get maskedName(): string {
    return maskName(this.child.name);
  }

  @Field(() => DocumentTypeEnum, { description: 'Kind of document.' })
  get documentType(): DocumentType {
    return this.child.documentType;
  }

  @Field(() => String, { description: 'Masked for everyone, such as 1199**********0018.' })
  get documentNumber(): string {
    return maskDocument(this.child.documentNumber);
  }

  @Field(() => String, { description: 'ISO 3166-1 alpha-2, such as CN.' })
  get nationality(): string {
    return this.child.nationality;
  }

  @Field(() => SexEnum, { description: 'Sex.' })
  get sex(): Sex {
    return this.child.sex;
  }

  @Field(() => CalendarDate, { description: 'Birth date.' })
  get birthDate(): string {
    return this.child.birthDate;
  }

  @Field(() => String, {
    nullable: true,
    description: 'GB/T 2260 province code of the hukou, such as 130000; null for a child without hukou.',
  })
  get hukouProvince(): string | null {
    return this.record.hukouProvince ?? null;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Entry code of the district of the hukou; null unless the hukou is in Beijing.',
  })
  get hukouDistrict(): string | null {
    return this.record.hukouDistrict ?? null;
  }

  @Field(() => String, { description: 'Entry code of the district of residence.' })
  get residenceDistrict(): string {
    return this.record.residenceDistrict!;
  }

  @Field(() => String, {
    nullable: true,
    description:
      '街道 or township of the home, as submitted last; null before that, and where the home is not asked for.',
  })
  get residenceSubdistrict(): string | null {
    return this.record.residenceSubdistrict ?? null;
  }

  @Field(() => [GuardianView], { description: 'The child’s guardians, the first one first.' })
  async guardians(@Ctx() { records }: Context): Promise<GuardianView[]> {
    const rows = await records.guardians.load(this.record.id);
    return rows.map((row) => new GuardianView(new GuardianInWords(row, this.key)));
  }
}
