-- 材料不齐: which originals a family did not bring to a school's desk, until they are seen or the note is taken back.
create table "missing_originals" ("record_id" uuid not null, "school_code" varchar(10) not null, "noted_at" timestamptz not null, "registrar" varchar(255) not null, "form" boolean not null, "kinds" text[] not null, primary key ("record_id"));
alter table "missing_originals" add constraint "missing_originals_record_id_foreign" foreign key ("record_id") references "collection_record" ("id") on update cascade on delete cascade;
alter table "missing_originals" add constraint "missing_originals_school_code_foreign" foreign key ("school_code") references "school" ("code");
alter table "missing_originals" add constraint "missing_originals_any" check (form or (cardinality(kinds) > 0));
create index missing_originals_school on missing_originals (school_code, noted_at, record_id);
grant select, insert, update, delete on missing_originals to enrolment_app;

alter table "message_sentence" drop constraint "message_sentence_kind_check";
alter table "message_sentence" add constraint "message_sentence_kind_check" check ("kind" in ('REGISTERED', 'REMINDER', 'RETURNED', 'IDENTITY_RETURNED', 'APPROVED', 'REJECTED', 'APPEAL_DECIDED', 'PREREGISTERED', 'PREREGISTRATION_UNDONE', 'ORIGINALS_MISSING', 'RESULT_PUBLISHED', 'RESULT_CORRECTED', 'CORRECTION_DECLINED', 'CORRECTED', 'WRITTEN'));
