-- The first slice: reference data, records with child and guardians, SMS codes, robot checks, messages, history, audit.

create table "address_quota" ("address_index" bytea not null, "window_start" timestamptz not null, "count" smallint not null, primary key ("address_index"));

create table "audit_chain" ("chain" smallint primary key, "length" bigint not null, "head" bytea not null);

create table "audit_entry" ("id" bigserial primary key, "chain" smallint not null, "position" bigint not null, "at" timestamptz not null, "actor" varchar(255) not null, "actor_role" varchar(40) not null, "action" varchar(60) not null, "record_number" varchar(14) null, "detail" text null, "previous_hash" bytea not null, "hash" bytea not null);
create index "audit_entry_record" on "audit_entry" ("record_number");
alter table "audit_entry" add constraint "audit_chain_position" unique ("chain", "position");

create table "captcha" ("id" uuid not null, "challenge" jsonb not null, "subject_index" bytea not null, "expires_at" timestamptz not null, "used_at" timestamptz null, primary key ("id"));
create index "captcha_expires_at" on "captcha" ("expires_at");

create table "clock" ("id" smallint primary key, "offset_seconds" bigint not null);
alter table "clock" add constraint "clock_single_row" check (id = 1);

create table "district" ("code" varchar(2) not null, "gb2260" varchar(6) null, "name" varchar(20) not null, "name_en" varchar(60) not null, "hotline" text[] not null, "position" smallint not null, primary key ("code"));
alter table "district" add constraint "district_code_shape" check ((code)::text ~ '^[0-9]{2}$'::text);

create table "collection_record" ("id" uuid not null, "number" varchar(14) not null, "season" smallint not null, "service" text not null, "ground" text null, "district_code" varchar(2) not null, "hukou_province" varchar(6) null, "hukou_district" varchar(2) null, "residence_district" varchar(2) null, "stage" text not null, "version" int not null default 1, "notice_version" varchar(20) not null, "privacy_policy_version" varchar(20) not null, "registered_by" varchar(255) null, "attempt_key" uuid null, "attempt_hash" bytea null, "key_id" varchar(40) null, "wrapped_key" bytea null, "registered_at" timestamptz not null, "submitted_at" timestamptz null, "withdrawn_at" timestamptz null, primary key ("id"));
alter table "collection_record" add constraint "collection_number_unique" unique ("number");
create index collection_record_registered_by on collection_record (registered_by, registered_at) where registered_by is not null;
alter table "collection_record" add constraint "attempt_reused" unique ("attempt_key");
alter table "collection_record" add constraint "collection_number_shape" check ((number)::text ~ '^[0-9]{14}$'::text);
alter table "collection_record" add constraint "district_mismatch" check ((withdrawn_at is not null) or ((district_code)::text = (residence_district)::text) or ((district_code)::text = (hukou_district)::text));
alter table "collection_record" add constraint "withdrawn_holds_nothing" check ((((stage)::text = 'WITHDRAWN'::text) = (withdrawn_at is not null)) and ((withdrawn_at is null) or ((registered_by is null) and (wrapped_key is null) and (attempt_hash is null) and (residence_district is null) and (hukou_district is null) and (hukou_province is null))));
alter table "collection_record" add constraint "collection_record_service_check" check ("service" in ('NON_LOCAL_HUKOU', 'TREATED_AS_LOCAL', 'LOCAL_HUKOU'));
alter table "collection_record" add constraint "collection_record_ground_check" check ("ground" in ('TAIWAN_COMPATRIOT', 'OVERSEAS_CHINESE', 'POSTDOCTORAL', 'MILITARY_RELOCATION', 'ONE_PARENT_LOCAL', 'WORK_RESIDENCE_PERMIT', 'FOREIGN_NATIONAL'));
alter table "collection_record" add constraint "collection_record_stage_check" check ("stage" in ('REGISTERED', 'DETAILS_DRAFTED', 'SUBMITTED', 'IDENTITY_VERIFIED', 'RETURNED', 'REJECTED', 'APPEALED', 'APPROVED', 'PREREGISTERED', 'ADMITTED', 'WITHDRAWN'));

create table "child" ("record_id" uuid not null, "nationality" varchar(2) not null, "name_sealed" bytea not null, "document_type" text not null, "document_sealed" bytea not null, "document_index" bytea not null, "sex" text not null, "birth_date_sealed" bytea not null, primary key ("record_id"));
alter table "child" add constraint "document_already_registered" unique ("document_type", "document_index");
alter table "child" add constraint "child_document_type_check" check ("document_type" in ('RESIDENT_ID', 'HK_MACAO_PERMIT', 'HK_MACAO_RESIDENCE', 'TAIWAN_PERMIT', 'TAIWAN_RESIDENCE', 'PASSPORT', 'FOREIGN_PERMANENT_RESIDENT_ID'));
alter table "child" add constraint "child_sex_check" check ("sex" in ('MALE', 'FEMALE'));

