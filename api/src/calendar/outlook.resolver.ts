import { isOpen, type Window } from '@enrolment/rulebook/window.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { DistrictView } from '../district/district.type.js';
import { CollectionRecordView } from '../record/record.type.js';
import { calendarOf } from './windows.js';

@ObjectType('RegistrationOutlook', {
  description:
    'Whether a child of this service can be registered now, by the calendars of the record’s season. A family has to know this before it withdraws.',
})
class RegistrationOutlookView {
  constructor(
    private readonly window: Window | null,
    private readonly now: Date,
    others: readonly DistrictView[],
  ) {
    this.openDistricts = others;
  }

  @Field(() => Boolean, { description: 'Whether registration is open in the record’s own district.' })
  get open(): boolean {
    return this.window !== null && isOpen(this.window, this.now);
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'When registration in the record’s own district opens or opened; null when the district has set no window.',
  })
  get opensAt(): Date | null {
    return this.window?.opensAt ?? null;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'When registration in the record’s own district closes or closed; null when the district has set no window.',
  })
  get closesAt(): Date | null {
    return this.window?.closesAt ?? null;
  }

  @Field(() => [DistrictView], {
    description: 'The other districts whose registration for this service is open, in the portal’s order.',
  })
  readonly openDistricts: readonly DistrictView[];
}

@Resolver(() => CollectionRecordView)
export class RegistrationOutlookResolver {
  @FieldResolver(() => RegistrationOutlookView, {
    description: 'Where the child could be registered again if this record were withdrawn.',
  })
  async registration(
    @Root() { row }: CollectionRecordView,
    @Ctx() { districts, language, now, reference }: Context,
  ): Promise<RegistrationOutlookView> {
    const all = [...(await reference.districts()).values()];
    const windows = await Promise.all(
      all.map(async ({ code }) => {
        const phases = await districts.schedule.load(calendarOf({ ...row, district: code }));
        return phases.find(({ kind }) => kind === 'REGISTRATION') ?? null;
      }),
    );
    const own = windows[all.findIndex(({ code }) => code === row.district)] ?? null;
    const others = all.filter(({ code }, place) => {
      const window = windows[place];
      return code !== row.district && window != null && isOpen(window, now);
    });
    return new RegistrationOutlookView(
      own,
      now,
      others.map((district) => new DistrictView(district, language)),
    );
  }
}
