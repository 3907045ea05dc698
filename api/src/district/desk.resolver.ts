import type { Action } from '@enrolment/rulebook/access.js';
import { Refused } from '@enrolment/rulebook/refusal.js';
import { Arg, Authorized, createUnionType, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { actorOf, type Context } from '../context.js';
import { RefusedView } from '../refusal.type.js';
import { DistrictDeskInput, DistrictDeskView } from './desk.type.js';

const DistrictDeskResult = createUnionType({
  name: 'DistrictDeskResult',
  description: 'Phones and desk as they are now, or the reasons why nothing was changed.',
  types: () => [DistrictDeskView, RefusedView] as const,
});

const DISTRICT = { description: 'Entry code of the district.' };

@Resolver()
export class DeskResolver {
  @Authorized<Action>('EDIT_OWN_DATA')
  @Query(() => DistrictDeskView, {
    nullable: true,
    description:
      'For administrators of the district, and of the city: its phones and desk in both languages, with their versions; null both for a district that does not exist and for one that is not theirs.',
  })
  async districtDesk(
    @Arg('district', () => String, DISTRICT) district: string,
    @Ctx() context: Context,
  ): Promise<DistrictDeskView | null> {
    const { em, services, language } = context;
    const found = await services.desks.find(em, actorOf(context), district);
    return found && new DistrictDeskView(found, language);
  }

  @Authorized<Action>('EDIT_OWN_DATA')
  @Mutation(() => DistrictDeskResult, {
    description:
      'For administrators of the district: sets its phones and desk. Families see them at once. It is a new version, and audited. FORBIDDEN both for a district that does not exist and for one that is not theirs; STALE_VERSION when somebody has changed them meanwhile.',
  })
  async setDistrictDesk(
    @Arg('district', () => String, DISTRICT) district: string,
    @Arg('input', () => DistrictDeskInput, { description: 'Phones and desk as they are to be.' })
    { hotline, deskAddress, deskAddressEn, deskHours, deskHoursEn }: DistrictDeskInput,
    @Arg('revision', () => Int, { description: 'The revision that the change is made to.' }) seen: number,
    @Ctx() context: Context,
  ): Promise<DistrictDeskView | RefusedView> {
    const { em, services, language } = context;
    const set = await services.desks.set(em, actorOf(context), {
      district,
      seen,
      hotline,
      deskAddress: deskAddress ?? null,
      deskAddressEn: deskAddressEn ?? null,
      deskHours: deskHours ?? null,
      deskHoursEn: deskHoursEn ?? null,
    });
    return set instanceof Refused
      ? new RefusedView(set.refusals, language)
      : new DistrictDeskView(set, language);
  }
}
