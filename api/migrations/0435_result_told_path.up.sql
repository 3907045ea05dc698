-- Like the other triggers, it finds its tables whatever the path of the session is, and its plan is kept for the session: it
-- looks records up by the index, whether the first statement published one result or a district's.
create or replace function result_is_told() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
begin
  update collection_record r set result_told = true
    from told t where r.id = t.record_id and t.published_at is not null and not r.result_told;
  return null;
end $$;
