import type { ServiceKind, TreatedAsLocalGround } from '@enrolment/rulebook/vocabulary.js';
import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { SEASON } from '../district/district.resolver.js';
import { DistrictView } from '../district/district.type.js';
import { GroundEnum, ServiceKindEnum } from '../vocabulary.type.js';
import { papersFor } from '@enrolment/rulebook/papers.js';
import { ReviewRequirementView } from './requirement.type.js';

@Resolver(() => DistrictView)
export class ReviewRequirementResolver {
  @FieldResolver(() => [ReviewRequirementView], {
    description:
      'What the district reviews for a service, in order, with the papers to have at hand. The items of one record are in `CollectionRecord.reviewItems`.',
  })
  async reviewRequirements(
    @Root() { code: district }: DistrictView,
    @Arg('service', () => ServiceKindEnum, { description: 'The service that it is about.' })
    service: ServiceKind,
    @Ctx() { districts, language, seasons }: Context,
    @Arg('season', () => Int, SEASON) year: number | null,
    @Arg('ground', () => GroundEnum, { nullable: true, description: 'For TREATED_AS_LOCAL alone.' })
    ground: TreatedAsLocalGround | null,
  ): Promise<ReviewRequirementView[]> {
    const season = await seasons.shown(year ?? null);
    if (!season) return [];
    const key = `${season.year}/${district}/${service}` as const;
    const [requirements, papers] = await Promise.all([
      districts.reviewed.load(key),
      districts.papers.load(key),
    ]);
    const whose = { district, service, ground: ground ?? null };
    return requirements.map(
      (requirement) =>
        new ReviewRequirementView(requirement, papersFor(papers, requirement.kind, whose), language),
    );
  }
}
