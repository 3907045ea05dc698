import { checkBirthDate } from '@enrolment/rulebook/birth-date.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import { BEIJING } from '@enrolment/rulebook/regions.js';
import { checkGuided, explainGuidance, guide, type Guidance } from '@enrolment/rulebook/service.js';
import type { ServiceKind, TreatedAsLocalGround } from '@enrolment/rulebook/vocabulary.js';
import { Arg, Ctx, Field, InputType, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { notSetUp } from '../platform/errors.js';
import { CalendarDate } from '../scalars.js';
import { GroundEnum, ServiceKindEnum } from '../vocabulary.type.js';

@InputType({ description: 'Four answers about a child; none of them is stored.' })
export class GuidanceInput {
  @Field(() => String, {
    description: 'ISO 3166-1 alpha-2, such as CN; ZZ for any other nationality.',
  })
  nationality!: string;

  @Field(() => Boolean, { description: 'Whether the child has Beijing hukou.' })
  hukouInBeijing!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'GB/T 2260 province code of the hukou; left out when it is in Beijing or there is none.',
  })
  hukouRegion?: string | null;

  @Field(() => CalendarDate, { description: 'Birth date.' })
  birthDate!: string;

  @Field(() => GroundEnum, {
    nullable: true,
    description: 'A ground for being treated as local, if there is one.',
  })
  ground?: TreatedAsLocalGround | null;
}

@ObjectType('Guidance', {
  description: 'The way for this child, by the same rules as the registration (manual 七).',
})
class GuidanceView {
  constructor(
    private readonly guidance: Guidance,
    private readonly language: Language,
  ) {}

  @Field(() => ServiceKindEnum, {
    nullable: true,
    description: 'The service; null when none is open to the child online.',
  })
  get service(): ServiceKind | null {
    return this.guidance.service;
  }

  @Field(() => GroundEnum, {
    nullable: true,
    description:
      'The ground that leads to the service: the one answered, or the one that follows from nationality and hukou. null without one.',
  })
  get ground(): TreatedAsLocalGround | null {
    return this.guidance.ground;
  }

  @Field(() => Boolean, { description: 'Whether the family has to ask the district’s education commission.' })
  get consultDistrict(): boolean {
    return this.guidance.consultDistrict;
  }

  @Field(() => String, { description: 'The reason, and what to do, in the reader’s language.' })
  get reason(): string {
    return explainGuidance(this.guidance, this.language);
  }
}

@Resolver()
export class GuidanceResolver {
  @Query(() => GuidanceView, {
    description:
      'The way for this child: a service, or “ask the district”, with the reason. Needs no sign-in; nothing is stored.',
  })
  async guidance(
    @Arg('input', () => GuidanceInput, { description: 'About the child.' }) input: GuidanceInput,
    @Ctx() { language, now, reference, seasons }: Context,
  ): Promise<GuidanceView> {
    const season = await seasons.present();
    const site = await reference.site();
    if (!site) throw notSetUp();
    const child = {
      nationality: input.nationality,
      hukouProvince: input.hukouInBeijing ? BEIJING : input.hukouRegion || null,
      ground: input.ground ?? null,
      birthDate: input.birthDate,
    };
    const [malformed] = [...checkGuided(child), ...checkBirthDate(child.birthDate, now, 'birthDate')];
    if (malformed)
      return new GuidanceView(
        { service: null, consultDistrict: false, ground: null, refusal: malformed },
        language,
      );
    return new GuidanceView(guide(child, season, site.hotline), language);
  }
}
