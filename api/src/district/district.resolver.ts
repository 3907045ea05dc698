import { businessDay } from '@enrolment/rulebook/calendar.js';
import { openOn } from '@enrolment/rulebook/subdistrict-list.js';
import type { PhaseKind, ServiceKind } from '@enrolment/rulebook/vocabulary.js';
import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { PhaseKindEnum, ServiceKindEnum } from '../vocabulary.type.js';
import {
  DistrictQuestionView,
  DistrictView,
  PhaseView,
  PolicyView,
  SubdistrictView,
} from './district.type.js';

export const SEASON = {
  nullable: true,
  description: 'Year of the season; the present season when left out.',
};
const SERVICE = { description: 'The service that it is about.' };

@Resolver(() => DistrictView)
export class DistrictResolver {
  @Query(() => [DistrictView], {
    description: 'The 18 entries of the portal, in the manual’s order. Needs no sign-in.',
  })
  async districts(@Ctx() { language, reference }: Context): Promise<DistrictView[]> {
    const districts = await reference.districts();
    return [...districts.values()].map((district) => new DistrictView(district, language));
  }

  @Query(() => DistrictView, {
    nullable: true,
    description: 'One entry of the portal; null for a code that does not exist. Needs no sign-in.',
  })
  async district(
    @Arg('code', () => String, { description: 'Entry code 01 … 18.' }) code: string,
    @Ctx() { districts, language }: Context,
  ): Promise<DistrictView | null> {
    const district = /^\d{2}$/.test(code) ? await districts.byCode.load(code) : null;
    return district && new DistrictView(district, language);
  }

  @FieldResolver(() => [PolicyView], { description: '招生政策 of the district, the most important first.' })
  async policies(
    @Root() { code }: DistrictView,
    @Arg('season', () => Int, SEASON) year: number | null,
    @Ctx() { districts, seasons }: Context,
  ): Promise<PolicyView[]> {
    const season = await seasons.shown(year ?? null);
    const policies = season ? await districts.policies.load(`${season.year}/${code}`) : [];
    return policies.map((policy) => new PolicyView(policy));
  }

  @FieldResolver(() => [SubdistrictView], {
    description:
      'The subdistricts that can be chosen today for a home in the district, in order; empty where it lists none.',
  })
  async subdistricts(
    @Root() { code }: DistrictView,
    @Ctx() { reference, language, now }: Context,
  ): Promise<SubdistrictView[]> {
    const listed = (await reference.subdistricts()).get(code) ?? [];
    return openOn(listed, businessDay(now)).map((one) => new SubdistrictView(one, language));
  }

  @FieldResolver(() => [PhaseView], {
    description:
      'The calendar of a service in a season, in the order of opening; empty for a season that is not open yet.',
  })
  async schedule(
    @Root() { code }: DistrictView,
    @Arg('service', () => ServiceKindEnum, SERVICE) service: ServiceKind,
    @Arg('season', () => Int, SEASON) year: number | null,
    @Arg('kind', () => PhaseKindEnum, {
      nullable: true,
      description: 'Only the window of this kind; every window when left out.',
    })
    kind: PhaseKind | null,
    @Ctx() { districts, now, seasons }: Context,
  ): Promise<PhaseView[]> {
    const season = await seasons.shown(year ?? null);
    const phases = season ? await districts.schedule.load(`${season.year}/${code}/${service}`) : [];
    return phases.filter((phase) => !kind || phase.kind === kind).map((phase) => new PhaseView(phase, now));
  }

  @FieldResolver(() => [DistrictQuestionView], {
    description: 'The district’s own questions for a service, in the order of the form.',
  })
  async questions(
    @Root() { code }: DistrictView,
    @Arg('service', () => ServiceKindEnum, SERVICE) service: ServiceKind,
    @Arg('season', () => Int, SEASON) year: number | null,
    @Ctx() { districts, language, seasons }: Context,
  ): Promise<DistrictQuestionView[]> {
    const season = await seasons.shown(year ?? null);
    const questions = season ? await districts.questions.load(`${season.year}/${code}/${service}`) : [];
    return questions.map((question) => new DistrictQuestionView(question, language));
  }
}
