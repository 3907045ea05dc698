import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, createUnionType, Ctx, Mutation, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { PhaseView } from '../district/district.type.js';
import { Refused, RefusedView } from '../refusal.type.js';
import type { PhaseKind, ServiceKind } from '../vocabulary.js';
import { PhaseKindEnum, ServiceKindEnum } from '../vocabulary.type.js';

export const PhaseResult = createUnionType({
  name: 'PhaseResult',
  description: 'The window as it is now, or why it was not changed.',
  types: () => [PhaseView, RefusedView] as const,
});

@Resolver()
export class CalendarResolver {
  @Mutation(() => PhaseResult, {
    description:
      'Administrators of the district: sets a window of the present season’s calendar. It holds from the next request on; each change is audited.',
  })
  async setPhase(
    @Arg('district', () => String, { description: 'Entry code of the administrator’s own district.' })
    district: string,
    @Arg('service', () => ServiceKindEnum, { description: 'Which service.' }) service: ServiceKind,
    @Arg('kind', () => PhaseKindEnum, { description: 'Which window.' }) kind: PhaseKind,
    @Arg('opensAt', () => GraphQLDateTime, { description: 'The first instant at which it is open.' })
    opensAt: Date,
    @Arg('closesAt', () => GraphQLDateTime, { description: 'The first instant at which it is closed again.' })
    closesAt: Date,
    @Ctx() context: Context,
  ): Promise<PhaseView | RefusedView> {
    const { em, services, language, now } = context;
    const change = { district, service, kind, opensAt, closesAt };
    const result = await services.calendar.setPhase(em, actorOf(context), change);
    return result instanceof Refused
      ? new RefusedView(result.refusals, language)
      : new PhaseView(result, now);
  }
}
