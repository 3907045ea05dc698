-- A list in full is a job that two people have wanted: what it says of a record stands sealed in the record's row of it.
alter table "job" drop constraint "job_kind_check", add constraint "job_kind_check" check ("kind" in ('DECIDE_REVIEW_ITEM', 'DECIDE_IDENTITY_CHECK', 'REJECT_RECORDS', 'PREREGISTER', 'APPROVE_ADMISSIONS', 'CLAIM_RECORDS', 'RELEASE_RECORDS', 'TAKE_OVER_RECORDS', 'EXPORT_LIST'));
alter table "job_row" add column "content_sealed" bytea null;
create index job_row_content on job_row (job_id) where content_sealed is not null;

-- The trail of a record finds the exports that it was in.
create index audit_entry_exported on audit_entry using gin ((facts -> 'numbers')) where action = 'LIST_EXPORTED';
