import { maskName } from '@enrolment/rulebook/masking.js';
import type { ReviewItemKind } from '@enrolment/rulebook/vocabulary.js';
import { Field, Int, ObjectType } from 'type-graphql';
import { momentIn } from '../paging.js';
import { cutPage, PageInfoView } from '../paging.type.js';
import type { KeyRing } from '../platform/keys.js';
import { openChild } from '../record/people.js';
import type { MissingOriginalsRow } from '../record/relations.statements.js';
import { CollectionNumber } from '../scalars.js';
import { ReviewItemKindEnum } from '../vocabulary.type.js';
import type { MissingFound } from './missing-originals.service.js';
import type { ListedMissingRow } from './missing-originals.statements.js';

@ObjectType('MissingOriginals', {
  description:
    '材料不齐: the originals that a family did not bring to a school’s desk, and is to bring there.',
})
export class MissingOriginalsView {
  constructor(readonly row: MissingOriginalsRow) {}

  @Field(() => Date, { description: 'When the school noted it.' })
  get at(): Date {
    return this.row.at;
  }

  @Field(() => Boolean, { description: 'Whether the signed form is among them.' })
  get form(): boolean {
    return this.row.form;
  }

  @Field(() => [ReviewItemKindEnum], {
    description: 'The items of the review whose papers are missing, in the order of the list.',
  })
  get kinds(): ReviewItemKind[] {
    return this.row.kinds;
  }
}

@ObjectType('ChildExpectedAgain', {
  description: 'A child whose family is to come to the school again, with what was missing.',
})
export class ChildExpectedAgainView {
  constructor(
    private readonly row: ListedMissingRow,
    private readonly keys: KeyRing,
  ) {}

  @Field(() => CollectionNumber, { description: '信息采集编号.' })
  get number(): string {
    return this.row.number;
  }

  @Field(() => String, { description: 'The child’s name, masked.' })
  get childName(): string {
    const { record: id, keyId, wrappedKey } = this.row;
    return maskName(openChild('name', this.row, this.keys.keyOf({ id, keyId, wrappedKey })));
  }

  @Field(() => MissingOriginalsView, { description: 'What it is to bring.' })
  get missing(): MissingOriginalsView {
    return new MissingOriginalsView(this.row);
  }
}

@ObjectType('MissingOriginalsConnection', {
  description: 'The children whose families are to come to the school again, newest first.',
})
export class MissingOriginalsConnectionView {
  @Field(() => [ChildExpectedAgainView], { description: 'The children of the page.' })
  readonly nodes: ChildExpectedAgainView[];

  @Field(() => PageInfoView, { description: 'The position of the page within the list.' })
  readonly pageInfo: PageInfoView;

  @Field(() => Int, { description: 'How many there are in the whole list.' })
  readonly total: number;

  constructor(
    { rows, total }: MissingFound,
    page: { readonly first: number; readonly goesOn: boolean },
    keys: KeyRing,
  ) {
    const { shown, pageInfo } = cutPage(rows, page, ({ at, record }) => momentIn({ at, id: record }));
    this.nodes = shown.map((row) => new ChildExpectedAgainView(row, keys));
    this.pageInfo = pageInfo;
    this.total = total;
  }
}
