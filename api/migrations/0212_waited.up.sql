-- "Longest waiting first" ends with what a school has preregistered (record-list/orders.ts); a stage by itself is found by
-- collection_record_by_turn.
drop index collection_record_by_stage, collection_record_waiting;
create index collection_record_waited on collection_record (season, district_code, (case when stage in ('PREREGISTERED', 'ADMITTED') then 'infinity'::timestamptz else stage_since end), id) where withdrawn_at is null;
create index collection_record_waited_city on collection_record (season, (case when stage in ('PREREGISTERED', 'ADMITTED') then 'infinity'::timestamptz else stage_since end), id) where withdrawn_at is null;
create index collection_record_waiting on collection_record (season, (case when stage in ('PREREGISTERED', 'ADMITTED') then 'infinity'::timestamptz else stage_since end), id) where withdrawn_at is null and stage in ('SUBMITTED', 'IDENTITY_VERIFIED', 'APPEALED');
