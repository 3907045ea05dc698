import { Ctx, Field, ObjectType } from 'type-graphql';
import type { Context } from '../context.js';
import { GuardianView } from '../guardian/guardian.type.js';
import { maskDocument } from '../platform/masking.js';
import type { DataKey } from '../platform/keys.js';
import type { ChildRow } from '../record/record.loaders.js';
import type { RecordRow } from '../record/record.service.js';
import { CalendarDate } from '../scalars.js';
import type { DocumentType, Sex } from '../vocabulary.js';
import { DocumentTypeEnum, SexEnum } from '../vocabulary.type.js';

@ObjectType('Child', { description: '适龄儿童: as registered.' })
export class ChildView {
  constructor(
    private readonly row: ChildRow,
    private readonly record: RecordRow,
    private readonly key: DataKey,
  ) {}

  @Field(() => String, { description: 'Name as on the household register or document.' })
  get name(): string {
    return this.key.open('child.name', this.row.name_sealed);
  }

  @Field(() => DocumentTypeEnum, { description: 'Kind of document.' })
  get documentType(): DocumentType {
    return this.row.document_type;
  }

  @Field(() => String, { description: 'Masked for everyone, such as 1199**********0018.' })
  get documentNumber(): string {
    return maskDocument(this.key.open('child.document', this.row.document_sealed));
  }

  @Field(() => String, { description: 'ISO 3166-1 alpha-2, such as CN.' })
  get nationality(): string {
    return this.row.nationality;
  }

  @Field(() => SexEnum, { description: 'Sex.' })
  get sex(): Sex {
    return this.row.sex;
  }

  @Field(() => CalendarDate, { description: 'Birth date.' })
  get birthDate(): string {
    return this.key.open('child.birth_date', this.row.birth_date_sealed);
  }

  @Field(() => String, {
    nullable: true,
    description: 'GB/T 2260 province code of the hukou, such as 130000; null for who has none.',
  })
  get hukouProvince(): string | null {
    return this.record.hukou_province;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Entry code of the hukou’s district, only when it is in Beijing.',
  })
  get hukouDistrict(): string | null {
    return this.record.hukou_district;
  }

  @Field(() => String, { description: 'Entry code of the district of residence.' })
  get residenceDistrict(): string {
    return this.record.residence_district;
  }

  @Field(() => [GuardianView], { description: 'The child’s guardians, the first one first.' })
  async guardians(@Ctx() { records }: Context): Promise<GuardianView[]> {
    const rows = await records.guardians.load(this.record.id);
    return rows.map((row) => GuardianView.of(row, this.key));
  }
}
