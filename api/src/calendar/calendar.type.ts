import type { FamilyView } from '@enrolment/rulebook/calendar-preview.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import {
  PHASE_KINDS,
  SERVICE_KINDS,
  type PhaseKind,
  type ServiceKind,
  type Stage,
} from '@enrolment/rulebook/vocabulary.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { DistrictView, PhaseView } from '../district/district.type.js';
import { EditionChangeView, EditionView } from '../edition/edition.type.js';
import { revisionOf } from '../edition/editions.js';
import { SeasonView } from '../season/season.type.js';
import { PhaseKindEnum, ServiceKindEnum, StageEnum } from '../vocabulary.type.js';
import { RecordDateView, TurnView, WayStepView } from '../way/way.type.js';
import type { ServiceWindow } from './calendar.content.js';
import type { ChangedCalendar, OfficeCalendar } from './calendar.service.js';
import type { Standing } from './calendar.statements.js';

const SERVICE = 'The service.';

@InputType({ description: 'A window of a calendar.' })
export class WindowInput {
  @Field(() => ServiceKindEnum, { description: SERVICE })
  service!: ServiceKind;

  @Field(() => PhaseKindEnum, { description: 'What the window is for.' })
  kind!: PhaseKind;

  @Field(() => GraphQLDateTime, { description: 'The first instant at which it is open.' })
  opensAt!: Date;

  @Field(() => GraphQLDateTime, {
    description: 'The first instant at which it is closed again: for the end of a day, midnight.',
  })
  closesAt!: Date;
}

@InputType({ description: 'A change of a district’s calendar.' })
export class CalendarInput {
  @Field(() => String, { description: 'Entry code of the administrator’s own district.' })
  district!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Year of the season; may be left out while exactly one season is open.',
  })
  season?: number | null;

  @Field(() => Int, {
    description:
      'The revision of the calendar that the change is made to. STALE_VERSION when somebody has changed it since.',
  })
  revision!: number;

  @Field(() => [WindowInput], {
    description: 'The windows to change or to add; the others stay as they are.',
  })
  windows!: WindowInput[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is only tried: everything is checked and told, and nothing is changed.',
  })
  dryRun?: boolean | null;
}

const inOrder = (a: ServiceWindow, b: ServiceWindow) =>
  PHASE_KINDS.indexOf(a.kind) - PHASE_KINDS.indexOf(b.kind);

@ObjectType('ServiceCalendar', { description: 'The calendar of one service of a district in a season.' })
export class ServiceCalendarView {
  @Field(() => ServiceKindEnum, { description: SERVICE })
  readonly service: ServiceKind;

  @Field(() => [PhaseView], {
    description: 'Its windows in the order of the way; one that the district has not set is absent.',
  })
  readonly phases: PhaseView[];

  constructor(service: ServiceKind, windows: readonly ServiceWindow[], now: Date) {
    this.service = service;
    this.phases = windows
      .filter((window) => window.service === service)
      .sort(inOrder)
      .map((window) => new PhaseView(window, now));
  }
}

@ObjectType('DistrictCalendar', {
  description: 'The calendar of a district in a season, with its versions: for its office and the city.',
})
export class DistrictCalendarView {
  constructor(
    private readonly calendar: OfficeCalendar,
    private readonly language: Language,
    private readonly now: Date,
  ) {}

  @Field(() => DistrictView, { description: 'The district.' })
  get district(): DistrictView {
    return new DistrictView(this.calendar.district, this.language);
  }

  @Field(() => SeasonView, { description: 'The season.' })
  get season(): SeasonView {
    return new SeasonView(this.calendar.season);
  }

  @Field(() => Int, {
    description: 'Number of the newest version, to be named with a change; 0 while it is as it was set up.',
  })
  get revision(): number {
    return revisionOf(this.calendar.editions);
  }

  @Field(() => [ServiceCalendarView], { description: 'The three services, each with its windows.' })
  get services(): ServiceCalendarView[] {
    return SERVICE_KINDS.map((service) => new ServiceCalendarView(service, this.calendar.windows, this.now));
  }

