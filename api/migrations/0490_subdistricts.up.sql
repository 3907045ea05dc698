-- 街道（乡镇）: which of them a district has, and whether a home can be in no other.
create table "subdistrict" ("district_code" varchar(2) not null, "name" varchar(40) not null, "name_en" varchar(80) null, "code" varchar(12) null, "former_names" text[] not null default '{}', "closed_from" date null, "position" smallint not null, primary key ("district_code", "name"));
alter table "subdistrict" add constraint "subdistrict_district_code_foreign" foreign key ("district_code") references "district" ("code") on delete cascade;
alter table "district" add column "subdistricts_complete" boolean not null default false;
create trigger tell_of_reference after insert or update or delete or truncate on subdistrict for each statement execute function tell_of_reference();

grant select, insert, update, delete on subdistrict to enrolment_app;
