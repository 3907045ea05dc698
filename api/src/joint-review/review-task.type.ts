import { DOCUMENT_HOLDER_NAMES } from '@enrolment/rulebook/names.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import type {
  CheckStatus,
  DocumentHolder,
  ReviewItemKind,
  ServiceKind,
} from '@enrolment/rulebook/vocabulary.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfoView } from '../paging.type.js';
import { CollectionNumber } from '../scalars.js';
import {
  CheckStatusEnum,
  DocumentHolderEnum,
  ReviewItemKindEnum,
  ServiceKindEnum,
} from '../vocabulary.type.js';
import type { ListedTask, ReviewTask, TaskPage, TaskPerson } from './review-task.service.js';

const CHILD = 'The child’s name, masked, such as 测*甲.';
const SUBDISTRICT = 'The subdistrict of the home, as the family wrote it; null where none is known.';

@ObjectType('ListedReviewTask', { description: 'A review item that waits for the viewer’s office.' })
export class ListedReviewTaskView {
  constructor(
    readonly task: ListedTask,
    private readonly language: Language,
  ) {}

  @Field(() => CollectionNumber, { description: 'The record’s collection number.' })
  get number(): string {
    return this.task.number;
  }

  @Field(() => ReviewItemKindEnum, { description: 'The kind of item.' })
  get kind(): ReviewItemKind {
    return this.task.kind;
  }

  @Field(() => String, { description: 'Its name in the reader’s language.' })
  get label(): string {
    return this.language === 'en' ? this.task.labelEn : this.task.label;
  }

  @Field(() => String, { description: CHILD })
  get child(): string {
    return this.task.child;
  }

  @Field(() => ServiceKindEnum, { description: 'The service: one of the three.' })
  get service(): ServiceKind {
    return this.task.service;
  }

  @Field(() => String, { nullable: true, description: SUBDISTRICT })
  get subdistrict(): string | null {
    return this.task.residenceSubdistrict;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the details were submitted last: since then the family waits.',
  })
  get waitsSince(): Date | null {
    return this.task.submittedAt;
  }
}

@ObjectType('ReviewTaskConnection', {
  description: 'A page of the review items that wait for the viewer’s office, the longest waiting first.',
})
export class ReviewTaskConnectionView {
  @Field(() => [ListedReviewTaskView], { description: 'The items.' })
  readonly nodes: ListedReviewTaskView[];

  @Field(() => PageInfoView, { description: 'The position of the page within the list.' })
  readonly pageInfo: PageInfoView;

  constructor(
    { rows, hasMore, goesOn }: TaskPage,
    readonly kind: ReviewItemKind | null,
    language: Language,
  ) {
    this.nodes = rows.map((row) => new ListedReviewTaskView(row, language));
    this.pageInfo = new PageInfoView(
      rows.map(({ cursor }) => cursor),
      { before: goesOn, after: hasMore },
    );
  }
}

@ObjectType('ReviewTaskPerson', { description: 'A person whom a review item is about.' })
class ReviewTaskPersonView {
  @Field(() => DocumentHolderEnum, { description: 'Who it is.' })
  readonly holder: DocumentHolder;

  @Field(() => String, { description: 'Who it is, in the reader’s language.' })
  readonly label: string;

  @Field(() => String, { description: 'The name; masked unless it was revealed.' })
  readonly name: string;

  @Field(() => String, { description: 'The number of the document; masked unless it was revealed.' })
  readonly documentNumber: string;

  constructor({ holder, name, documentNumber }: TaskPerson, language: Language) {
    this.holder = holder;
    this.label = DOCUMENT_HOLDER_NAMES[holder][language];
    this.name = name;
    this.documentNumber = documentNumber;
  }
}

@ObjectType('ReviewTask', {
  description:
    'A review item as whoever it was given to reads it: what it is about, and nothing else of the record.',
})
export class ReviewTaskView {
  constructor(
    readonly task: ReviewTask,
    private readonly language: Language,
  ) {}

  @Field(() => CollectionNumber, { description: 'The record’s collection number.' })
  get number(): string {
    return this.task.record.number;
  }

  @Field(() => ReviewItemKindEnum, { description: 'The kind of item.' })
  get kind(): ReviewItemKind {
    return this.task.item.kind;
  }

  @Field(() => String, { description: 'Its name in the reader’s language.' })
  get label(): string {
    return this.language === 'en' ? this.task.item.labelEn : this.task.item.label;
  }

  @Field(() => CheckStatusEnum, { description: 'The status.' })
  get status(): CheckStatus {
    return this.task.item.status;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Why it was returned or failed before; null otherwise.',
  })
  get reason(): string | null {
    return this.task.item.open('reason', this.task.key);
  }

  @Field(() => ServiceKindEnum, { description: 'The service: one of the three.' })
  get service(): ServiceKind {
    return this.task.record.service;
  }

  @Field(() => String, { nullable: true, description: SUBDISTRICT })
  get subdistrict(): string | null {
    return this.task.record.residenceSubdistrict ?? null;
  }

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the details were submitted last: since then the family waits.',
  })
  get waitsSince(): Date | null {
    return this.task.record.submittedAt ?? null;
  }

  @Field(() => Int, {
    description:
      'It grows with whatever is done to the record. A decision that names it is refused if anything has been done meanwhile.',
  })
  get revision(): number {
    return this.task.record.revision ?? 1;
  }

  @Field(() => String, { description: 'The child’s name; masked, such as 测*甲, unless it was revealed.' })
  get child(): string {
    return this.task.child;
  }

  @Field(() => [ReviewTaskPersonView], { description: 'The people whose documents the item is about.' })
  get people(): ReviewTaskPersonView[] {
    return this.task.people.map((person) => new ReviewTaskPersonView(person, this.language));
  }

  @Field(() => Boolean, { description: 'Whether names and numbers are whole.' })
  get whole(): boolean {
    return this.task.whole;
  }
}
