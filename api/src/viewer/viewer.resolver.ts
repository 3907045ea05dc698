import { Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { DistrictView } from '../district/district.type.js';
import type { RoleGrant } from '../platform/identity.js';
import type { Role } from '../vocabulary.js';
import { School } from '../school/school.entity.js';
import { SchoolView } from '../school/school.type.js';
import { RoleEnum } from '../vocabulary.type.js';

@ObjectType('RoleGrant', { description: 'What a person may be, and where.' })
export class RoleGrantView {
  constructor(readonly grant: RoleGrant) {}

  @Field(() => RoleEnum, { description: 'Which role.' })
  get role(): Role {
    return this.grant.role;
  }
}

@ObjectType('Viewer', { description: 'Who is signed in, as the city’s identity provider says.' })
export class ViewerView {
  constructor(private readonly context: Context) {}

  @Field(() => String, { description: 'Name.' })
  get name(): string {
    return this.context.viewer!.name;
  }

  @Field(() => String, {
    nullable: true,
    description: 'The viewer’s own phone, whole, when the provider knows it.',
  })
  get phone(): string | null {
    return this.context.viewer!.phone;
  }

  @Field(() => [RoleGrantView], {
    description: 'Roles; none for a person who is nothing but a guardian to be.',
  })
  get roles(): RoleGrantView[] {
    return this.context.viewer!.roles.map((grant) => new RoleGrantView(grant));
  }
}

@Resolver(() => RoleGrantView)
export class ViewerResolver {
  @Query(() => ViewerView, { nullable: true, description: 'Who is signed in; null when signed out.' })
  viewer(@Ctx() context: Context): ViewerView | null {
    return context.viewer && new ViewerView(context);
  }

  @FieldResolver(() => DistrictView, {
    nullable: true,
    description: 'In which district, for district staff and registrars.',
  })
  async district(
    @Root() { grant }: RoleGrantView,
    @Ctx() { districts, language }: Context,
  ): Promise<DistrictView | null> {
    const district = grant.district === null ? null : await districts.byCode.load(grant.district);
    return district && new DistrictView(district, language);
  }

  @FieldResolver(() => SchoolView, { nullable: true, description: 'At which school, for registrars.' })
  async school(
    @Root() { grant }: RoleGrantView,
    @Ctx() { em, language }: Context,
  ): Promise<SchoolView | null> {
    const school = grant.school === null ? null : await em.findOne(School, { code: grant.school });
    return school && new SchoolView(school, language);
  }
}
