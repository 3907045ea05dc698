import type { Action } from '@enrolment/rulebook/access.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import { isStaffRole } from '@enrolment/rulebook/staff-grant.js';
import { GraphQLDateTime } from 'graphql-scalars';
import {
  Arg,
  Authorized,
  createUnionType,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { DistrictView } from '../district/district.type.js';
import { DEFAULT_PAGE, PAGE_LIMIT, pageOf } from '../paging.js';
import { forbidden } from '../platform/errors.js';
import { RefusedView } from '../refusal.type.js';
import { SchoolView } from '../school/school.type.js';
import type { EditedGrant } from './staff-grant.service.js';
import { GiveRoleInput, StaffGrantConnectionView, StaffGrantView } from './staff-grant.type.js';

const StaffGrantResult = createUnionType({
  name: 'StaffGrantResult',
  description: 'The role as it is now, or the reasons why nothing was changed.',
  types: () => [StaffGrantView, RefusedView] as const,
});

const WHICH = { description: 'Id of the role that was given.' };
const SEEN = {
  description: 'The revision that the change is made to; STALE_VERSION when somebody has changed it since.',
};

@Resolver(() => StaffGrantView)
export class StaffGrantResolver {
  @Authorized<Action>('GIVE_ROLES')
  @Query(() => StaffGrantConnectionView, {
    description:
      'For administrators: who holds which role in a district, or in the whole city for its administrators, newest first. FORBIDDEN for other districts.',
  })
  async staffGrants(
    @Arg('district', () => String, {
      nullable: true,
      description: 'Entry code of the district; null for the whole city.',
    })
    district: string | null,
    @Arg('past', () => Boolean, {
      defaultValue: false,
      description: 'Whether to include roles that have ended or were taken away.',
    })
    past: boolean,
    @Arg('called', () => String, {
      nullable: true,
      description:
        'Only the roles of people with this whole name, however its blanks and digits are written; null for everybody.',
    })
    called: string | null,
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: DEFAULT_PAGE,
      description: `The number of roles, at most ${PAGE_LIMIT}.`,
    })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'The endCursor of the previous page.' })
    after: string | null,
    @Ctx() context: Context,
  ): Promise<StaffGrantConnectionView> {
    const page = pageOf(first, after);
    const asked = {
      ...page,
      first: page.first + 1,
      district: district ?? null,
      past,
      called: called ?? null,
    };
    const grants = await context.services.staffGrants.list(context.em, actorOf(context), asked);
    return new StaffGrantConnectionView(grants, page, context);
  }

  @Authorized<Action>('GIVE_ROLES')
  @Query(() => StaffGrantView, {
    nullable: true,
    description:
      'For administrators: one of the roles that were given, with its versions; null both for one that does not exist and for one that is not theirs.',
  })
  async staffGrant(
    @Arg('id', () => ID, WHICH) id: string,
    @Ctx() context: Context,
  ): Promise<StaffGrantView | null> {
    const found = await context.services.staffGrants.find(context.em, actorOf(context), id);
    return found && StaffGrantView.edited(found, context);
  }

  @Authorized<Action>('GIVE_ROLES')
  @Mutation(() => StaffGrantResult, {
    description:
      'For administrators: gives somebody a role. The city gives the roles of administrators, a district the other roles of the district; FORBIDDEN otherwise. Refused for oneself, and for whoever has it already. It is audited, and whoever holds it is told.',
  })
  async giveRole(
    @Arg('input', () => GiveRoleInput, { description: 'Who gets which role, where and how long.' })
    input: GiveRoleInput,
    @Ctx() context: Context,
  ): Promise<StaffGrantView | RefusedView> {
    if (!isStaffRole(input.role)) throw forbidden();
    const { account, name, role, endsAt } = input;
    const place = { district: input.district ?? null, school: input.school ?? null };
    const bound = {
      subdistricts: input.subdistricts ?? [],
      department: input.department ?? null,
      items: input.items ?? [],
    };
    const given = { account, name, role, ...place, ...bound, beginsAt: input.beginsAt ?? null, endsAt };
    return answer(context, await context.services.staffGrants.give(context.em, actorOf(context), given));
  }

  @Authorized<Action>('GIVE_ROLES')
  @Mutation(() => StaffGrantResult, {
    description:
      'For whoever could give the role: changes when it ends. A role that has ended then holds again. FORBIDDEN both for one that does not exist and for one that is not theirs. It is audited, and whoever holds it is told.',
  })
  async changeRoleEnd(
    @Arg('id', () => ID, WHICH) id: string,
    @Arg('revision', () => Int, SEEN) seen: number,
    @Arg('endsAt', () => GraphQLDateTime, {
      description: 'The moment at which it ends, at most 1,096 days from now.',
    })
    endsAt: Date,
    @Ctx() context: Context,
  ): Promise<StaffGrantView | RefusedView> {
    const change = { id, seen, endsAt };
    return answer(
      context,
      await context.services.staffGrants.changeEnd(context.em, actorOf(context), change),
    );
  }

  @Authorized<Action>('GIVE_ROLES')
  @Mutation(() => StaffGrantResult, {
    description:
      'For administrators of its district, or of the city: takes a role away. From the next request on it no longer holds. FORBIDDEN both for one that does not exist and for one that is not theirs. It is audited, and whoever held it is told.',
  })
  async takeRole(
    @Arg('id', () => ID, WHICH) id: string,
    @Arg('revision', () => Int, SEEN) seen: number,
    @Ctx() context: Context,
  ): Promise<StaffGrantView | RefusedView> {
    return answer(
      context,
      await context.services.staffGrants.take(context.em, actorOf(context), { id, seen }),
    );
  }

  @Authorized()
  @Query(() => [StaffGrantView], {
    description:
      'The viewer’s own roles, newest first, at most 20, including those that ended or were taken away in the last 90 days.',
  })
  async myRoles(@Ctx() context: Context): Promise<StaffGrantView[]> {
    const own = await context.services.staffGrants.own(context.em, actorOf(context));
    return own.map((grant) => new StaffGrantView(grant, context));
  }

  @Authorized()
  @Mutation(() => [StaffGrantView], {
    description: 'Notes that the viewer has read the changes of her roles, and returns the roles.',
  })
  async noteMyRoles(@Ctx() context: Context): Promise<StaffGrantView[]> {
    const own = await context.services.staffGrants.noteOwn(context.em, actorOf(context));
    return own.map((grant) => new StaffGrantView(grant, context));
  }

  @FieldResolver(() => DistrictView, {
    nullable: true,
    description: 'The district where it holds; null for a role of the whole city.',
  })
  async district(
    @Root() { grant }: StaffGrantView,
    @Ctx() { districts, language }: Context,
  ): Promise<DistrictView | null> {
    const district = grant.district == null ? null : await districts.byCode.load(grant.district);
    return district && new DistrictView(district, language);
  }

  @FieldResolver(() => SchoolView, {
    nullable: true,
    description: 'The school where it holds, for registrars; null for other roles.',
  })
  async school(
    @Root() { grant }: StaffGrantView,
    @Ctx() { reference, language }: Context,
  ): Promise<SchoolView | null> {
    const school = grant.school == null ? null : (await reference.schools()).get(grant.school);
    return school ? new SchoolView(school, language) : null;
  }
}

const answer = (context: Context, result: EditedGrant | Refused): StaffGrantView | RefusedView =>
  result instanceof Refused
    ? new RefusedView(result.refusals, context.language)
    : StaffGrantView.edited(result, context);
