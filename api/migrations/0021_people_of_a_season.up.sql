-- A document is unique, and a phone has three places, within a season. Each season and district counts its own numbers.
alter table "child" add "season" smallint null;
update child set season = r.season from collection_record r where r.id = child.record_id;
alter table "child" alter column "season" set not null;
alter table "child" drop constraint "document_already_registered";
alter table "child" add constraint "document_already_registered" unique ("document_type", "document_index", "season");

alter table "guardian" add "season" smallint null;
update guardian set season = r.season from collection_record r where r.id = guardian.record_id;
alter table "guardian" alter column "season" set not null;
alter table "guardian" drop constraint "phone_slot_taken";
alter table "guardian" add constraint "phone_slot_taken" unique ("phone_index", "season", "phone_slot");

-- 信息采集编号: the seven digits in the middle, counted for each season and district by a sequence that comes with them.
create function make_collection_serials() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  place record;
  name text;
begin
  for place in select year, code from public.season, public.district loop
    name := format('collection_serial_%s_%s', place.year, place.code);
    if to_regclass('public.' || name) is null then
      execute format('create sequence public.%I maxvalue 9999999', name);
      execute format('grant usage on sequence public.%I to enrolment_app', name);
    end if;
  end loop;
  return null;
end
$$;
create trigger make_collection_serials after insert on season for each statement execute function make_collection_serials();
create trigger make_collection_serials after insert on district for each statement execute function make_collection_serials();

do $$
declare
  place record;
begin
  for place in select year, code, coalesce(max(substr(r.number, 7, 7)::int), 0) as last from season cross join district
      left join collection_record r on r.season = year and r.district_code = code group by year, code loop
    execute format('create sequence collection_serial_%s_%s start %s maxvalue 9999999', place.year, place.code, place.last + 1);
    execute format('grant usage on sequence collection_serial_%s_%s to enrolment_app', place.year, place.code);
  end loop;
end
$$;
drop sequence collection_serial;
