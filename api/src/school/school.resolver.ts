import type { Action } from '@enrolment/rulebook/access.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import { Arg, Authorized, createUnionType, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { SEASON } from '../calendar/calendar.resolver.js';
import { actorOf, type Context } from '../context.js';
import { SEASON as SHOWN_SEASON } from '../district/district.resolver.js';
import { RefusedView } from '../refusal.type.js';
import { PlannedSchoolView, SchoolInput, SchoolPlanView } from './planned-school.type.js';
import type { PlannedSchool } from './school.service.js';

const PlannedSchoolResult = createUnionType({
  name: 'PlannedSchoolResult',
  description: 'The school as it is now, or the reasons why it was not changed.',
  types: () => [PlannedSchoolView, RefusedView] as const,
});

const DISTRICT = { description: 'Entry code of the district.' };
const SCHOOL = { description: 'Code of the school.' };

@Resolver()
export class SchoolResolver {
  @Authorized<Action>('EDIT_OWN_DATA')
  @Query(() => [PlannedSchoolView], {
    nullable: true,
    description:
      'For administrators of the district, and of the city: its schools with their plans for a season, by code; null both for a district that does not exist and for one that is not theirs.',
  })
  async plannedSchools(
    @Arg('district', () => String, DISTRICT) district: string,
    @Arg('season', () => Int, SHOWN_SEASON) season: number | null,
    @Ctx() context: Context,
  ): Promise<PlannedSchoolView[] | null> {
    const { em, services, seasons, language } = context;
    const asked = { district, season: season ?? (await seasons.present()).year };
    const found = await services.schools.list(em, actorOf(context), asked);
    return found && found.map((school) => new PlannedSchoolView(school, language));
  }

  @Authorized<Action>('EDIT_OWN_DATA')
  @Query(() => PlannedSchoolView, {
    nullable: true,
    description:
      'For administrators: one of these schools, with its versions; null both for one that does not exist and for one that is not theirs.',
  })
  async plannedSchool(
    @Arg('school', () => String, SCHOOL) code: string,
    @Arg('season', () => Int, SHOWN_SEASON) season: number | null,
    @Ctx() context: Context,
  ): Promise<PlannedSchoolView | null> {
    const { em, services, seasons, language } = context;
    const asked = { code, season: season ?? (await seasons.present()).year };
    const found = await services.schools.find(em, actorOf(context), asked);
    return found && new PlannedSchoolView(found, language);
  }

  @Authorized<Action>('PREREGISTER')
  @Query(() => SchoolPlanView, {
    description:
      'For registrars of the school: how many children it has in a season, and can take. FORBIDDEN for other schools.',
  })
  async schoolPlan(
    @Arg('school', () => String, { description: 'Code of the registrar’s own school.' }) school: string,
    @Arg('season', () => Int, SHOWN_SEASON) season: number | null,
    @Ctx() context: Context,
  ): Promise<SchoolPlanView> {
    const { em, services, seasons } = context;
    const asked = { code: school, season: season ?? (await seasons.present()).year };
    return new SchoolPlanView(await services.schools.ownPlan(em, actorOf(context), asked));
  }

  @Authorized<Action>('EDIT_OWN_DATA')
  @Mutation(() => PlannedSchoolResult, {
    description:
      'For administrators of the district: adds a school, with its plan for a season. It is a first version, and audited. FORBIDDEN both for a district that does not exist and for one that is not theirs.',
  })
  async createSchool(
    @Arg('district', () => String, DISTRICT) district: string,
    @Arg('code', () => String, {
      description: 'Its code: 4 to 10 digits that begin with the district’s. It never changes.',
    })
    code: string,
    @Arg('input', () => SchoolInput, { description: 'The school.' }) input: SchoolInput,
    @Arg('season', () => Int, SEASON) season: number | null,
    @Ctx() context: Context,
  ): Promise<PlannedSchoolView | RefusedView> {
    const { em, services } = context;
    const given = { ...contentOf(input), district, code, season: season ?? null };
    return answer(context, await services.schools.create(em, actorOf(context), given));
  }

  @Authorized<Action>('EDIT_OWN_DATA')
  @Mutation(() => PlannedSchoolResult, {
    description:
      'For administrators of the district: changes a school and its plan for a planned or open season. Families see it at once. It is a new version, and audited. FORBIDDEN both for a school that does not exist and for one that is not theirs.',
  })
  async updateSchool(
    @Arg('school', () => String, SCHOOL) code: string,
    @Arg('input', () => SchoolInput, { description: 'The school as it is to be.' }) input: SchoolInput,
    @Arg('revision', () => Int, {
      description:
        'The revision that the change is made to; STALE_VERSION when somebody has changed it since.',
    })
    seen: number,
    @Arg('season', () => Int, SEASON) season: number | null,
    @Ctx() context: Context,
  ): Promise<PlannedSchoolView | RefusedView> {
    const { em, services } = context;
    const change = { ...contentOf(input), code, seen, season: season ?? null };
    return answer(context, await services.schools.update(em, actorOf(context), change));
  }
}

const contentOf = ({ name, nameEn, address, phone, quota, closed }: SchoolInput) => ({
  name,
  nameEn,
  address: address ?? null,
  phone: phone ?? null,
  quota: quota ?? null,
  closed,
});

const answer = ({ language }: Context, result: PlannedSchool | Refused): PlannedSchoolView | RefusedView =>
  result instanceof Refused
    ? new RefusedView(result.refusals, language)
    : new PlannedSchoolView(result, language);
