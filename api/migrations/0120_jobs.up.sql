-- What takes longer than a request: who asked for it, how far it is, and what became of each of its rows.
create table "job" ("id" uuid not null, "kind" text not null, "asked_by" varchar(255) not null, "roles" jsonb not null, "district_code" varchar(2) null, "season" smallint null, "dry_run" boolean not null, "state" text not null, "total" int not null, "done" int not null, "refused" int not null, "key_id" varchar(40) null, "wrapped_key" bytea null, "request_sealed" bytea null, "created_at" timestamptz not null, "started_at" timestamptz null, "finished_at" timestamptz null, primary key ("id"));
alter table "job" add constraint "job_kind_check" check ("kind" in ('DECIDE_REVIEW_ITEM', 'DECIDE_IDENTITY_CHECK', 'REJECT_RECORDS', 'PREREGISTER', 'APPROVE_ADMISSIONS'));
alter table "job" add constraint "job_state_check" check ("state" in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'));
alter table "job" add constraint "job_counts" check ((done + refused) <= total);
alter table "job" add constraint "job_finished" check ((finished_at is null) = (state = any (array['QUEUED'::text, 'RUNNING'::text])));
alter table "job" add constraint "job_district_code_foreign" foreign key ("district_code") references "district" ("code");
create index job_asked_by on job (asked_by, id);
create index job_of_district on job (district_code, id);

create table "job_row" ("job_id" uuid not null, "position" int not null, "number" varchar(14) not null, "outcome" text null, "refusal" jsonb null, primary key ("job_id", "position"));
alter table "job_row" add constraint "job_row_once" unique ("job_id", "number");
alter table "job_row" add constraint "job_row_outcome_check" check ("outcome" in ('DONE', 'REFUSED'));
alter table "job_row" add constraint "job_row_job_id_foreign" foreign key ("job_id") references "job" ("id") on delete cascade;
create index job_row_waiting on job_row (job_id, "position") where outcome is null;

grant select, insert, update, delete on job, job_row to enrolment_app;
