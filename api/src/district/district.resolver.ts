import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import type { ServiceKind } from '../vocabulary.js';
import { ServiceKindEnum } from '../vocabulary.type.js';
import { District } from './district.entity.js';
import { DistrictQuestionView, DistrictView, PhaseView, PolicyView } from './district.type.js';

const SERVICE = { description: 'Which service’s.' };

@Resolver(() => DistrictView)
export class DistrictResolver {
  @Query(() => [DistrictView], {
    description: 'The 18 entries of the portal, in the manual’s order. No sign-in.',
  })
  async districts(@Ctx() { em, language, districts }: Context): Promise<DistrictView[]> {
    const found = await em.find(District, {}, { orderBy: { position: 'asc' } });
    for (const district of found) districts.byCode.prime(district.code, district);
    return found.map((district) => new DistrictView(district, language));
  }

  @Query(() => DistrictView, {
    nullable: true,
    description: 'One entry; null for a code that does not exist. No sign-in.',
  })
  async district(
    @Arg('code', () => String, { description: 'Entry code 01 … 18.' }) code: string,
    @Ctx() { districts, language }: Context,
  ): Promise<DistrictView | null> {
    const district = /^\d{2}$/.test(code) ? await districts.byCode.load(code) : null;
    return district && new DistrictView(district, language);
  }

  @FieldResolver(() => [PolicyView], { description: '招生政策 of the district, the most important first.' })
  async policies(@Root() { code }: DistrictView, @Ctx() { districts }: Context): Promise<PolicyView[]> {
    return (await districts.policies.load(code)).map((policy) => new PolicyView(policy));
  }

  @FieldResolver(() => [PhaseView], {
    description: 'The present season’s calendar for a service, in the order of opening.',
  })
  async schedule(
    @Root() { code }: DistrictView,
    @Arg('service', () => ServiceKindEnum, SERVICE) service: ServiceKind,
    @Ctx() { districts, now }: Context,
  ): Promise<PhaseView[]> {
    return (await districts.schedule.load(`${code}/${service}`)).map((phase) => new PhaseView(phase, now));
  }

  @FieldResolver(() => [DistrictQuestionView], {
    description: 'The district’s own questions for a service, in order.',
  })
  async questions(
    @Root() { code }: DistrictView,
    @Arg('service', () => ServiceKindEnum, SERVICE) service: ServiceKind,
    @Ctx() { districts, language }: Context,
  ): Promise<DistrictQuestionView[]> {
    const questions = await districts.questions.load(`${code}/${service}`);
    return questions.map((question) => new DistrictQuestionView(question, language));
  }
}
