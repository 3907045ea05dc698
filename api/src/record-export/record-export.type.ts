import { GraphQLDateTime } from 'graphql-scalars';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { AuditEntryView } from '../audit-trail/audit-trail.type.js';
import { ReceiptSectionView } from '../details/details-in-words.js';
import { RevealedDocumentsView } from '../disclosure/disclosure.type.js';
import { instant } from '../platform/sql.js';
import { CollectionRecordView } from '../record/record.type.js';
import { RefusedView } from '../refusal.type.js';
import type { GrantRow } from './record-export.service.js';

@ObjectType('ExportConfirmed', { description: 'A code has confirmed who asks for whole numbers.' })
export class ExportConfirmedView {
  @Field(() => String, { description: 'For recordExport, by the same person, about the same record.' })
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
  description: 'The ticket for whole numbers, or why not.',
  types: () => [ExportConfirmedView, RefusedView] as const,
});

@ObjectType('ExportedDetails', { description: 'Details as they are held.' })
export class ExportedDetailsView {
  @Field(() => Boolean, {
    description: 'true: as submitted last; false: as saved after that, and not submitted yet.',
  })
  readonly submitted: boolean;

  @Field(() => GraphQLDateTime, { description: 'When they were submitted or saved.' })
  readonly at: Date;

  @Field(() => [ReceiptSectionView], { description: 'Part by part, in the order of the form.' })
  readonly sections: ReceiptSectionView[];

  constructor(details: ExportedDetailsView) {
    this.submitted = details.submitted;
    this.at = details.at;
    this.sections = details.sections;
  }
}

@ObjectType('ExportedGrant', {
  description: 'That guardian (2) was authorised, and until when. Of whom only fingerprints are held.',
})
export class ExportedGrantView {
  constructor(private readonly row: GrantRow) {}

  @Field(() => GraphQLDateTime, { description: 'When it was granted.' })
  get grantedAt(): Date {
    return new Date(this.row.granted_at);
  }

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it ended; null while it is live.' })
  get revokedAt(): Date | null {
    return instant(this.row.revoked_at);
  }
}

@ObjectType('RecordExport', {
  description:
    'Everything that is held about a child, for who registered it (个人信息保护法 45): a copy to be read or kept. What the district has decided and not published yet is not in it.',
})
export class RecordExportView {
  @Field(() => GraphQLDateTime, { description: 'When the copy was made.' })
  readonly madeAt: Date;

  @Field(() => Boolean, { description: 'Whether numbers are whole: after a code has confirmed who asks.' })
  readonly whole: boolean;

  @Field(() => CollectionRecordView, {
    description:
      'The record as its family sees it: what was registered, review, result, history, messages, consents. Numbers in it are masked; `documents` has them whole.',
  })
  readonly record: CollectionRecordView;

  @Field(() => RevealedDocumentsView, {
    nullable: true,
    description: 'Whole numbers of child and guardians; null unless `whole`.',
  })
  readonly documents: RevealedDocumentsView | null;

  @Field(() => [ExportedDetailsView], {
    description: 'The details: what was submitted last, and what was saved since.',
  })
  readonly details: ExportedDetailsView[];

  @Field(() => [ExportedGrantView], { description: 'Every authorisation there was, the oldest first.' })
  readonly grants: ExportedGrantView[];

  @Field(() => [AuditEntryView], { description: 'Who looked and who did what, the newest first.' })
  readonly trail: AuditEntryView[];

  @Field(() => [String], {
    description: 'How it is kept, what else is held, for how long, and what stays; in the reader’s language.',
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