create table "district_question" ("district_code" varchar(2) not null, "service" text not null, "key" varchar(40) not null, "label" varchar(200) not null, "help" text null, "kind" text not null, "required" boolean not null, "choices" text[] null, "position" smallint not null, primary key ("district_code", "service", "key"));
alter table "district_question" add constraint "district_question_service_check" check ("service" in ('NON_LOCAL_HUKOU', 'TREATED_AS_LOCAL', 'LOCAL_HUKOU'));
alter table "district_question" add constraint "district_question_kind_check" check ("kind" in ('TEXT', 'CHOICE', 'DATE', 'NUMBER', 'BOOLEAN'));

create table "guardian" ("record_id" uuid not null, "role" text not null, "name_sealed" bytea not null, "document_type" text not null, "document_sealed" bytea not null, "document_index" bytea not null, "phone_sealed" bytea not null, "phone_index" bytea not null, "phone_slot" smallint null, "relation" text null, primary key ("record_id", "role"));
alter table "guardian" add constraint "phone_slot_taken" unique ("phone_index", "phone_slot");
alter table "guardian" add constraint "phone_limit_reached" check ((phone_slot >= 1) and (phone_slot <= 3));
alter table "guardian" add constraint "first_guardian_has_slot" check (((role)::text = 'FIRST'::text) = (phone_slot is not null));
alter table "guardian" add constraint "guardian_role_check" check ("role" in ('FIRST', 'SECOND'));
alter table "guardian" add constraint "guardian_document_type_check" check ("document_type" in ('RESIDENT_ID', 'HK_MACAO_PERMIT', 'HK_MACAO_RESIDENCE', 'TAIWAN_PERMIT', 'TAIWAN_RESIDENCE', 'PASSPORT', 'FOREIGN_PERMANENT_RESIDENT_ID'));
alter table "guardian" add constraint "guardian_relation_check" check ("relation" in ('FATHER', 'MOTHER', 'GRANDPARENT', 'OTHER_LEGAL_GUARDIAN'));

create table "message" ("id" uuid not null, "record_id" uuid null, "event_key" varchar(80) not null, "channel" varchar(10) not null, "key_id" varchar(40) null, "wrapped_key" bytea null, "phone_sealed" bytea null, "text_sealed" bytea null, "queued_at" timestamptz not null, "expires_at" timestamptz null, "sent_at" timestamptz null, "delivered" boolean null, primary key ("id"));
create index "message_record" on "message" ("record_id");
alter table "message" add constraint "message_once_per_event" unique ("event_key");

create table "notice_text" ("kind" text not null, "version" varchar(20) not null, "language" text not null, "title" varchar(200) not null, "body" text not null, "published_at" timestamptz not null, primary key ("kind", "version", "language"));
alter table "notice_text" add constraint "notice_text_kind_check" check ("kind" in ('NON_LOCAL_HUKOU', 'TREATED_AS_LOCAL', 'LOCAL_HUKOU', 'PRIVACY'));
alter table "notice_text" add constraint "notice_text_language_check" check ("language" in ('zh-CN', 'en'));

create table "phase" ("season" smallint not null, "district_code" varchar(2) not null, "service" text not null, "kind" text not null, "opens_at" timestamptz not null, "closes_at" timestamptz not null, primary key ("season", "district_code", "service", "kind"));
alter table "phase" add constraint "phase_opens_before_it_closes" check (closes_at > opens_at);
alter table "phase" add constraint "phase_service_check" check ("service" in ('NON_LOCAL_HUKOU', 'TREATED_AS_LOCAL', 'LOCAL_HUKOU'));
alter table "phase" add constraint "phase_kind_check" check ("kind" in ('REGISTRATION', 'DETAILS', 'REVIEW', 'CORRECTION', 'FORM_PRINTING', 'SCHOOL_PREREGISTRATION', 'RESULT'));

create table "policy" ("id" serial primary key, "district_code" varchar(2) null, "title" varchar(200) not null, "url" text null, "published_on" date null, "body" text null, "position" smallint not null);

create table "record_event" ("id" bigserial primary key, "record_id" uuid not null, "kind" varchar(40) not null, "at" timestamptz not null, "actor" varchar(40) not null, "from_stage" text null, "to_stage" text not null);
create index "record_event_record" on "record_event" ("record_id");
alter table "record_event" add constraint "record_event_from_stage_check" check ("from_stage" in ('REGISTERED', 'DETAILS_DRAFTED', 'SUBMITTED', 'IDENTITY_VERIFIED', 'RETURNED', 'REJECTED', 'APPEALED', 'APPROVED', 'PREREGISTERED', 'ADMITTED', 'WITHDRAWN'));
alter table "record_event" add constraint "record_event_to_stage_check" check ("to_stage" in ('REGISTERED', 'DETAILS_DRAFTED', 'SUBMITTED', 'IDENTITY_VERIFIED', 'RETURNED', 'REJECTED', 'APPEALED', 'APPROVED', 'PREREGISTERED', 'ADMITTED', 'WITHDRAWN'));

