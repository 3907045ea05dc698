import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { PAGE_LIMIT } from '../paging.type.js';
import { CollectionNumber } from '../scalars.js';
import { AuditConnectionView } from './audit-trail.type.js';

const DEFAULT_PAGE = 50;

@Resolver()
export class AuditTrailResolver {
  @Query(() => AuditConnectionView, {
    description:
      'Who looked at a record and who did what, newest first. Officers: their district’s; municipal: all; guardians: of the records that they handle. FORBIDDEN alike for what does not exist and for what is not the viewer’s.',
  })
  async auditTrail(
    @Arg('number', () => CollectionNumber, {
      nullable: true,
      description: 'Of one record; without it, of everything that the viewer may read.',
    })
    number: string | null,
    @Arg('first', () => Int, {
      ...{ nullable: true, defaultValue: DEFAULT_PAGE },
      description: `How many, at most ${PAGE_LIMIT}.`,
    })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'endCursor of the page before.' })
    after: string | null,
    @Ctx() context: Context,
  ): Promise<AuditConnectionView> {
    const { em, services, language } = context;
    const from = { first: first ?? DEFAULT_PAGE, after: after ?? null };
    const page = await services.auditTrail.page(em, actorOf(context), number ?? null, from);
    return new AuditConnectionView(page, after ?? null, language);
  }
}
