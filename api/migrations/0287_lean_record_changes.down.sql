drop index record_change_of_district;
create index record_change_of_district on record_change (district_code, "position");
drop index record_change_position;
alter table "record_change" add constraint "record_change_position" unique ("position");
alter table "record_change" add constraint "record_change_district_code_foreign" foreign key ("district_code") references "district" ("code");
alter table "record_change" add constraint "record_change_event_id_foreign" foreign key ("event_id") references "record_event" ("id");
