drop index collection_record_waiting, collection_record_waited_city, collection_record_waited;
create index collection_record_by_stage on collection_record (season, district_code, stage, stage_since, id) where withdrawn_at is null;
create index collection_record_waiting on collection_record (season, stage_since, id) where withdrawn_at is null and stage in ('SUBMITTED', 'IDENTITY_VERIFIED', 'APPEALED');
