import { COUNTED_UP_TO, type ViewPlace } from '@enrolment/rulebook/saved-view.js';
import type {
  CheckStatus,
  ReviewItemKind,
  ServiceKind,
  Stage,
  TreatedAsLocalGround,
} from '@enrolment/rulebook/vocabulary.js';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AssigneeFilterEnum } from '../claim/claim.type.js';
import type { AssigneeFilter } from '../record-list/filters.js';
import type { RecordFilter } from '../record-list/record-list.inputs.js';
import { CalendarDate } from '../scalars.js';
import {
  asEnum,
  CheckStatusEnum,
  GroundEnum,
  ReviewItemKindEnum,
  ServiceKindEnum,
  StageEnum,
} from '../vocabulary.type.js';

export const ViewPlaceEnum = asEnum<ViewPlace>('ViewPlace', 'What a view is of.', {
  QUEUE: 'The queue: what waits for a decision.',
  LIST: 'The list of records.',
});

@ObjectType('SavedReviewItemFilter', { description: 'As `ReviewItemFilter`.' })
export class SavedReviewItemFilterView {
  constructor(private readonly item: NonNullable<RecordFilter['reviewItem']>) {}

  @Field(() => ReviewItemKindEnum, { description: 'The kind of item.' })
  get kind(): ReviewItemKind {
    return this.item.kind;
  }

  @Field(() => CheckStatusEnum, { nullable: true, description: 'How it stands; null for any state.' })
  get status(): CheckStatus | null {
    return this.item.status ?? null;
  }
}

const SAME = 'As in `RecordFilter`; null where it does not restrict.';

@ObjectType('SavedFilter', {
  description: 'The filters of a view: those of `RecordFilter` that can be kept.',
})
export class SavedFilterView {
  constructor(private readonly filter: RecordFilter) {}

  @Field(() => ServiceKindEnum, { nullable: true, description: SAME })
  get service(): ServiceKind | null {
    return this.filter.service ?? null;
  }

  @Field(() => GroundEnum, { nullable: true, description: SAME })
  get ground(): TreatedAsLocalGround | null {
    return this.filter.ground ?? null;
  }

  @Field(() => [StageEnum], { nullable: true, description: SAME })
  get stages(): Stage[] | null {
    return this.filter.stages ?? null;
  }

  @Field(() => SavedReviewItemFilterView, { nullable: true, description: SAME })
  get reviewItem(): SavedReviewItemFilterView | null {
    const { reviewItem } = this.filter;
    return reviewItem ? new SavedReviewItemFilterView(reviewItem) : null;
  }

  @Field(() => Boolean, { nullable: true, description: SAME })
  get overdue(): boolean | null {
    return this.filter.overdue ?? null;
  }

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'As in `RecordFilter`, on the day on which it is read: a view keeps how many days ahead it was, up to a year; null where it does not restrict.',
  })
  get dueUntil(): string | null {
    return this.filter.dueUntil ?? null;
  }

  @Field(() => Boolean, { nullable: true, description: SAME })
  get needsDecision(): boolean | null {
    return this.filter.needsDecision ?? null;
  }

  @Field(() => Boolean, { nullable: true, description: SAME })
  get resubmitted(): boolean | null {
    return this.filter.resubmitted ?? null;
  }

  @Field(() => AssigneeFilterEnum, { nullable: true, description: SAME })
  get assignee(): AssigneeFilter | null {
    return this.filter.assignee ?? null;
  }

  @Field(() => ID, { nullable: true, description: SAME })
  get colleague(): string | null {
    return this.filter.colleague ?? null;
  }

  @Field(() => Boolean, { nullable: true, description: SAME })
  get awaitsAnswer(): boolean | null {
    return this.filter.awaitsAnswer ?? null;
  }

  @Field(() => Boolean, { nullable: true, description: SAME })
  get nearDuplicate(): boolean | null {
    return this.filter.nearDuplicate ?? null;
  }

  @Field(() => Boolean, { nullable: true, description: SAME })
  get correctionRequested(): boolean | null {
    return this.filter.correctionRequested ?? null;
  }

  @Field(() => Boolean, { nullable: true, description: SAME })
  get unreached(): boolean | null {
    return this.filter.unreached ?? null;
  }

  @Field(() => String, { nullable: true, description: SAME })
  get hukouProvince(): string | null {
    return this.filter.hukouProvince ?? null;
  }

  @Field(() => String, { nullable: true, description: SAME })
  get subdistrict(): string | null {
    return this.filter.subdistrict ?? null;
  }

  @Field(() => String, { nullable: true, description: SAME })
  get school(): string | null {
    return this.filter.school ?? null;
  }

  @Field(() => CalendarDate, { nullable: true, description: SAME })
  get registeredFrom(): string | null {
    return this.filter.registeredFrom ?? null;
  }

  @Field(() => CalendarDate, { nullable: true, description: SAME })
  get registeredTo(): string | null {
    return this.filter.registeredTo ?? null;
  }
}

@ObjectType('SavedView', { description: '视图: a set of filters with a name.' })
export class SavedViewView {
  @Field(() => ID, { description: 'Id of the view.' })
  readonly id: string;

  @Field(() => String, { description: 'Its name; of a built-in view in the reader’s language.' })
  readonly name: string;

  @Field(() => Boolean, {
    description: 'Whether every officer has it: it is not renamed, moved or removed.',
  })
  readonly builtIn: boolean;

  constructor(
    { id, name, builtIn }: { id: string; name: string; builtIn: boolean },
    readonly asked: RecordFilter | null,
  ) {
    this.id = id;
    this.name = name;
    this.builtIn = builtIn;
  }

  @Field(() => SavedFilterView, {
    nullable: true,
    description: 'Its filters; null when it names one that no longer exists, so that it lists nothing.',
  })
  get filter(): SavedFilterView | null {
    return this.asked && new SavedFilterView(this.asked);
  }
}

@ObjectType('SavedViewCount', { description: 'How many records a view lists now.' })
export class SavedViewCountView {
  @Field(() => ID, { description: 'Id of the view.' })
  readonly id: string;

  @Field(() => Int, { description: `The number of records, exact up to ${COUNTED_UP_TO}.` })
  readonly count: number;

  @Field(() => Boolean, { description: `Whether there are more than these ${COUNTED_UP_TO}.` })
  readonly more: boolean;

  constructor(id: string, counted: number) {
    this.id = id;
    this.count = Math.min(counted, COUNTED_UP_TO);
    this.more = counted > COUNTED_UP_TO;
  }
}

@ObjectType('SavedViews', {
  description: 'The viewer’s views of one place: the built-in ones first, then her own in her order.',
})
export class SavedViewsView {
  @Field(() => [SavedViewView], { description: 'The views; at most 20 of her own.' })
  readonly views: SavedViewView[];

  constructor(views: SavedViewView[]) {
    this.views = views;
  }
}
