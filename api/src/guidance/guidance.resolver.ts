import { Arg, Ctx, Field, InputType, ObjectType, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { Season, Site } from '../season/season.entity.js';
import { checkBirthDate } from '../rulebook/calendar.js';
import type { Language } from '../rulebook/refusal.js';
import { BEIJING } from '../rulebook/regions.js';
import { checkGuided, explainGuidance, guide, type Guidance } from '../rulebook/service.js';
import { CalendarDate } from '../scalars.js';
import type { ServiceKind, TreatedAsLocalGround } from '../vocabulary.js';
import { GroundEnum, ServiceKindEnum } from '../vocabulary.type.js';

@InputType({ description: 'Four answers about a child; nothing of them is stored.' })
export class GuidanceInput {
  @Field(() => String, {
    description: 'ISO 3166-1 alpha-2, such as CN; ZZ for another one that need not be named.',
  })
  nationality!: string;

  @Field(() => Boolean, { description: 'Whether the child has Beijing hukou.' })
  hukouInBeijing!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'GB/T 2260 province code of the hukou, when it is not in Beijing.',
  })
  hukouRegion?: string | null;

  @Field(() => CalendarDate, { description: 'Birth date.' })
  birthDate!: string;

  @Field(() => GroundEnum, {
    nullable: true,
    description: 'A ground for being treated as local, when there is one.',
  })
  ground?: TreatedAsLocalGround | null;
}

@ObjectType('Guidance', {
  description: 'Which way is this child’s, by the same rules as the registration (manual 七).',
})
export class GuidanceView {
  constructor(
    private readonly guidance: Guidance,
    private readonly language: Language,
  ) {}

  @Field(() => ServiceKindEnum, {
    nullable: true,
    description: 'The service; null when there is none online.',
  })
  get service(): ServiceKind | null {
    return this.guidance.service;
  }

  @Field(() => GroundEnum, {
    nullable: true,
    description:
      'The ground under which the service is this child’s: as answered, or as nationality and hukou say by themselves.',
  })
  get ground(): TreatedAsLocalGround | null {
    return this.guidance.ground;
  }

  @Field(() => Boolean, { description: 'Whether the district’s education office has to be asked.' })
  get consultDistrict(): boolean {
    return this.guidance.consultDistrict;
  }

  @Field(() => String, { description: 'Why, and what to do, in the reader’s language.' })
  get reason(): string {
    return explainGuidance(this.guidance, this.language);
  }
}

@Resolver()
export class GuidanceResolver {
  @Query(() => GuidanceView, {
    description:
      'Which way is this child’s: a service, or “ask the district”, with the reason. No sign-in; nothing is stored.',
  })
  async guidance(
    @Arg('input', () => GuidanceInput, { description: 'About the child.' }) input: GuidanceInput,
    @Ctx() { em, language, now }: Context,
  ): Promise<GuidanceView> {
    const season = await em.findOneOrFail(Season, { year: { $gt: 0 } }, { orderBy: { year: 'desc' } });
    const { hotline } = await em.findOneOrFail(Site, { id: 1 });
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
    return new GuidanceView(guide(child, season, hotline), language);
  }
}
