import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { DistrictView } from '../district/district.type.js';
import type { ServiceKind, TreatedAsLocalGround } from '../vocabulary.js';
import { GroundEnum, ServiceKindEnum } from '../vocabulary.type.js';
import { papersFor } from './papers.js';
import { ReviewRequirementView } from './requirement.type.js';

@Resolver(() => DistrictView)
export class ReviewRequirementResolver {
  @FieldResolver(() => [ReviewRequirementView], {
    description:
      'What the district reviews for a service, in order, with the papers to have at hand. A record’s own items are in `reviewItems`.',
  })
  async reviewRequirements(
    @Root() { code: district }: DistrictView,
    @Arg('service', () => ServiceKindEnum, { description: 'Which service’s.' }) service: ServiceKind,
    @Ctx() { districts, language }: Context,
    @Arg('ground', () => GroundEnum, { nullable: true, description: 'For TREATED_AS_LOCAL alone.' })
    ground: TreatedAsLocalGround | null,
  ): Promise<ReviewRequirementView[]> {
    const [requirements, papers] = await Promise.all([
      districts.reviewed.load(`${district}/${service}`),
      districts.papers.load(`${district}/${service}`),
    ]);
    const whose = { district, service, ground: ground ?? null };
    return requirements.map(
      (requirement) =>
        new ReviewRequirementView(requirement, papersFor(papers, requirement.kind, whose), language),
    );
  }
}
