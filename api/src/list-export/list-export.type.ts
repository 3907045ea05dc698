import type {
  AdmissionOutcome,
  DocumentType,
  GuardianRole,
  Relation,
  ServiceKind,
  Sex,
  Stage,
} from '@enrolment/rulebook/vocabulary.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { PageInfoView } from '../paging.type.js';
import { RefusedView } from '../refusal.type.js';
import { CalendarDate, CollectionNumber } from '../scalars.js';
import {
  AdmissionOutcomeEnum,
  DocumentTypeEnum,
  GuardianRoleEnum,
  RelationEnum,
  ServiceKindEnum,
  SexEnum,
  StageEnum,
} from '../vocabulary.type.js';
import type { ExportedRecord, ExportPage } from './list-export.service.js';

@ObjectType('ListExport', { description: 'What an export is for, and of which list it is.' })
export class ListExportView {
  @Field(() => String, { description: 'The purpose, as whoever proposed it wrote it.' })
  readonly purpose: string;

  @Field(() => [String], {
    description: 'The filters of the list in words; of a search only its kind.',
  })
  readonly filters: string[];

  constructor(purpose: string, filters: string[]) {
    this.purpose = purpose;
    this.filters = filters;
  }
}

@ObjectType('ListExportChild', { description: 'The child of an exported record, nothing masked.' })
class ListExportChildView {
  constructor(private readonly child: ExportedRecord['child']) {}

  @Field(() => String, { description: 'Whole name.' })
  get name(): string {
    return this.child.name;
  }

  @Field(() => SexEnum, { description: 'Sex.' })
  get sex(): Sex {
    return this.child.sex;
  }

  @Field(() => CalendarDate, { description: 'Date of birth.' })
  get birthDate(): string {
    return this.child.birthDate;
  }

  @Field(() => DocumentTypeEnum, { description: 'Kind of the document.' })
  get documentType(): DocumentType {
    return this.child.documentType;
  }

  @Field(() => String, { description: 'Whole number of the document.' })
  get documentNumber(): string {
    return this.child.documentNumber;
  }
}

@ObjectType('ListExportGuardian', { description: 'A guardian of an exported record, nothing masked.' })
class ListExportGuardianView {
  constructor(private readonly guardian: ExportedRecord['guardians'][number]) {}

  @Field(() => GuardianRoleEnum, { description: '监护人(一) or 监护人(二).' })
  get role(): GuardianRole {
    return this.guardian.role;
  }

  @Field(() => RelationEnum, {
    nullable: true,
    description: 'Relation to the child; null before the family has said it.',
  })
  get relation(): Relation | null {
    return this.guardian.relation;
  }

  @Field(() => String, { description: 'Whole name.' })
  get name(): string {
    return this.guardian.name;
  }

  @Field(() => DocumentTypeEnum, { description: 'Kind of the document.' })
  get documentType(): DocumentType {
    return this.guardian.documentType;
  }

  @Field(() => String, { description: 'Whole number of the document.' })
  get documentNumber(): string {
    return this.guardian.documentNumber;
  }

  @Field(() => String, { description: 'Whole phone number.' })
  get phone(): string {
    return this.guardian.phone;
  }
}

@ObjectType('ListExportRow', { description: 'A record as it stood when the export was written.' })
export class ListExportRowView {
  @Field(() => CollectionNumber, { description: 'The record’s collection number.' })
  readonly number: string;

  constructor(
    number: string,
    readonly record: ExportedRecord,
  ) {
    this.number = number;
  }

  @Field(() => ServiceKindEnum, { description: 'The service.' })
  get service(): ServiceKind {
    return this.record.service;
  }

  @Field(() => StageEnum, { description: 'The stage.' })
  get stage(): Stage {
    return this.record.stage;
  }

  @Field(() => GraphQLDateTime, { description: 'Since when it was in this stage.' })
  get stageSince(): Date {
    return new Date(this.record.stageSince);
  }

  @Field(() => ListExportChildView, { description: 'The child.' })
  get child(): ListExportChildView {
    return new ListExportChildView(this.record.child);
  }

  @Field(() => [ListExportGuardianView], { description: 'The guardians, the first one first.' })
  get guardians(): ListExportGuardianView[] {
    return this.record.guardians.map((guardian) => new ListExportGuardianView(guardian));
  }

  @Field(() => AdmissionOutcomeEnum, {
    nullable: true,
    description: 'What the district had decided about the admission; null before a preregistration.',
  })
  get outcome(): AdmissionOutcome | null {
    return this.record.outcome;
  }
}

@ObjectType('ListExportRowConnection', { description: 'A page of an export, in the order of the numbers.' })
export class ListExportRowConnectionView {
  @Field(() => [ListExportRowView], {
    description: 'The records. What was withdrawn since is not among them.',
  })
  readonly nodes: ListExportRowView[];

  @Field(() => PageInfoView, { description: 'The position of the page within the export.' })
  readonly pageInfo: PageInfoView;

  constructor({ rows, more }: ExportPage) {
    this.nodes = rows.map(({ number, record }) => new ListExportRowView(number, record));
    this.pageInfo = new PageInfoView(
      rows.map(({ cursor }) => cursor),
      more,
    );
  }
}

export const ListExportRows = createUnionType({
  name: 'ListExportRows',
  description: 'A page of the export, or the reason why there is none.',
  types: () => [ListExportRowConnectionView, RefusedView] as const,
});
