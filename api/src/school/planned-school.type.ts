import type { Language } from '@enrolment/rulebook/refusal.js';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { EditionView } from '../edition/edition.type.js';
import { revisionOf, SHOWN_EDITIONS } from '../edition/editions.js';
import type { PlannedSchool } from './school.service.js';

const NAME = 'Its name in Chinese, at most 60 characters.';
const NAME_EN = 'Its name in English, at most 120 characters.';
const ADDRESS = 'Its address in Chinese, at most 200 characters; null where it is not told.';
const PHONE = 'Its phone, at most 40 characters; null where it is not told.';
const QUOTA =
  '招生计划: how many children it can take in the season, from 0 to 5000; null where that is not planned. It is a plan: whoever goes beyond it is warned, not stopped.';
const CLOSED =
  'Whether it takes no more children in the season: it preregisters none and is assigned none. Those whom it has stay.';

@InputType({ description: 'A school and its plan for a season, as they are to be.' })
export class SchoolInput {
  @Field(() => String, { description: NAME })
  name!: string;

  @Field(() => String, { description: NAME_EN })
  nameEn!: string;

  @Field(() => String, { nullable: true, description: ADDRESS })
  address?: string | null;

  @Field(() => String, { nullable: true, description: PHONE })
  phone?: string | null;

  @Field(() => Int, { nullable: true, description: QUOTA })
  quota?: number | null;

  @Field(() => Boolean, { description: CLOSED })
  closed!: boolean;
}

@ObjectType('SchoolPlan', { description: 'How many children a school has in a season, and can take.' })
export class SchoolPlanView {
  constructor(protected readonly planned: PlannedSchool) {}

  @Field(() => Int, { description: 'Year of the season.' })
  get season(): number {
    return this.planned.season;
  }

  @Field(() => Int, { nullable: true, description: QUOTA })
  get quota(): number | null {
    return this.planned.plan.quota ?? null;
  }

  @Field(() => Boolean, { description: CLOSED })
  get closed(): boolean {
    return this.planned.plan.closed;
  }

  @Field(() => Int, {
    description:
      'How many children it has, of all services: preregistered by it or assigned to it, and not refused. Readers other than the district learn of an assignment or refusal with the publication.',
  })
  get taken(): number {
    return this.planned.taken;
  }
}

@ObjectType('PlannedSchool', {
  description: 'A school as the administrators of its district edit it, with its plan for a season.',
})
export class PlannedSchoolView {
  constructor(
    private readonly planned: PlannedSchool,
    private readonly language: Language,
  ) {}

  @Field(() => String, { description: 'Its code.' })
  get code(): string {
    return this.planned.school.code;
  }

  @Field(() => String, { description: NAME })
  get name(): string {
    return this.planned.school.name;
  }

  @Field(() => String, { description: NAME_EN })
  get nameEn(): string {
    return this.planned.school.nameEn;
  }

  @Field(() => String, { nullable: true, description: ADDRESS })
  get address(): string | null {
    return this.planned.school.address ?? null;
  }

  @Field(() => String, { nullable: true, description: PHONE })
  get phone(): string | null {
    return this.planned.school.phone ?? null;
  }

  @Field(() => SchoolPlanView, { description: 'Its plan for the season.' })
  get plan(): SchoolPlanView {
    return new SchoolPlanView(this.planned);
  }

  @Field(() => Int, {
    description: 'Number of its newest version, to be named with a change; 0 in a list, which has none.',
  })
  get revision(): number {
    return revisionOf(this.planned.editions);
  }

  @Field(() => [EditionView], { description: 'Its newest 20 versions, the newest first; empty in a list.' })
  get editions(): EditionView[] {
    return this.planned.editions
      .slice(0, SHOWN_EDITIONS)
      .map((edition) => new EditionView(edition, this.language));
  }
}
