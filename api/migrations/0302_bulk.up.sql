-- A decision about many records is tried first, and some of them wait for a second person: who asked, until when it
-- can be begun, what it is known by, and who was the second.
alter table "job" add column "asked_name" varchar(120) null, add column "trial_id" uuid null, add column "expires_at" timestamptz null, add column "check_code" varchar(9) null, add column "second_by" varchar(255) null, add column "second_name" varchar(120) null, add column "second_at" timestamptz null;
alter table "job" add constraint "job_trial_once" unique ("trial_id");
alter table "job" drop constraint "job_kind_check", add constraint "job_kind_check" check ("kind" in ('DECIDE_REVIEW_ITEM', 'DECIDE_IDENTITY_CHECK', 'REJECT_RECORDS', 'PREREGISTER', 'APPROVE_ADMISSIONS', 'CLAIM_RECORDS', 'RELEASE_RECORDS', 'TAKE_OVER_RECORDS'));
alter table "job" drop constraint "job_state_check", add constraint "job_state_check" check ("state" in ('PROPOSED', 'QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED', 'DECLINED', 'EXPIRED'));
alter table "job" drop constraint "job_finished", add constraint "job_finished" check ((finished_at is null) = (state = any (array['PROPOSED'::text, 'QUEUED'::text, 'RUNNING'::text])));
alter table "job" add constraint "job_second_is_another" check ((second_by)::text <> (asked_by)::text);
create index job_expires on job (expires_at) where key_id is not null;

-- As which a record was tried, and the stage to which it goes.
alter table "job_row" add column "revision" int null, add column "stage" text null;
alter table "job_row" add constraint "job_row_stage_check" check ("stage" in ('REGISTERED', 'DETAILS_DRAFTED', 'SUBMITTED', 'IDENTITY_VERIFIED', 'RETURNED', 'REJECTED', 'APPEALED', 'APPROVED', 'PREREGISTERED', 'ADMITTED', 'WITHDRAWN'));
create index job_row_number on job_row (number);

-- A district may switch the second person off for rejections.
alter table "district" add column "rejections_need_second" boolean not null default true;
