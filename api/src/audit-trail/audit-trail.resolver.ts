import type { Action } from '@enrolment/rulebook/access.js';
import { isCalendarDate } from '@enrolment/rulebook/calendar.js';
import { endOfDay, startOfDay } from '@enrolment/rulebook/wall-clock.js';
import { Arg, Authorized, Ctx, Int, Query, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { DEFAULT_PAGE, PAGE_LIMIT } from '../paging.js';
import { ApiError } from '../platform/errors.js';
import { CollectionNumber } from '../scalars.js';
import type { TrailFilters } from './audit-trail.statements.js';
import { AuditConnectionView, AuditFilter } from './audit-trail.type.js';
import { placeNames } from './place-names.js';

@Resolver()
export class AuditTrailResolver {
  @Authorized<Action>('READ_AUDIT_TRAIL')
  @Query(() => AuditConnectionView, {
    description:
      'The audit trail, newest first: who looked at a record and who did what. District staff read their district’s entries, municipal administrators read all, guardians read those of the records that they handle. FORBIDDEN both for a record that does not exist and for one that is not the viewer’s.',
  })
  async auditTrail(
    @Arg('number', () => CollectionNumber, {
      nullable: true,
      description: 'Only the entries of this record; if left out, all that the viewer may read.',
    })
    number: string | null,
    @Arg('filter', () => AuditFilter, {
      nullable: true,
      description: 'Which of these entries; every one when left out.',
    })
    filter: AuditFilter | null,
    @Arg('first', () => Int, {
      nullable: true,
      defaultValue: DEFAULT_PAGE,
      description: `The number of entries, at most ${PAGE_LIMIT}.`,
    })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'The endCursor of the previous page.' })
    after: string | null,
    @Ctx() context: Context,
  ): Promise<AuditConnectionView> {
    const { em, services, reference, language } = context;
    const from = { first: first ?? DEFAULT_PAGE, after: after ?? null };
    const asked = { number: number ?? null, filters: filtersOf(filter ?? {}) };
    const page = await services.auditTrail.page(em, actorOf(context), asked, from);
    return new AuditConnectionView(page, after ?? null, await placeNames(reference), language);
  }
}

function filtersOf({ kind, actor, district, from, to }: Partial<AuditFilter>): TrailFilters {
  for (const [name, day] of Object.entries({ from, to }))
    if (day != null && !isCalendarDate(day))
      throw new ApiError('BAD_USER_INPUT', { message: `filter.${name} must be a day of the calendar.` });
  return {
    kind: kind ?? null,
    actor: actor ?? null,
    district: district ?? null,
    from: from == null ? null : startOfDay(from),
    to: to == null ? null : endOfDay(to),
  };
}
