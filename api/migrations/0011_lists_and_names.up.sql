-- Lists of the offices, and names to be found by without being opened: of each its blind indexes, the whole and its parts
-- (decision 0016). Rows of before, and rows whose name changes, are indexed by the queue, which has the keys.
alter table "child" add column "name_index" bytea[] not null default '{}';
alter table "guardian" add column "name_index" bytea[] not null default '{}';
create index child_name on child using gin (name_index);
create index guardian_name on guardian using gin (name_index);
create index child_name_waiting on child (record_id) where name_index = '{}'::bytea[];
create index guardian_name_waiting on guardian (record_id) where name_index = '{}'::bytea[];

create function name_index_follows() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if new.name_sealed is distinct from old.name_sealed and new.name_index = old.name_index then
    new.name_index := '{}';
  end if;
  return new;
end
$$;
create trigger name_index_follows before update on child for each row execute function name_index_follows();
create trigger name_index_follows before update on guardian for each row execute function name_index_follows();

create index collection_record_by_stage on collection_record (season, district_code, stage, submitted_at, id) where withdrawn_at is null;
create index collection_record_by_service on collection_record (season, district_code, service, submitted_at, id) where withdrawn_at is null;
create index collection_record_by_submission on collection_record (season, submitted_at, id) where withdrawn_at is null;
