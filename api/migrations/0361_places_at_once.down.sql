create or replace function record_change_follows() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
begin
  insert into record_change (event_id, district_code)
  select e.id, (select r.district_code from collection_record r where r.id = e.record_id) from new_rows e
  where e.from_stage is distinct from e.to_stage or e.kind = 'RESULT_PUBLISHED';
  return null;
end
$$;