  @Field(() => [EditionView], { description: 'The newest 20 versions, the newest first.' })
  get editions(): EditionView[] {
    return this.calendar.editions.slice(0, 20).map((edition) => new EditionView(edition, this.language));
  }
}

@ObjectType('TouchedRecords', {
  description: 'Live records of one service and stage whose families read something else after a change.',
})
export class TouchedRecordsView {
  constructor(private readonly standing: Standing) {}

  @Field(() => ServiceKindEnum, { description: SERVICE })
  get service(): ServiceKind {
    return this.standing.service;
  }

  @Field(() => StageEnum, { description: 'Their stage.' })
  get stage(): Stage {
    return this.standing.stage;
  }

  @Field(() => Int, { description: 'The number of records.' })
  get records(): number {
    return this.standing.records;
  }
}

@ObjectType('CalendarChange', { description: 'What a change of a calendar changes, and for whom.' })
export class CalendarChangeView {
  constructor(
    private readonly changed: ChangedCalendar,
    private readonly language: Language,
    private readonly now: Date,
  ) {}

  @Field(() => Boolean, { description: 'Whether it is changed; false when it was only tried.' })
  get applied(): boolean {
    return this.changed.applied;
  }

  @Field(() => DistrictCalendarView, { description: 'The calendar as it is, or would be, after the change.' })
  get calendar(): DistrictCalendarView {
    return new DistrictCalendarView(this.changed.calendar, this.language, this.now);
  }

  @Field(() => [EditionChangeView], {
    description: 'Every beginning and end that differs; empty when nothing is changed.',
  })
  get changes(): EditionChangeView[] {
    return this.changed.changes.map((change) => new EditionChangeView('CALENDAR', change, this.language));
  }

  @Field(() => [TouchedRecordsView], {
    description:
      'The live records whose families read other dates, or another sentence, on their page after the change, in the order of the way.',
  })
  get touched(): TouchedRecordsView[] {
    return this.changed.touched.map((standing) => new TouchedRecordsView(standing));
  }
}

@ObjectType('FamilyPreview', {
  description:
    'What a family would read on its page at an instant: a made-up record for which nothing unusual is decided, told by the functions that the page itself goes by.',
})
export class FamilyPreviewView {
  constructor(
    private readonly view: FamilyView,
    private readonly language: Language,
  ) {}

  @Field(() => StageEnum, {
    description: 'The stage as the family may know it: no verdict before the review opens.',
  })
  get stage(): Stage {
    return this.view.stage;
  }

  @Field(() => TurnView, { description: 'Whose turn it is.' })
  get turn(): TurnView {
    return new TurnView(this.view.turn, this.language);
  }

  @Field(() => [WayStepView], { description: 'Every step of the way, in order.' })
  get steps(): WayStepView[] {
    return this.view.steps.map((step) => new WayStepView(step, this.language));
  }

  @Field(() => [RecordDateView], { description: 'The dates ahead, by day.' })
  get dates(): RecordDateView[] {
    return this.view.dates.map((date) => new RecordDateView(date, this.language));
  }
}

@ObjectType('CalendarPreview', {
  description: 'What families would see of a calendar at an instant.',
})
export class CalendarPreviewView {
  constructor(
    private readonly windows: readonly ServiceWindow[],
    private readonly view: FamilyView | null,
    private readonly language: Language,
    private readonly at: Date,
  ) {}

  @Field(() => [PhaseView], {
    description: 'The windows of the service in the order of the way, open or not at that instant.',
  })
  get phases(): PhaseView[] {
    return [...this.windows].sort(inOrder).map((window) => new PhaseView(window, this.at));
  }

  @Field(() => FamilyPreviewView, {
    nullable: true,
    description: 'The page of a registered family; null when no stage was asked for.',
  })
  get family(): FamilyPreviewView | null {
    return this.view && new FamilyPreviewView(this.view, this.language);
  }
}
