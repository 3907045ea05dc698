import type { Language } from '@enrolment/rulebook/refusal.js';
import { Ctx, Field, ObjectType } from 'type-graphql';
import type { Context } from '../context.js';
import { DistrictView } from '../district/district.type.js';
import type { School } from './school.entity.js';

@ObjectType('School', { description: 'A primary school.' })
export class SchoolView {
  constructor(
    private readonly school: School,
    private readonly language: Language,
  ) {}

  @Field(() => String, { description: 'Code of the school: the entry code of its district and a number.' })
  get code(): string {
    return this.school.code;
  }

  @Field(() => String, { description: 'Name in the reader’s language.' })
  get name(): string {
    return this.language === 'en' ? this.school.nameEn : this.school.name;
  }

  @Field(() => DistrictView, { description: 'The district that it belongs to.' })
  async district(@Ctx() { districts }: Context): Promise<DistrictView> {
    return new DistrictView((await districts.byCode.load(this.school.district))!, this.language);
  }

  @Field(() => String, { nullable: true, description: 'Address, in Chinese.' })
  get address(): string | null {
    return this.school.address ?? null;
  }

  @Field(() => String, { nullable: true, description: 'Phone of the school.' })
  get phone(): string | null {
    return this.school.phone ?? null;
  }
}
