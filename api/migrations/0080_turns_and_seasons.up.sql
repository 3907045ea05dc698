-- Reminders read the records of one turn in pages.
create index collection_record_by_turn on collection_record (season, district_code, service, stage, id) where withdrawn_at is null;

-- The season of child and guardians is their record's, and a record's season never changes: else a document would be unique,
-- and a phone have its places, in a season that is not theirs. By trigger, since the record comes in the same statement.
update child set season = r.season from collection_record r where r.id = child.record_id and r.season <> child.season;
update guardian set season = r.season from collection_record r where r.id = guardian.record_id and r.season <> guardian.season;

create function season_of_record() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.season is distinct from (select season from public.collection_record where id = new.record_id) then
    raise exception 'the season is not the record''s' using errcode = 'check_violation', constraint = 'season_of_record', table = tg_table_name;
  end if;
  return null;
end
$$;
create constraint trigger season_of_record after insert or update of record_id, season on child for each row execute function season_of_record();
create constraint trigger season_of_record after insert or update of record_id, season on guardian for each row execute function season_of_record();

create function season_stays() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  raise exception 'a record stays in its season' using errcode = 'check_violation', constraint = 'season_stays', table = tg_table_name;
end
$$;
create trigger season_stays before update of season on collection_record for each row when (new.season is distinct from old.season) execute function season_stays();
