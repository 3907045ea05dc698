import { windowsOf, type WindowsRow } from '../calendar/windows.js';
import type { CheckStatus, DocumentType, QuestionKind, ReviewItemKind } from '../vocabulary.js';
import type { Requirement } from './details.needs.js';

/** Everything that the rulebook needs. $1 record, $2 season, $3 district, $4 service. */
export const GATHER_FACTS = `
  select
    ${windowsOf('$2', '$3', '$4')} as windows,
    (select json_agg(json_build_object('block', block, 'need', need, 'district', district_code, 'ground', ground)) from detail_requirement
      where service = $4 and (district_code is null or district_code = $3)) as requirements,
    (select json_agg(json_build_object('key', key, 'label', label, 'kind', kind, 'required', required, 'choices', choices) order by position, key)
      from district_question where district_code = $3 and service = $4) as questions,
    (select array_agg(code) from district) as districts,
    (select hotline[1] from district where code = $3) as hotline,
    (select json_agg(json_build_object('kind', kind, 'status', status, 'dueAt', due_at)) from review_item
      where record_id = $1) as items,
    (select json_build_object('status', status, 'checkedAt', checked_at) from identity_check where record_id = $1) as identity,
    child.document_sealed as child_document, first.document_type as first_document_type, first.document_sealed as first_document,
    second.document_type as second_document_type, second.document_index as second_document_index,
    second.phone_index as second_phone_index, details.content_sealed, details.submitted_sealed
  from child
    join guardian first on first.record_id = child.record_id and first.role = 'FIRST'
    left join guardian second on second.record_id = child.record_id and second.role = 'SECOND'
    left join details on details.record_id = child.record_id
  where child.record_id = $1`;

export interface FactsRow {
  windows: WindowsRow;
  requirements: Requirement[] | null;
  questions:
    { key: string; label: string; kind: QuestionKind; required: boolean; choices: string[] | null }[] | null;
  districts: string[];
  hotline: string | null;
  items: { kind: ReviewItemKind; status: CheckStatus; dueAt: string | null }[] | null;
  identity: { status: CheckStatus; checkedAt: string | null } | null;
  child_document: Buffer;
  first_document_type: DocumentType;
  first_document: Buffer;
  second_document_type: DocumentType | null;
  second_document_index: Buffer | null;
  second_phone_index: Buffer | null;
  content_sealed: Buffer | null;
  submitted_sealed: Buffer | null;
}

/**
 * Writes details, both guardians' rows and the record's next version in one statement; nothing when the version is no
 * longer the one that was read. $1 record, $2 version, $3 now, $4 content, $5 submitted or null, $6 by which guardian,
 * $7 first guardian's relation, $8 whether there is a second guardian, null for
 * whoever stands there, from $9 on who that is.
 */
export const WRITE = `
  with record as (
    update collection_record set version = version + 1, submitted_at = case when $5::bytea is null then submitted_at else $3 end
    where id = $1 and version = $2 returning id
  ), saved as (
    insert into details (record_id, content_sealed, submitted_sealed, saved_at, saved_by)
    select id, $4, $5::bytea, $3, $6 from record
    on conflict (record_id) do update set content_sealed = excluded.content_sealed,
      submitted_sealed = coalesce(excluded.submitted_sealed, details.submitted_sealed),
      saved_at = excluded.saved_at, saved_by = excluded.saved_by
  ), first_guardian as (
    update guardian set relation = $7 from record where record_id = record.id and role = 'FIRST'
  ), gone as (
    delete from guardian using record where record_id = record.id and role = 'SECOND' and not $8::boolean
  ), second_guardian as (
    insert into guardian (record_id, role, name_sealed, document_type, document_sealed, document_index, phone_sealed, phone_index, relation)
    select id, 'SECOND', $9, $10, $11, $12, $13, $14, $15 from record where $8::boolean
    on conflict (record_id, role) do update set name_sealed = excluded.name_sealed, document_type = excluded.document_type,
      document_sealed = excluded.document_sealed, document_index = excluded.document_index, phone_sealed = excluded.phone_sealed,
      phone_index = excluded.phone_index, relation = excluded.relation
  )
  select id from record`;
