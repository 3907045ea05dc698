-- Lists of the offices, by the orders and filters of record-list/: of one district and of the whole city by each order, the
-- queue by its waiting, and what few records have by itself.
drop index collection_record_by_stage, collection_record_by_service, collection_record_by_submission;
create index collection_record_registered on collection_record (season, district_code, registered_at, id) where withdrawn_at is null;
create index collection_record_registered_city on collection_record (season, registered_at, id) where withdrawn_at is null;
create index collection_record_submitted on collection_record (season, district_code, coalesce(submitted_at, 'infinity'::timestamptz), id) where withdrawn_at is null;
create index collection_record_submitted_city on collection_record (season, coalesce(submitted_at, 'infinity'::timestamptz), id) where withdrawn_at is null;
create index collection_record_by_stage on collection_record (season, district_code, stage, stage_since, id) where withdrawn_at is null;
create index collection_record_waiting on collection_record (season, stage_since, id) where withdrawn_at is null and stage in ('SUBMITTED', 'IDENTITY_VERIFIED', 'APPEALED');
create index collection_record_by_province on collection_record (season, hukou_province) where withdrawn_at is null;
create index collection_record_by_subdistrict on collection_record (season, residence_subdistrict) where residence_subdistrict is not null;
create index collection_record_by_ground on collection_record (season, ground) where withdrawn_at is null and ground is not null;
create index collection_record_by_change on collection_record (season, updated_at) where withdrawn_at is null;
create index review_item_undecided on review_item (kind, status, record_id) where status <> 'PASSED';
create index guardian_document on guardian (document_index);
-- Looks at lists, by the numbers that were shown.
create index audit_entry_listed on audit_entry using gin ((facts -> 'numbers')) where action = 'RECORDS_LISTED';
