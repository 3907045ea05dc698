-- 节假日 of a year, by which working days are counted. Kept as data: a year without any counts Monday to Friday.
create table "holiday" ("year" smallint not null, "name" varchar(20) not null, "name_en" varchar(60) not null, "from_day" date not null, "to_day" date not null, "worked" text[] not null, primary key ("year", "name"));
alter table "holiday" add constraint "holiday_ends_after_it_begins" check (to_day >= from_day);
create trigger tell_of_reference after insert or update or delete or truncate on holiday for each statement execute function tell_of_reference();

grant select, insert, update, delete on holiday to enrolment_app;
