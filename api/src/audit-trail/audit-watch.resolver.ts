import type { Action } from '@enrolment/rulebook/access.js';
import { UNUSUAL_DAYS } from '@enrolment/rulebook/unusual.js';
import { Arg, Authorized, Ctx, Query, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { AuditChainView, UnusualLooksView } from './audit-watch.type.js';

@Resolver()
export class AuditWatchResolver {
  @Authorized<Action>('WATCH_AUDIT')
  @Query(() => AuditChainView, {
    description: 'For administrators: whether the audit trail is as it was written, in the whole city.',
  })
  async auditChain(@Ctx() context: Context): Promise<AuditChainView> {
    const { em, services } = context;
    return new AuditChainView(await services.auditWatch.state(em, actorOf(context)));
  }

  @Authorized<Action>('WATCH_AUDIT')
  @Query(() => [UnusualLooksView], {
    description: `For administrators: looks at whole numbers that are unusual, and looks of staff at their own families, of the last ${UNUSUAL_DAYS} days, the newest day first. FORBIDDEN for another district.`,
  })
  async unusualLooks(
    @Arg('district', () => String, {
      nullable: true,
      description: 'Of this district alone, by its code; all that the viewer administers when left out.',
    })
    district: string | null,
    @Ctx() context: Context,
  ): Promise<UnusualLooksView[]> {
    const { em, services, language } = context;
    const found = await services.auditWatch.unusual(em, actorOf(context), district ?? null);
    return found.map((one) => new UnusualLooksView(one, language));
  }
}
