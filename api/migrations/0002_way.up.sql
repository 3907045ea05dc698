-- The whole way of a record: details, identity check, review, rejection and appeal, authorisation, admission.

create table "detail_requirement" ("id" serial primary key, "service" text not null, "district_code" varchar(2) null, "ground" text null, "block" varchar(40) not null, "need" text not null);

create table "details" ("record_id" uuid not null, "content_sealed" bytea not null, "submitted_sealed" bytea null, "saved_at" timestamptz not null, "saved_by" text not null, primary key ("record_id"));

create table "record_authorization" ("id" uuid not null, "record_id" uuid not null, "document_type" text not null, "document_index" bytea not null, "phone_index" bytea not null, "granted_at" timestamptz not null, "revoked_at" timestamptz null, primary key ("id"));
create index "record_authorization_record" on "record_authorization" ("record_id");
create index record_authorization_person on record_authorization (document_index, phone_index) where revoked_at is null;
create unique index "one_live_authorization" on "record_authorization" ("record_id") where revoked_at is null;

create table "identity_check" ("record_id" uuid not null, "request_id" uuid not null, "fingerprint" bytea not null, "status" text not null, "requested_at" timestamptz not null, "overdue_at" timestamptz null, "checked_at" timestamptz null, "decided_by" varchar(255) null, "reason_sealed" bytea null, primary key ("record_id"));
alter table "identity_check" add constraint "identity_check_request" unique ("request_id");
create index identity_check_waiting on identity_check (requested_at) where (status)::text = 'PENDING'::text;

create table "rejection" ("record_id" uuid not null, "reason_sealed" bytea not null, "rejected_at" timestamptz not null, "rejected_by" varchar(255) not null, "appeal_due_at" timestamptz not null, "statement_sealed" bytea null, "appealed_at" timestamptz null, "decided_at" timestamptz null, "decided_by" varchar(255) null, "accepted" boolean null, "decision_sealed" bytea null, primary key ("record_id"));

create table "review_item" ("record_id" uuid not null, "kind" text not null, "label" varchar(60) not null, "label_en" varchar(120) not null, "position" smallint not null, "status" text not null, "reason_sealed" bytea null, "remedy_sealed" bytea null, "due_at" timestamptz null, "decided_at" timestamptz null, "decided_by" varchar(255) null, primary key ("record_id", "kind"));

create table "review_requirement" ("id" serial primary key, "service" text not null, "district_code" varchar(2) null, "kind" text not null, "label" varchar(60) not null, "label_en" varchar(120) not null, "position" smallint not null);

create table "admission" ("record_id" uuid not null, "school_code" varchar(10) not null, "preregistered_at" timestamptz not null, "preregistered_by" varchar(255) not null, "outcome" text not null, "approved_at" timestamptz null, "approved_by" varchar(255) null, "note_sealed" bytea null, "published_at" timestamptz null, primary key ("record_id"));
create index "admission_school" on "admission" ("school_code");

alter table "record_event" add "note" varchar(60) null;
alter table "detail_requirement" add constraint "detail_requirement_district_code_foreign" foreign key ("district_code") references "district" ("code") on delete cascade;
alter table "detail_requirement" add constraint "detail_requirement_service_check" check ("service" in ('NON_LOCAL_HUKOU', 'TREATED_AS_LOCAL', 'LOCAL_HUKOU'));
alter table "detail_requirement" add constraint "detail_requirement_ground_check" check ("ground" in ('TAIWAN_COMPATRIOT', 'OVERSEAS_CHINESE', 'POSTDOCTORAL', 'MILITARY_RELOCATION', 'ONE_PARENT_LOCAL', 'WORK_RESIDENCE_PERMIT', 'FOREIGN_NATIONAL'));
alter table "detail_requirement" add constraint "detail_requirement_need_check" check ("need" in ('REQUIRED', 'OPTIONAL', 'NOT_ASKED'));
alter table "details" add constraint "details_record_id_foreign" foreign key ("record_id") references "collection_record" ("id") on update cascade on delete cascade;
alter table "details" add constraint "details_saved_by_check" check ("saved_by" in ('FIRST', 'SECOND'));
alter table "record_authorization" add constraint "record_authorization_record_id_foreign" foreign key ("record_id") references "collection_record" ("id");
alter table "record_authorization" add constraint "record_authorization_document_type_check" check ("document_type" in ('RESIDENT_ID', 'HK_MACAO_PERMIT', 'HK_MACAO_RESIDENCE', 'TAIWAN_PERMIT', 'TAIWAN_RESIDENCE', 'PASSPORT', 'FOREIGN_PERMANENT_RESIDENT_ID'));
alter table "identity_check" add constraint "identity_check_record_id_foreign" foreign key ("record_id") references "collection_record" ("id") on update cascade on delete cascade;
alter table "identity_check" add constraint "identity_check_status_check" check ("status" in ('PENDING', 'PASSED', 'RETURNED', 'FAILED'));
alter table "rejection" add constraint "rejection_record_id_foreign" foreign key ("record_id") references "collection_record" ("id") on update cascade on delete cascade;
alter table "rejection" add constraint "appeal_decided_after_it_was_made" check ((decided_at is null) or (appealed_at is not null));
alter table "review_item" add constraint "review_item_record_id_foreign" foreign key ("record_id") references "collection_record" ("id");
alter table "review_item" add constraint "review_item_kind_check" check ("kind" in ('IDENTITY_AND_HUKOU', 'HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'RESIDENCE', 'EMPLOYMENT', 'GROUND', 'OTHER'));
alter table "review_item" add constraint "review_item_status_check" check ("status" in ('PENDING', 'PASSED', 'RETURNED', 'FAILED'));
alter table "review_requirement" add constraint "review_requirement_district_code_foreign" foreign key ("district_code") references "district" ("code") on delete cascade;
alter table "review_requirement" add constraint "review_requirement_service_check" check ("service" in ('NON_LOCAL_HUKOU', 'TREATED_AS_LOCAL', 'LOCAL_HUKOU'));
alter table "review_requirement" add constraint "review_requirement_kind_check" check ("kind" in ('IDENTITY_AND_HUKOU', 'HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'RESIDENCE', 'EMPLOYMENT', 'GROUND', 'OTHER'));
alter table "admission" add constraint "admission_record_id_foreign" foreign key ("record_id") references "collection_record" ("id") on update cascade on delete cascade;
alter table "admission" add constraint "admission_school_code_foreign" foreign key ("school_code") references "school" ("code");
alter table "admission" add constraint "admission_published_after_decision" check ((published_at is null) or ((approved_at is not null) and ((outcome)::text <> 'PENDING'::text)));
alter table "admission" add constraint "admission_outcome_check" check ("outcome" in ('PENDING', 'ADMITTED', 'NOT_ADMITTED'));

-- ── Who may do what ──────────────────────────────────────────────────────────────────────────────────────────────────
grant select on admission, detail_requirement, details, identity_check, record_authorization, rejection, review_item, review_requirement to enrolment_app;
grant insert, update, delete on admission, details, identity_check, record_authorization, rejection, review_item to enrolment_app;
grant insert, update on phase to enrolment_app;