create table "school" ("code" varchar(10) not null, "district_code" varchar(2) not null, "name" varchar(60) not null, "name_en" varchar(120) not null, "address" varchar(200) null, "phone" varchar(40) null, primary key ("code"));
alter table "school" add constraint "school_district_code_foreign" foreign key ("district_code") references "district" ("code");

create table "season" ("year" smallint primary key, "born_from" date not null, "born_to" date not null);
alter table "season" add constraint "season_age_range" check (born_from <= born_to);

create table "site" ("id" smallint primary key, "hotline" varchar(40) not null, "service_hours" varchar(80) not null, "service_hours_en" varchar(80) not null, "icp_filing" varchar(80) not null, "police_filing" varchar(80) not null);
alter table "site" add constraint "site_single_row" check (id = 1);

create table "sms_code" ("id" uuid not null, "phone_index" bytea not null, "purpose" text not null, "record_id" uuid null, "code_hash" bytea not null, "issued_at" timestamptz not null, "expires_at" timestamptz not null, "attempts" smallint not null default 0, "tried_at" timestamptz null, "consumed_at" timestamptz null, primary key ("id"));
create index "sms_code_record" on "sms_code" ("record_id");
create index "sms_code_phone" on "sms_code" ("phone_index", "purpose", "issued_at");
alter table "sms_code" add constraint "sms_attempts_exceeded" check ((attempts >= 0) and (attempts <= 5));
alter table "sms_code" add constraint "sms_code_purpose_check" check ("purpose" in ('REGISTRATION', 'WITHDRAWAL'));

create table "sms_quota" ("phone_index" bytea not null, "last_sent_at" timestamptz not null, "day" date not null, "sent_on_day" smallint not null, primary key ("phone_index"));

alter table "collection_record" add constraint "collection_record_district_code_foreign" foreign key ("district_code") references "district" ("code");

alter table "child" add constraint "child_record_id_foreign" foreign key ("record_id") references "collection_record" ("id") on update cascade on delete cascade;

alter table "district_question" add constraint "district_question_district_code_foreign" foreign key ("district_code") references "district" ("code");

alter table "guardian" add constraint "guardian_record_id_foreign" foreign key ("record_id") references "collection_record" ("id");

alter table "message" add constraint "message_record_id_foreign" foreign key ("record_id") references "collection_record" ("id") on delete cascade;

alter table "phase" add constraint "phase_district_code_foreign" foreign key ("district_code") references "district" ("code");

alter table "policy" add constraint "policy_district_code_foreign" foreign key ("district_code") references "district" ("code") on delete cascade;

alter table "record_event" add constraint "record_event_record_id_foreign" foreign key ("record_id") references "collection_record" ("id");

alter table "sms_code" add constraint "sms_code_record_id_foreign" foreign key ("record_id") references "collection_record" ("id") on delete cascade;

-- 信息采集编号: the seven digits in the middle, over all districts.
create sequence collection_serial maxvalue 9999999;

-- ── Audit: append-only, hash-chained ─────────────────────────────────────────────────────────────────────────────────
-- Each database session writes to one of 64 chains, so that sessions do not wait for each other and a transaction with
-- several entries takes one lock. Only this trigger writes audit_chain: a cut tail shows as a chain that is too short.
insert into audit_chain (chain, length, head) select n, 0, sha256(convert_to('audit chain ' || n, 'UTF8')) from generate_series(0, 63) n;

create function audit_hash(previous bytea, chain smallint, "position" bigint, at timestamptz, actor text, actor_role text, action text, record_number text, detail text)
returns bytea language sql immutable parallel safe as $$
  select sha256(previous || convert_to(jsonb_build_array(chain, "position", extract(epoch from at), actor, actor_role, action, record_number, detail)::text, 'UTF8'))
$$;

create function audit_append() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  tail audit_chain;
begin
  new.chain := pg_backend_pid() % 64;
  update audit_chain set length = length + 1 where audit_chain.chain = new.chain returning * into tail;
  new.position := tail.length;
  new.previous_hash := tail.head;
  new.hash := audit_hash(tail.head, new.chain, new.position, new.at, new.actor, new.actor_role, new.action, new.record_number, new.detail);
  update audit_chain set head = new.hash where audit_chain.chain = new.chain;
  return new;
end
$$;

create trigger audit_append before insert on audit_entry for each row execute function audit_append();

-- ── Who may do what ──────────────────────────────────────────────────────────────────────────────────────────────────
grant select on address_quota, audit_chain, audit_entry, captcha, child, clock, collection_record, district, district_question, guardian, message, notice_text, phase, policy, record_event, school, season, site, sms_code, sms_quota to enrolment_app;
grant insert, update, delete on address_quota, captcha, child, guardian, message, sms_code, sms_quota to enrolment_app;
grant insert, update on collection_record to enrolment_app;
grant insert on audit_entry, record_event to enrolment_app;
grant usage on sequence audit_entry_id_seq, record_event_id_seq, collection_serial to enrolment_app;

insert into clock (id, offset_seconds) values (1, 0);
