alter table "district" drop column "rejections_need_second";
drop index job_row_number;
alter table "job_row" drop column "revision", drop column "stage";
-- The version before knows neither these kinds nor these states.
delete from "job" where "kind" in ('CLAIM_RECORDS', 'RELEASE_RECORDS', 'TAKE_OVER_RECORDS') or "state" in ('PROPOSED', 'DECLINED', 'EXPIRED');
update "job" set "key_id" = null, "wrapped_key" = null, "request_sealed" = null, "asker_sealed" = null where "finished_at" is not null;
drop index job_expires;
alter table "job" drop constraint "job_second_is_another", drop constraint "job_trial_once", drop constraint "job_finished", drop constraint "job_state_check", drop constraint "job_kind_check";
alter table "job" add constraint "job_kind_check" check ("kind" in ('DECIDE_REVIEW_ITEM', 'DECIDE_IDENTITY_CHECK', 'REJECT_RECORDS', 'PREREGISTER', 'APPROVE_ADMISSIONS'));
alter table "job" add constraint "job_state_check" check ("state" in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'));
alter table "job" add constraint "job_finished" check ((finished_at is null) = (state = any (array['QUEUED'::text, 'RUNNING'::text])));
alter table "job" drop column "asked_name", drop column "trial_id", drop column "expires_at", drop column "check_code", drop column "second_by", drop column "second_name", drop column "second_at";
