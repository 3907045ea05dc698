import { Field, ObjectType } from 'type-graphql';
import { PageInfoView } from '../paging.type.js';
import { CollectionRecordView } from '../record/record.type.js';
import type { RecordFilters } from './filters.js';

@ObjectType('RecordEdge', { description: 'A record and its place in the list.' })
export class RecordEdgeView {
  @Field(() => String, {
    description: 'Cursor of the record, for `after` or `before` with the same filter and order.',
  })
  readonly cursor: string;

  @Field(() => CollectionRecordView, { description: 'The record.' })
  readonly node: CollectionRecordView;

  constructor(cursor: string, node: CollectionRecordView) {
    this.cursor = cursor;
    this.node = node;
  }
}

@ObjectType('RecordConnection', { description: 'A page of a list of records.' })
export class RecordConnectionView {
  @Field(() => [RecordEdgeView], { description: 'The records of the page, in the order of the list.' })
  readonly edges: RecordEdgeView[];

  @Field(() => PageInfoView, { description: 'The position of the page within the list.' })
  readonly pageInfo: PageInfoView;

  constructor(
    edges: RecordEdgeView[],
    more: { before: boolean; after: boolean },
    readonly filters: RecordFilters,
  ) {
    this.edges = edges;
    this.pageInfo = new PageInfoView(
      edges.map(({ cursor }) => cursor),
      more,
    );
  }
}
