-- Each process keeps the reference data and drops them when it is told of a change (src/database/reference.ts).
create function tell_of_reference() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  perform pg_notify('reference', '');
  return null;
end $$;
do $$
declare
  changed text;
begin
  foreach changed in array array['season', 'site', 'district', 'phase', 'policy', 'district_question', 'detail_requirement', 'review_requirement', 'review_paper', 'school'] loop
    execute format('create trigger tell_of_reference after insert or update or delete or truncate on %I for each statement execute function tell_of_reference()', changed);
  end loop;
end $$;
