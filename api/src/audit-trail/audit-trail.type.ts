import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { cursorOf, PageInfoView } from '../paging.type.js';
import type { Language } from '../rulebook/refusal.js';
import { CollectionNumber } from '../scalars.js';
import type { AuditPage, AuditRow } from './audit-trail.service.js';
import { ACTION_WORDS, officeInWords } from './words.js';

const words = (zh: string | null, en: string | null) => (zh === null ? null : { 'zh-CN': zh, en: en ?? zh });

const OWN = new Set(['GUARDIAN', 'SYSTEM']);

@ObjectType('AuditEntry', { description: 'Somebody did or read something: one entry of the audit trail.' })
export class AuditEntryView {
  constructor(
    private readonly row: AuditRow,
    private readonly language: Language,
  ) {}

  @Field(() => GraphQLDateTime, { description: 'When.' })
  get at(): Date {
    return new Date(this.row.at);
  }

  @Field(() => String, {
    description: 'Office and role in the reader’s language, such as “东城区教委 审核人员”; never a person.',
  })
  get actor(): string {
    const { row } = this;
    const office = {
      ...{ role: row.actor_role, actor: row.actor },
      ...{ district: words(row.district, row.district_en), school: words(row.school, row.school_en) },
    };
    return officeInWords(office, this.language);
  }

  @Field(() => String, {
    nullable: true,
    description:
      'For staff alone: the identity provider’s subject of who it was. Families read offices only.',
  })
  get actorId(): string | null {
    return this.row.family || !this.byStaff ? null : this.row.actor;
  }

  @Field(() => Boolean, { description: 'Whether it was staff of a district, a school or the city.' })
  get byStaff(): boolean {
    return !OWN.has(this.row.actor_role);
  }

  @Field(() => String, {
    description: 'What was done, as a code: RECORD_READ, DOCUMENTS_REVEALED, ITEM_PASSED …',
  })
  get action(): string {
    return this.row.action;
  }

  @Field(() => String, { description: 'The same in words.' })
  get summary(): string {
    return (
      (ACTION_WORDS[this.row.action] as (typeof ACTION_WORDS)['RECORD_READ'] | undefined)?.[this.language] ??
      this.row.action
    );
  }

  @Field(() => CollectionNumber, {
    nullable: true,
    description: 'Which record; null for what concerns a whole district, such as its calendar.',
  })
  get record(): string | null {
    return this.row.record_number;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Which review item, or the purpose that an officer gave for looking at whole numbers.',
  })
  get detail(): string | null {
    const { row } = this;
    if (row.item !== null) return words(row.item, row.item_en)![this.language];
    // The school stands in `actor` already.
    return row.actor_role === 'SCHOOL_REGISTRAR' ? null : row.detail;
  }
}

@ObjectType('AuditEdge', { description: 'One entry and its place in the list.' })
export class AuditEdgeView {
  @Field(() => String, { description: 'Its place: `after` for what follows.' })
  readonly cursor: string;

  @Field(() => AuditEntryView, { description: 'The entry.' })
  readonly node: AuditEntryView;

  constructor(row: AuditRow, language: Language) {
    this.cursor = cursorOf(row.id);
    this.node = new AuditEntryView(row, language);
  }
}

@ObjectType('AuditConnection', { description: 'A page of the audit trail, newest first.' })
export class AuditConnectionView {
  @Field(() => [AuditEdgeView], { description: 'The entries, newest first.' })
  readonly edges: AuditEdgeView[];

  @Field(() => PageInfoView, { description: 'Where the page stands.' })
  readonly pageInfo: PageInfoView;

  constructor({ rows, hasMore }: AuditPage, after: string | null, language: Language) {
    this.edges = rows.map((row) => new AuditEdgeView(row, language));
    this.pageInfo = new PageInfoView(
      this.edges.map(({ cursor }) => cursor),
      { before: after !== null, after: hasMore },
    );
  }
}
