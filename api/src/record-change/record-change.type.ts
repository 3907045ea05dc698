import type { ServiceKind, Stage } from '@enrolment/rulebook/vocabulary.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { cursorOf } from '../paging.js';
import { cutPage, PageInfoView } from '../paging.type.js';
import { CollectionNumber } from '../scalars.js';
import { ServiceKindEnum, StageEnum } from '../vocabulary.type.js';
import type { ToldChange } from './told-change.js';

@ObjectType('RecordChange', {
  description:
    'A change of a record’s stage, or the publication of its result. It says nothing about anybody.',
})
export class RecordChangeView {
  constructor(private readonly change: ToldChange) {}

  @Field(() => String, { description: 'Its place in the list: pass it as `since` to go on after it.' })
  get cursor(): string {
    return cursorOf(this.change.position);
  }

  @Field(() => CollectionNumber, { description: 'The record’s collection number.' })
  get number(): string {
    return this.change.number;
  }

  @Field(() => String, { description: 'Entry code of the record’s district.' })
  get district(): string {
    return this.change.district;
  }

  @Field(() => ServiceKindEnum, { description: 'The record’s service.' })
  get service(): ServiceKind {
    return this.change.service;
  }

  @Field(() => String, { description: 'What happened, such as APPROVED: the same words as in `history`.' })
  get kind(): string {
    return this.change.kind;
  }

  @Field(() => StageEnum, { nullable: true, description: 'The stage before; null for a registration.' })
  get from(): Stage | null {
    return this.change.from;
  }

  @Field(() => StageEnum, {
    description: 'The stage after. A publication leaves the stage as it is for readers who knew of it.',
  })
  get to(): Stage {
    return this.change.to;
  }

  @Field(() => GraphQLDateTime, { description: 'When it happened.' })
  get at(): Date {
    return this.change.at;
  }
}

@ObjectType('RecordChangeConnection', { description: 'A page of changes, in their order.' })
export class RecordChangeConnectionView {
  @Field(() => [RecordChangeView], { description: 'The changes.' })
  readonly nodes: RecordChangeView[];

  @Field(() => PageInfoView, { description: 'The position of the page within the list.' })
  readonly pageInfo: PageInfoView;

  constructor(changes: readonly ToldChange[], { first, after }: { first: number; after: string | null }) {
    const page = { first, goesOn: after !== null };
    const { shown, pageInfo } = cutPage(changes, page, ({ position }) => position);
    this.nodes = shown.map((change) => new RecordChangeView(change));
    this.pageInfo = pageInfo;
  }
}
