drop index audit_entry_exported;
drop index job_row_content;
alter table "job_row" drop column "content_sealed";
-- The version before does not know this kind.
delete from "job" where "kind" = 'EXPORT_LIST';
alter table "job" drop constraint "job_kind_check", add constraint "job_kind_check" check ("kind" in ('DECIDE_REVIEW_ITEM', 'DECIDE_IDENTITY_CHECK', 'REJECT_RECORDS', 'PREREGISTER', 'APPROVE_ADMISSIONS', 'CLAIM_RECORDS', 'RELEASE_RECORDS', 'TAKE_OVER_RECORDS'));
