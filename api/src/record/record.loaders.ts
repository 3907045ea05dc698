import type { EntityManager } from '@mikro-orm/postgresql';
import DataLoader from 'dataloader';
import { run } from '../platform/sql.js';
import type { DocumentType, GuardianRole, Relation, Sex, Stage } from '../vocabulary.js';

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
  key_id: string;
  wrapped_key: Buffer;
  text_sealed: Buffer | null;
  queued_at: string;
  sent_at: string | null;
  delivered: boolean | null;
}

export interface RecordLoaders {
  readonly child: DataLoader<string, ChildRow | null>;
  readonly guardians: DataLoader<string, GuardianRow[]>;
  readonly events: DataLoader<string, EventRow[]>;
  readonly messages: DataLoader<string, MessageRow[]>;
}

/** The relations of any number of records, one statement each; rows, not entities, since these are hot lists. */
export function recordLoaders(em: EntityManager): RecordLoaders {
  const many = <Row extends { record_id: string }>(select: string) =>
    new DataLoader<string, Row[]>(async (ids) => {
      const rows = await run<Row>(em, select, [ids]);
      const byRecord = Map.groupBy(rows, (row) => row.record_id);
      return ids.map((id) => byRecord.get(id) ?? []);
    });
  const children = many<ChildRow>(
    `select record_id, nationality, name_sealed, document_type, document_sealed, sex, birth_date_sealed
     from child where record_id = any($1::uuid[])`,
  );
  return {
    child: new DataLoader(async (ids) => {
      const found = await children.loadMany(ids);
      return found.map((rows) => (rows instanceof Error ? rows : (rows[0] ?? null)));
    }),
    guardians: many(
      `select record_id, role, name_sealed, document_type, document_sealed, phone_sealed, relation
       from guardian where record_id = any($1::uuid[]) order by record_id, role`,
    ),
    events: many(
      `select record_id, kind, at, actor, to_stage, note from record_event where record_id = any($1::uuid[]) order by id`,
    ),
    messages: many(
      `select id, record_id, channel, key_id, wrapped_key, text_sealed, queued_at, sent_at, delivered
       from message where record_id = any($1::uuid[]) and text_sealed is not null order by queued_at desc, id desc`,
    ),
  };
}
