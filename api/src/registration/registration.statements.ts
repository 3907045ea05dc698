import { windowsOf, type WindowsRow } from '../calendar/windows.js';
import { IS_VOID } from '../sms-code/sms-code.service.js';

/**
 * Everything that the rulebook needs. Runs after the try was counted, and so after the wait for whoever registers on the
 * same phone: it sees what they left. What others have registered is looked up only for who holds the phone (the code was
 * right): else any list of numbers could be asked for, by the answer or by the time that it takes. What one has
 * registered oneself (the first few of it) is told in any case, and found by who asks, not by what is asked for.
 * $1 phone, $2 purpose, $3 null, $4 now, $5 document type, $6 document, $7 district, $8 service, $9 attempt key,
 * $10 who asks, $11 was the code right.
 */
export const GATHER_FACTS = `
  with present as (select year, born_from, born_to from season order by year desc limit 1),
  mine as materialized (select id from collection_record where registered_by = $10 and not $11::boolean limit 20)
  select
    ${IS_VOID} as code_void,
    case when $11 then exists (select from child where document_type = $5 and document_index = $6)
      else exists (select from mine where (select document_index from child where record_id = mine.id) = $6)
      end as document_taken,
    $11 and exists (select from child join collection_record r on r.id = record_id
      where document_type = $5 and document_index = $6 and registered_by <> $10) as document_of_others,
    (select coalesce(array_agg(phone_slot), '{}') from guardian
      where phone_index = case when $11 then $1::bytea end and phone_slot is not null) as slots_used,
    present.year as season, present.born_from::text as born_from, present.born_to::text as born_to,
    ${windowsOf('present.year', '$7', '$8')} as windows,
    (select version from notice_text where kind = 'PRIVACY' order by published_at desc, version desc limit 1) as privacy_policy_version,
    (select array_agg(code) from district) as districts,
    (select hotline[1] from district where code = $7) as hotline,
    exists (select from collection_record where attempt_key = $9) as attempt_known,
    nextval('collection_serial')::int as serial
  from present`;

export interface FactsRow {
  code_void: boolean;
  document_taken: boolean;
  document_of_others: boolean;
  slots_used: number[];
  season: number;
  born_from: string;
  born_to: string;
  windows: WindowsRow;
  privacy_policy_version: string;
  districts: string[];
  hotline: string | null;
  attempt_known: boolean;
  serial: number;
}

/**
 * The registration, in one statement: uses the code up, gives the tries on its siblings back, and writes record, child,
 * guardian, history, audit, the confirmation and its job. Nothing is written when the code has been used meanwhile.
 */
export const REGISTER = `
  with used as (
    update sms_code set consumed_at = $1, attempts = attempts - 1 where id = $2 and consumed_at is null returning id
  ), siblings as (
    update sms_code set attempts = attempts - 1 where id = any($3::uuid[]) and attempts > 0
  ), record as (
    insert into collection_record (id, number, season, service, ground, district_code, hukou_province, hukou_district,
      residence_district, stage, notice_version, privacy_policy_version, registered_by, attempt_key, attempt_hash, key_id,
      wrapped_key, registered_at, language)
    select $4::uuid, $5, $6, $7, $8, $9, $10, $11, $12, 'REGISTERED', $13, $14, $15, $16::uuid, $17, $18, $19, $1, $42 from used
    returning *
  ), child as (
    insert into child (record_id, nationality, name_sealed, document_type, document_sealed, document_index, sex, birth_date_sealed)
    select id, $20, $21, $22, $23, $24, $25, $26 from record
  ), guardian as (
    insert into guardian (record_id, role, name_sealed, document_type, document_sealed, document_index, phone_sealed, phone_index, phone_slot)
    select id, 'FIRST', $27, $28, $29, $30, $31, $32, $33 from record
  ), event as (
    insert into record_event (record_id, kind, at, actor, to_stage) select id, 'REGISTERED', $1, 'GUARDIAN', 'REGISTERED' from record
  ), audited as (
    insert into audit_entry (at, actor, actor_role, action, record_number) select $1, 'GUARDIAN', 'GUARDIAN', 'RECORD_REGISTERED', number from record
  ), confirmation as (
    insert into message (id, event_key, record_id, key_id, wrapped_key, phone_sealed, text_sealed, expires_at, queued_at, channel)
    select $34::uuid, $35, $36::uuid, $37, $38, $39, $40, $41::timestamptz, $1, 'SMS' from record
    returning id
  )
  select record.*, null as identity_status, null as review_opens_at, null as published_at,
    'REGISTRANT' as viewer_relation,
    outbox.enqueue('send_message', json_build_object('id', confirmation.id), confirmation.id::text)
  from record, confirmation`;
