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
alter table "guardian" drop constraint "guardian_season_of_record";
alter table "child" drop constraint "child_season_of_record";
alter table "child" add constraint "child_record_id_foreign" foreign key ("record_id") references "collection_record" ("id") on update cascade on delete cascade;
alter table "guardian" add constraint "guardian_record_id_foreign" foreign key ("record_id") references "collection_record" ("id");
alter table "collection_record" drop constraint "record_of_season";
