import type { Department, ReviewItemKind, Role } from '@enrolment/rulebook/vocabulary.js';
import { Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { DistrictView } from '../district/district.type.js';
import type { RoleGrant } from '../platform/identity.js';
import { SchoolView } from '../school/school.type.js';
import { DepartmentEnum, ReviewItemKindEnum, RoleEnum } from '../vocabulary.type.js';

@ObjectType('RoleGrant', { description: 'A role, and where it holds.' })
class RoleGrantView {
  constructor(readonly grant: RoleGrant) {}

  @Field(() => RoleEnum, { description: 'The role.' })
  get role(): Role {
    return this.grant.role;
  }

  @Field(() => [String], { description: 'The subdistricts of a subdistrict officer; empty for other roles.' })
  get subdistricts(): readonly string[] {
    return this.grant.subdistricts ?? [];
  }

  @Field(() => DepartmentEnum, {
    nullable: true,
    description: 'The department of a department reviewer; null for other roles.',
  })
  get department(): Department | null {
    return this.grant.department ?? null;
  }

  @Field(() => [ReviewItemKindEnum], {
    description: 'The review items that a department reviewer decides; empty for other roles.',
  })
  get items(): readonly ReviewItemKind[] {
    return this.grant.items ?? [];
  }
}

@ObjectType('Viewer', {
  description:
    'The signed-in person, as the city’s identity provider knows them, with the roles that they were given here.',
})
class ViewerView {
  constructor(private readonly context: Context) {}

  @Field(() => String, { description: 'Name.' })
  get name(): string {
    return this.context.viewer!.name;
  }

  @Field(() => String, {
    nullable: true,
    description: 'The viewer’s own phone, whole; null when the identity provider does not tell it.',
  })
  get phone(): string | null {
    return this.context.viewer!.phone;
  }

  @Field(() => String, {
    description:
      'What the identity provider calls the viewer, the claim `sub`: whoever is to be given a role tells it to an administrator.',
  })
  get account(): string {
    return this.context.viewer!.subject;
  }

  @Field(() => [RoleGrantView], {
    description: 'The roles that the viewer holds at this moment; empty for a person without any.',
  })
  get roles(): RoleGrantView[] {
    return this.context.viewer!.roles.map((grant) => new RoleGrantView(grant));
  }
}

@Resolver(() => RoleGrantView)
export class ViewerResolver {
  @Query(() => ViewerView, { nullable: true, description: 'The signed-in person; null when signed out.' })
  viewer(@Ctx() context: Context): ViewerView | null {
    return context.viewer && new ViewerView(context);
  }

  @FieldResolver(() => DistrictView, {
    nullable: true,
    description: 'The district, for district staff and registrars; null for other roles.',
  })
  async district(
    @Root() { grant }: RoleGrantView,
    @Ctx() { districts, language }: Context,
  ): Promise<DistrictView | null> {
    const district = grant.district === null ? null : await districts.byCode.load(grant.district);
    return district && new DistrictView(district, language);
  }

  @FieldResolver(() => SchoolView, {
    nullable: true,
    description: 'The school, for registrars; null for other roles.',
  })
  async school(
    @Root() { grant }: RoleGrantView,
    @Ctx() { reference, language }: Context,
  ): Promise<SchoolView | null> {
    const school = grant.school === null ? null : (await reference.schools()).get(grant.school);
    return school ? new SchoolView(school, language) : null;
  }
}
