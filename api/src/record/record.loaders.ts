import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { run } from '../platform/sql.js';
import type {
  AdmissionOutcome,
  CheckStatus,
  DocumentType,
  GuardianRole,
  Relation,
  ReviewItemKind,
  Sex,
  Stage,
} from '../vocabulary.js';

export interface ChildRow {
  record_id: string;
  nationality: string;
  name_sealed: Buffer;
  document_type: DocumentType;
  document_sealed: Buffer;
  sex: Sex;
  birth_date_sealed: Buffer;
}

export interface GuardianRow {
  record_id: string;
  role: GuardianRole;
  name_sealed: Buffer;
  document_type: DocumentType;
  document_sealed: Buffer;
  phone_sealed: Buffer;
  relation: Relation | null;
}

export interface EventRow {
  record_id: string;
  kind: string;
  at: string;
  actor: string;
  to_stage: Stage;
  note: string | null;
}

export interface MessageRow {
  id: string;
  record_id: string;
  channel: string;
  key_id: string | null;
  wrapped_key: Buffer | null;
  phone_sealed: Buffer | null;
  text_sealed: Buffer | null;
  expires_at: string | null;
  queued_at: string;
  sent_at: string | null;
  delivered: boolean | null;
}

export interface DetailsRow {
  record_id: string;
  content_sealed: Buffer;
  submitted_sealed: Buffer | null;
  saved_at: string;
  saved_by: GuardianRole;
}

export interface ReviewItemRow {
  record_id: string;
  kind: ReviewItemKind;
  label: string;
  label_en: string;
  status: CheckStatus;
  reason_sealed: Buffer | null;
  remedy_sealed: Buffer | null;
  due_at: string | null;
  decided_at: string | null;
}

export interface RejectionRow {
  record_id: string;
  reason_sealed: Buffer;
  rejected_at: string;
  appeal_due_at: string;
  statement_sealed: Buffer | null;
  appealed_at: string | null;
  decided_at: string | null;
  accepted: boolean | null;
  decision_sealed: Buffer | null;
}

export interface AdmissionRow {
  record_id: string;
  school_code: string;
  preregistered_at: string;
  outcome: AdmissionOutcome;
  approved_at: string | null;
  note_sealed: Buffer | null;
  published_at: string | null;
}

export interface AuthorizationRow {
  id: string;
  record_id: string;
  granted_at: string;
  revoked_at: string | null;
}

export interface IdentityCheckRow {
  record_id: string;
  status: CheckStatus;
  requested_at: string;
  overdue_at: string | null;
  checked_at: string | null;
  reason_sealed: Buffer | null;
}

export interface RecordLoaders {
  readonly child: DataLoader<string, ChildRow | null>;
  readonly guardians: DataLoader<string, GuardianRow[]>;
  readonly events: DataLoader<string, EventRow[]>;
  readonly messages: DataLoader<string, MessageRow[]>;
  readonly authorization: DataLoader<string, AuthorizationRow | null>;
  readonly details: DataLoader<string, DetailsRow | null>;
  readonly identityCheck: DataLoader<string, IdentityCheckRow | null>;
  readonly reviewItems: DataLoader<string, ReviewItemRow[]>;
  readonly rejection: DataLoader<string, RejectionRow | null>;
  readonly admission: DataLoader<string, AdmissionRow | null>;
}

/** The relations of any number of records, one statement each; rows, not entities, since these are hot lists. */
export function recordLoaders(em: EntityManager): RecordLoaders {
  const many = <Row extends { record_id: string }>(select: string) =>
    new DataLoader<string, Row[]>(async (ids) => {
      const rows = await run<Row>(em, select, [ids]);
      const byRecord = Map.groupBy(rows, (row) => row.record_id);
      return ids.map((id) => byRecord.get(id) ?? []);
    });
  const one = <Row extends { record_id: string }>(select: string) =>
    new DataLoader<string, Row | null>(async (ids) => {
      const rows = await run<Row>(em, select, [ids]);
      const byRecord = new Map(rows.map((row) => [row.record_id, row]));
      return ids.map((id) => byRecord.get(id) ?? null);
    });
  return {
    child: one(
      `select record_id, nationality, name_sealed, document_type, document_sealed, sex, birth_date_sealed
       from child where record_id = any($1::uuid[])`,
    ),
    guardians: many(
      `select record_id, role, name_sealed, document_type, document_sealed, phone_sealed, relation
       from guardian where record_id = any($1::uuid[]) order by record_id, role`,
    ),
    events: many(
      `select record_id, kind, at, actor, to_stage, note from record_event where record_id = any($1::uuid[]) order by id`,
    ),
    messages: many(
      `select id, record_id, channel, key_id, wrapped_key, phone_sealed, text_sealed, expires_at, queued_at, sent_at, delivered
       from message where record_id = any($1::uuid[]) order by queued_at desc, id desc`,
    ),
    authorization: one(
      `select id, record_id, granted_at, revoked_at from record_authorization
       where record_id = any($1::uuid[]) and revoked_at is null`,
    ),
    details: one(
      `select record_id, content_sealed, submitted_sealed, saved_at, saved_by from details where record_id = any($1::uuid[])`,
    ),
    identityCheck: one(
      `select record_id, status, requested_at, overdue_at, checked_at, reason_sealed
       from identity_check where record_id = any($1::uuid[])`,
    ),
    reviewItems: many(
      `select record_id, kind, label, label_en, status, reason_sealed, remedy_sealed, due_at, decided_at
       from review_item where record_id = any($1::uuid[]) order by record_id, position`,
    ),
    rejection: one(
      `select record_id, reason_sealed, rejected_at, appeal_due_at, statement_sealed, appealed_at, decided_at, accepted,
         decision_sealed
       from rejection where record_id = any($1::uuid[])`,
    ),
    admission: one(
      `select record_id, school_code, preregistered_at, outcome, approved_at, note_sealed, published_at
       from admission where record_id = any($1::uuid[])`,
    ),
  };
}
