-- Whoever writes ten thousand events in a transaction and wants no second pass over them can have their changes placed at once:
-- `set local enrolment.place_at_once = 'on'`. The lock is that of record-change.statements.ts: a place is visible only when all
-- before it are, so others wait for the commit. Without the setting nobody waits, and a process gives the places afterwards.
create or replace function record_change_follows() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
begin
  if coalesce(current_setting('enrolment.place_at_once', true), '') <> 'on' then
    insert into record_change (event_id, district_code)
    select e.id, (select r.district_code from collection_record r where r.id = e.record_id) from new_rows e
    where e.from_stage is distinct from e.to_stage or e.kind = 'RESULT_PUBLISHED';
    return null;
  end if;
  perform pg_advisory_xact_lock(7391007);
  insert into record_change (event_id, district_code, "position")
  select e.id, (select r.district_code from collection_record r where r.id = e.record_id),
         newest.place + row_number() over (order by e.id)
  from new_rows e
  cross join (select coalesce(max(c."position"), 0) as place from record_change c) newest
  where e.from_stage is distinct from e.to_stage or e.kind = 'RESULT_PUBLISHED';
  return null;
end
$$;
