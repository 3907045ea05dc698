import { maskDocument, maskName } from '@enrolment/rulebook/masking.js';
import { mayUndo } from '@enrolment/rulebook/school-desk.js';
import { allows } from '@enrolment/rulebook/stages.js';
import type { ServiceKind } from '@enrolment/rulebook/vocabulary.js';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { momentIn } from '../paging.js';
import { cutPage, PageInfoView } from '../paging.type.js';
import type { DataKey, KeyRing } from '../platform/keys.js';
import { openChild } from '../record/people.js';
import { CalendarDate, CollectionNumber } from '../scalars.js';
import { ServiceKindEnum } from '../vocabulary.type.js';
import type { PreregistrationsFound } from './preregistration.service.js';
import type { PreregistrationRow } from './preregistration.statements.js';

interface Reading {
  readonly keys: KeyRing;
  readonly school: string;
  readonly now: Date;
}

@ObjectType('Preregistration', { description: '学校预登记: one that the school has made, undone or not.' })
export class PreregistrationView {
  private opened: DataKey | undefined;

  constructor(
    private readonly row: PreregistrationRow,
    private readonly reading: Reading,
  ) {}

  @Field(() => ID, { description: 'The `key` with which it was requested, or one that it was given.' })
  get id(): string {
    return this.row.id;
  }

  @Field(() => CollectionNumber, { description: '信息采集编号.' })
  get number(): string {
    return this.row.number;
  }

  @Field(() => ServiceKindEnum, { description: 'The service: one of the three.' })
  get service(): ServiceKind {
    return this.row.service;
  }

  @Field(() => Date, { description: 'When it was made.' })
  get at(): Date {
    return this.row.at;
  }

  @Field(() => Date, { nullable: true, description: 'When the school undid it; null while it stands.' })
  get undoneAt(): Date | null {
    return this.row.undoneAt;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Why it was undone; null while it stands, and once the school may not read the record.',
  })
  get reason(): string | null {
    const { reason } = this.row;
    return reason && this.readable ? this.key.open('preregistration.reason', reason) : null;
  }

  @Field(() => Boolean, {
    description: 'Whether it can be undone now: on the same day, before the district decides.',
  })
  get undoable(): boolean {
    const { stage, at: preregisteredAt, approvedAt, undoneAt } = this.row;
    const facts = { stage, preregisteredAt, decided: approvedAt != null };
    return undoneAt == null && mayUndo(facts, this.reading.now);
  }

  @Field(() => String, {
    nullable: true,
    description: 'The child’s name, masked; null once the school may not read the record.',
  })
  get childName(): string | null {
    return this.readable ? maskName(openChild('name', this.row, this.key)) : null;
  }

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'The child’s birth date; null once the school may not read the record.',
  })
  get birthDate(): string | null {
    return this.readable ? openChild('birthDate', this.row, this.key) : null;
  }

  @Field(() => String, {
    nullable: true,
    description: 'The child’s document number, masked; null once the school may not read the record.',
  })
  get documentNumber(): string | null {
    return this.readable ? maskDocument(openChild('document', this.row, this.key)) : null;
  }

  /** After it was undone the record may have gone on elsewhere; so may a result that names another school. */
  private get readable(): boolean {
    const { undoneAt, stage, atSchool } = this.row;
    if (atSchool === this.reading.school) return true;
    return undoneAt != null && allows('PREREGISTER', stage) && atSchool == null;
  }

  private get key(): DataKey {
    const { record: id, keyId, wrappedKey } = this.row;
    this.opened ??= this.reading.keys.keyOf({ id, keyId, wrappedKey });
    return this.opened;
  }
}

@ObjectType('PreregistrationConnection', { description: 'What a school has preregistered, newest first.' })
export class PreregistrationConnectionView {
  @Field(() => [PreregistrationView], { description: 'The preregistrations of the page.' })
  readonly nodes: PreregistrationView[];

  @Field(() => PageInfoView, { description: 'The position of the page within the list.' })
  readonly pageInfo: PageInfoView;

  @Field(() => Int, { description: 'How many of the whole list stand.' })
  readonly standing: number;

  @Field(() => Int, { description: 'How many of the whole list were undone.' })
  readonly undone: number;

  constructor(
    { rows, standing, undone }: PreregistrationsFound,
    page: { readonly first: number; readonly goesOn: boolean },
    reading: Reading,
  ) {
    const { shown, pageInfo } = cutPage(rows, page, momentIn);
    this.nodes = shown.map((row) => new PreregistrationView(row, reading));
    this.pageInfo = pageInfo;
    this.standing = standing;
    this.undone = undone;
  }
}
