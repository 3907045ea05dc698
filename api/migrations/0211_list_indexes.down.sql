drop index audit_entry_listed;
drop index guardian_document;
drop index review_item_undecided;
drop index collection_record_by_change, collection_record_by_ground, collection_record_by_subdistrict, collection_record_by_province;
drop index collection_record_waiting, collection_record_by_stage, collection_record_submitted_city, collection_record_submitted;
drop index collection_record_registered_city, collection_record_registered;
create index collection_record_by_stage on collection_record (season, district_code, stage, submitted_at, id) where withdrawn_at is null;
create index collection_record_by_service on collection_record (season, district_code, service, submitted_at, id) where withdrawn_at is null;
create index collection_record_by_submission on collection_record (season, submitted_at, id) where withdrawn_at is null;
