-- 视图: sets of filters that officers have named. Of a filter it keeps nothing about one person.
create table "saved_view" ("id" uuid not null, "officer" varchar(255) not null, "place" text not null, "name" varchar(30) not null, "filter" jsonb not null, "position" smallint not null, primary key ("id"));
alter table "saved_view" add constraint "saved_view_place_check" check ("place" in ('QUEUE', 'LIST'));
create unique index saved_view_name on saved_view (officer, place, name);
grant select, insert, update, delete on saved_view to enrolment_app;
