-- 信息采集编号: whoever is refused at the last moment gives the number back, which a sequence does not do.
create table "collection_serial" ("season" smallint not null, "district_code" varchar(2) not null, "last" int not null, primary key ("season", "district_code"));
alter table "collection_serial" add constraint "collection_serial_season_foreign" foreign key ("season") references "season" ("year");
alter table "collection_serial" add constraint "collection_serial_district_code_foreign" foreign key ("district_code") references "district" ("code");
alter table "collection_serial" add constraint "collection_serial_digits" check (("last" >= 1) and ("last" <= 9999999));
grant select, insert, update on "collection_serial" to enrolment_app;

drop trigger make_collection_serials on district;
drop trigger make_collection_serials on season;
drop function make_collection_serials();
do $$
declare
  place record;
begin
  for place in select year, code, format('collection_serial_%s_%s', year, code) as drawn from season cross join district loop
    execute format('insert into collection_serial select $1, $2, last_value from %I where is_called', place.drawn) using place.year, place.code;
    execute format('drop sequence %I', place.drawn);
  end loop;
end
$$;
