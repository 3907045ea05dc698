import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { AuditEntryView } from '../audit-trail/audit-trail.type.js';
import type { Authorization } from '../authorization/authorization.entity.js';
import { ReceiptSectionView } from '../details/details-in-words.js';
import { RevealedDocumentsView } from '../disclosure/disclosure.type.js';
import { CollectionRecordView } from '../record/record.type.js';
import { RefusedView } from '../refusal.type.js';

@ObjectType('ExportConfirmed', { description: 'A code has confirmed the person who asks for whole numbers.' })
export class ExportConfirmedView {
  @Field(() => String, {
    description: 'The ticket for recordExport; it holds for the same person and the same record.',
  })
  readonly ticket: string;

  @Field(() => GraphQLDateTime, { description: 'Until when it holds.' })
  readonly expiresAt: Date;

  constructor({ ticket, expiresAt }: { ticket: string; expiresAt: Date }) {
    this.ticket = ticket;
    this.expiresAt = expiresAt;
  }
}

export const ExportConfirmation = createUnionType({
  name: 'ExportConfirmation',
  description: 'The ticket for whole numbers, or the reasons why there is none.',
  types: () => [ExportConfirmedView, RefusedView] as const,
});

@ObjectType('ExportedDetails', { description: 'The details as they are held.' })
export class ExportedDetailsView {
  @Field(() => Boolean, {
    description:
      'true for what was submitted last, false for what was saved after that and is not submitted yet.',
  })
  readonly submitted: boolean;

  @Field(() => GraphQLDateTime, { description: 'When they were submitted or saved.' })
  readonly at: Date;

  @Field(() => [ReceiptSectionView], { description: 'The parts, in the order of the form.' })
  readonly sections: ReceiptSectionView[];

  constructor(details: ExportedDetailsView) {
    this.submitted = details.submitted;
    this.at = details.at;
    this.sections = details.sections;
  }
}

@ObjectType('ExportedGrant', {
  description:
    'A grant to guardian (2), and how long it held. Only fingerprints of that guardian are kept with it.',
})
export class ExportedGrantView {
  constructor(private readonly grant: Authorization) {}

  @Field(() => GraphQLDateTime, { description: 'When it was granted.' })
  get grantedAt(): Date {
    return this.grant.grantedAt;
  }

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ended; null while it is live.' })
  get revokedAt(): Date | null {
    return this.grant.revokedAt ?? null;
  }
}

@ObjectType('RecordExport', {
  description:
    'Everything that is held about a child, for the guardian who registered it (个人信息保护法 45): a copy to read or keep. Decisions of the district that are not published yet are not in it.',
})
export class RecordExportView {
  @Field(() => GraphQLDateTime, { description: 'When the copy was made.' })
  readonly madeAt: Date;

  @Field(() => Boolean, { description: 'Whether numbers are whole, which takes a ticket of confirmExport.' })
  readonly whole: boolean;

  @Field(() => CollectionRecordView, {
    description:
      'The record as its family sees it: registration, review, result, history, messages and consents. Its numbers are masked; `documents` has them whole.',
  })
  readonly record: CollectionRecordView;

  @Field(() => RevealedDocumentsView, {
    nullable: true,
    description: 'Whole numbers of child and guardians; null unless `whole` is true.',
  })
  readonly documents: RevealedDocumentsView | null;

  @Field(() => [ExportedDetailsView], {
    description: 'The details: what was submitted last, and what was saved since.',
  })
  readonly details: ExportedDetailsView[];

  @Field(() => [ExportedGrantView], { description: 'Every authorisation, oldest first.' })
  readonly grants: ExportedGrantView[];

  @Field(() => [AuditEntryView], { description: 'The audit entries of the record, newest first.' })
  readonly trail: AuditEntryView[];

  @Field(() => [String], {
    description:
      'How the data are kept, what else is held, for how long, and what stays after a withdrawal; in the reader’s language.',
  })
  readonly holding: string[];

  constructor(copy: RecordExportView) {
    this.madeAt = copy.madeAt;
    this.whole = copy.whole;
    this.record = copy.record;
    this.documents = copy.documents;
    this.details = copy.details;
    this.grants = copy.grants;
    this.trail = copy.trail;
    this.holding = copy.holding;
  }
}
