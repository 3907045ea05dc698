import { GraphQLDateTime } from 'graphql-scalars';
import { Ctx, FieldResolver, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { Policy } from '../district/district.entity.js';
import { PolicyView } from '../district/district.type.js';
import { Season, Site } from './season.entity.js';
import { SeasonView, SiteView } from './season.type.js';

@Resolver(() => SiteView)
export class SeasonResolver {
  @Query(() => SeasonView, { description: 'The present season: the newest one. No sign-in.' })
  async season(@Ctx() { em }: Context): Promise<SeasonView> {
    return new SeasonView(
      await em.findOneOrFail(Season, { year: { $gt: 0 } }, { orderBy: { year: 'desc' } }),
    );
  }

  @Query(() => SiteView, {
    description: 'The city’s hotline, hours, filing numbers and policies. No sign-in.',
  })
  async site(@Ctx() { em, language }: Context): Promise<SiteView> {
    return new SiteView(await em.findOneOrFail(Site, { id: 1 }), language);
  }

  @Query(() => GraphQLDateTime, {
    description: 'The server’s clock, by which all windows, cooldowns and expiries are measured.',
  })
  now(@Ctx() { now }: Context): Date {
    return now;
  }

  @FieldResolver(() => [PolicyView], { description: 'The city’s own policies, the most important first.' })
  async policies(@Ctx() { em }: Context): Promise<PolicyView[]> {
    const policies = await em.find(Policy, { district: null }, { orderBy: { position: 'asc' } });
    return policies.map((policy) => new PolicyView(policy));
  }
}
