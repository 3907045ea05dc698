import type { Language } from '@enrolment/rulebook/refusal.js';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { EditionView } from '../edition/edition.type.js';
import { revisionOf, SHOWN_EDITIONS } from '../edition/editions.js';
import type { EditedDesk } from './desk.service.js';

const HOTLINE = '招生电话: at least one and at most 10, of at most 40 characters each.';
const ADDRESS = 'Address of the desk in Chinese, at most 120 characters; null where there is none.';
const ADDRESS_EN = 'The same in English, at most 200 characters.';
const HOURS = 'Hours of desk and phones in Chinese, at most 80 characters; null where they are not told.';
const HOURS_EN = 'The same in English, at most 120 characters.';

@InputType({ description: 'A district’s phones and desk, in both languages.' })
export class DistrictDeskInput {
  @Field(() => [String], { description: HOTLINE })
  hotline!: string[];

  @Field(() => String, { nullable: true, description: ADDRESS })
  deskAddress?: string | null;

  @Field(() => String, { nullable: true, description: ADDRESS_EN })
  deskAddressEn?: string | null;

  @Field(() => String, { nullable: true, description: HOURS })
  deskHours?: string | null;

  @Field(() => String, { nullable: true, description: HOURS_EN })
  deskHoursEn?: string | null;
}

@ObjectType('DistrictDesk', {
  description: '招生电话和窗口: a district’s phones and desk, as its administrators edit them.',
})
export class DistrictDeskView {
  constructor(
    private readonly desk: EditedDesk,
    private readonly language: Language,
  ) {}

  @Field(() => [String], { description: HOTLINE })
  get hotline(): string[] {
    return this.desk.district.hotline;
  }

  @Field(() => String, { nullable: true, description: ADDRESS })
  get deskAddress(): string | null {
    return this.desk.district.deskAddress ?? null;
  }

  @Field(() => String, { nullable: true, description: ADDRESS_EN })
  get deskAddressEn(): string | null {
    return this.desk.district.deskAddressEn ?? null;
  }

  @Field(() => String, { nullable: true, description: HOURS })
  get deskHours(): string | null {
    return this.desk.district.deskHours ?? null;
  }

  @Field(() => String, { nullable: true, description: HOURS_EN })
  get deskHoursEn(): string | null {
    return this.desk.district.deskHoursEn ?? null;
  }

  @Field(() => Int, {
    description:
      'Number of its newest version, to be named with a change; 0 where nobody has changed what was set up.',
  })
  get revision(): number {
    return revisionOf(this.desk.editions);
  }

  @Field(() => [EditionView], { description: 'Its newest 20 versions, the newest first.' })
  get editions(): EditionView[] {
    return this.desk.editions
      .slice(0, SHOWN_EDITIONS)
      .map((edition) => new EditionView(edition, this.language));
  }
}
