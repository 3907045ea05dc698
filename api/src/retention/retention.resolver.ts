import type { Action } from '@enrolment/rulebook/access.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import {
  erasureInWords,
  erasureOf,
  firstErasure,
  firstErasureInWords,
  periodInWords,
  type Erasure,
} from '@enrolment/rulebook/retention.js';
import type { RetentionKind } from '@enrolment/rulebook/vocabulary.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Authorized, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { calendarOf } from '../calendar/windows.js';
import type { Context } from '../context.js';
import { CollectionRecordView } from '../record/record.type.js';
import { SeasonView } from '../season/season.type.js';
import { RetentionKindEnum } from '../vocabulary.type.js';
import type { RetentionPeriod } from './retention.entity.js';
import type { DueOfSeason } from './retention.service.js';

@ObjectType('RetentionPeriod', {
  description: 'How long a kind of data of a season is kept, as its set-up says.',
})
class RetentionPeriodView {
  constructor(
    private readonly period: RetentionPeriod,
    private readonly language: Language,
  ) {}

  @Field(() => RetentionKindEnum, { description: 'The kind of data.' })
  get kind(): RetentionKind {
    return this.period.kind;
  }

  @Field(() => Int, { description: 'Length of the period in days; the kind says when it begins.' })
  get days(): number {
    return this.period.days;
  }

  @Field(() => String, { description: 'The same in words, in the reader’s language.' })
  get text(): string {
    return periodInWords(this.period)[this.language];
  }
}

@ObjectType('RecordRetention', {
  description: 'When a record is erased, according to the set-up of its season.',
})
class RecordRetentionView {
  constructor(
    private readonly erasure: Erasure | null,
    private readonly language: Language,
  ) {}

  @Field(() => RetentionKindEnum, {
    nullable: true,
    description: 'The kind of data whose retention period applies; null when none is set.',
  })
  get kind(): RetentionKind | null {
    return this.erasure?.kind ?? null;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'It is erased in the night after this time; null until the day from which the period runs is known.',
  })
  get erasedAfter(): Date | null {
    return this.erasure?.at ?? null;
  }

  @Field(() => String, { description: 'The same in words, in the reader’s language.' })
  get text(): string {
    return erasureInWords(this.erasure)[this.language];
  }
}

@ObjectType('RetentionDue', { description: 'What the next run of the retention job erases.' })
class RetentionDueView {
  constructor(
    private readonly due: DueOfSeason,
    private readonly language: Language,
  ) {}

  @Field(() => Int, { description: 'Year of the season.' })
  get season(): number {
    return this.due.season;
  }

  @Field(() => RetentionKindEnum, { description: 'The kind of data.' })
  get kind(): RetentionKind {
    return this.due.kind;
  }

  @Field(() => Int, { description: 'Retention period, in days.' })
  get days(): number {
    return this.due.days;
  }

  @Field(() => Int, { description: 'How many records, messages or API tokens are due.' })
  get count(): number {
    return this.due.count;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'The first go in the night after this time; null until the day from which the period runs is known, and for messages and tokens, which go by themselves.',
  })
  get firstAfter(): Date | null {
    return firstErasure(this.due, this.due.ends);
  }

  @Field(() => String, { description: 'When they go, in words, in the reader’s language.' })
  get text(): string {
    return firstErasureInWords(this.due, this.due.ends)[this.language];
  }
}

@Resolver(() => SeasonView)
export class RetentionResolver {
  @Authorized<Action>('ADMINISTER_CITY')
  @Query(() => [RetentionDueView], {
    description: 'For municipal administrators: what the retention job would erase now. Nothing is changed.',
  })
  async retentionDue(@Ctx() { em, services, now, language }: Context): Promise<RetentionDueView[]> {
    const due = await services.retention.findDueOfSeasons(em, now);
    return due.map((one) => new RetentionDueView(one, language));
  }

  @FieldResolver(() => [RetentionPeriodView], {
    description:
      'How long the data of this season are kept; a kind that is not named is kept until a period is set. Needs no sign-in.',
  })
  async retention(
    @Root() { year }: SeasonView,
    @Ctx() { reference, language }: Context,
  ): Promise<RetentionPeriodView[]> {
    const periods = await reference.retentionPeriods(year);
    return periods.map((period) => new RetentionPeriodView(period, language));
  }
}

@Resolver(() => CollectionRecordView)
export class RecordRetentionResolver {
  @FieldResolver(() => RecordRetentionView, {
    description: '到期删除: until when the record is kept, by the retention periods of its season.',
  })
  async retention(
    @Root() record: CollectionRecordView,
    @Ctx() context: Context,
  ): Promise<RecordRetentionView> {
    return new RecordRetentionView(await erasureOfRecord(record, context), context.language);
  }
}

/** When a record is erased, by the reference data and the stage that the reader may know alone. */
export async function erasureOfRecord(
  { row, stage }: CollectionRecordView,
  { reference, seasons, districts }: Context,
): Promise<Erasure | null> {
  const [periods, all, phases] = await Promise.all([
    reference.retentionPeriods(row.season),
    seasons.all(),
    districts.schedule.load(calendarOf(row)),
  ]);
  return erasureOf({
    stage,
    periods: Object.fromEntries(periods.map(({ kind, days }) => [kind, days])),
    detailsClose: phases.find(({ kind }) => kind === 'DETAILS')?.closesAt ?? null,
    archivedAt: all.find(({ year }) => year === row.season)?.archivedAt ?? null,
  });
}
