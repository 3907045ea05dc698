import { explain, type Language } from '@enrolment/rulebook/refusal.js';
import type { SeasonStep } from '@enrolment/rulebook/season.js';
import type { SeasonState } from '@enrolment/rulebook/vocabulary.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { waitingAmong } from '../dashboard/figures.js';
import { PolicyView } from '../district/district.type.js';
import { RefusalView } from '../refusal.type.js';
import { CalendarDate } from '../scalars.js';
import { asEnum, SeasonStateEnum } from '../vocabulary.type.js';
import type { Season, Site } from './season.entity.js';
import type { SeasonOverview } from './season.service.js';

@ObjectType('Season', { description: 'A season of admission: its year, and the children it is for.' })
export class SeasonView {
  constructor(private readonly season: Season) {}

  @Field(() => Int, { description: 'Year of admission.' })
  get year(): number {
    return this.season.year;
  }

  @Field(() => CalendarDate, { description: 'Earliest birth date, included.' })
  get bornFrom(): string {
    return this.season.bornFrom;
  }

  @Field(() => CalendarDate, { description: 'Latest birth date, included.' })
  get bornTo(): string {
    return this.season.bornTo;
  }

  @Field(() => SeasonStateEnum, { description: 'Its state.' })
  get state(): SeasonState {
    return this.season.state;
  }
}

const SeasonStepEnum = asEnum<SeasonStep>('SeasonStep', 'A step of a season. None is ever taken back.', {
  OPEN: '启用: families see it, and its calendar holds.',
  CLOSE: '结束: every window is over; families still read their records.',
  ARCHIVE: '归档: its retention periods begin, after which what it holds is erased.',
});

@ObjectType('SeasonOverview', {
  description: 'A season for whoever runs it: how many records it has, and what comes next.',
})
export class SeasonOverviewView {
  @Field(() => SeasonView, { description: 'The season.' })
  readonly season: SeasonView;

  constructor(
    private readonly overview: SeasonOverview,
    private readonly language: Language,
  ) {
    this.season = new SeasonView(overview.season);
  }

  @Field(() => Int, {
    description:
      'Number of the newest version of its plan, to be named when it is planned again; 0 for one that was set up and never changed.',
  })
  get revision(): number {
    return this.overview.revision;
  }

  @Field(() => Int, { description: 'Records that were not withdrawn or erased.' })
  get records(): number {
    return this.overview.stages.reduce((all, { key, count }) => all + (key === 'WITHDRAWN' ? 0 : count), 0);
  }

  @Field(() => Int, { description: 'How many of them were submitted and are undecided.' })
  get waiting(): number {
    return waitingAmong(this.overview.stages);
  }

  @Field(() => Int, { description: 'How many of them are in the stage ADMITTED.' })
  get admitted(): number {
    return this.overview.stages.find(({ key }) => key === 'ADMITTED')?.count ?? 0;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'When the last window of its calendars ends; null while it has none, and once the season is closed.',
  })
  get lastWindowEnds(): Date | null {
    return this.overview.lastEnd;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was archived; null before.',
  })
  get archivedAt(): Date | null {
    return this.overview.season.archivedAt ?? null;
  }

  @Field(() => SeasonStepEnum, {
    nullable: true,
    description: 'The step that comes next; null once it is archived.',
  })
  get next(): SeasonStep | null {
    return this.overview.next;
  }

  @Field(() => [RefusalView], {
    description: 'What stands in the way of that step now; empty when it can be taken.',
  })
  get obstacles(): RefusalView[] {
    return this.overview.obstacles.map((refusal) => new RefusalView(explain(refusal, this.language)));
  }
}

@ObjectType('Site', { description: 'What the city says about itself on every page.' })
export class SiteView {
  constructor(
    private readonly site: Site,
    private readonly language: Language,
  ) {}

  @Field(() => String, { description: '服务热线: the city’s phone number for help.' })
  get hotline(): string {
    return this.site.hotline;
  }

  @Field(() => String, { description: 'When the hotline is answered, in Asia/Shanghai.' })
  get serviceHours(): string {
    return this.language === 'en' ? this.site.serviceHoursEn : this.site.serviceHours;
  }

  @Field(() => String, { description: 'ICP 备案号 of the site.' })
  get icpFiling(): string {
    return this.site.icpFiling;
  }

  @Field(() => String, { description: '公安备案号 of the site.' })
  get policeFiling(): string {
    return this.site.policeFiling;
  }

  @Field(() => [PolicyView], { description: 'The city’s own policies.' })
  readonly policies!: PolicyView[];
}
