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
  for place in select year, code, coalesce(last, 0) as last from season cross join district
      left join collection_serial s on s.season = year and s.district_code = code loop
    execute format('create sequence collection_serial_%s_%s start %s maxvalue 9999999', place.year, place.code, place.last + 1);
    execute format('grant usage on sequence collection_serial_%s_%s to enrolment_app', place.year, place.code);
  end loop;
end
$$;
drop table "collection_serial";
