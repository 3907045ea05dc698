create or replace function result_is_told() returns trigger language plpgsql as $$
begin
  update collection_record r set result_told = true
    from told t where r.id = t.record_id and t.published_at is not null and not r.result_told;
  return null;
end $$;
