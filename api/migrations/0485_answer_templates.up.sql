-- 常用回复: what officers begin a message to a family with, of a district, or of the city where it names none.
create table "answer_template" ("id" serial primary key, "season" smallint not null, "district_code" varchar(2) null, "name" varchar(40) not null, "name_en" varchar(80) not null, "text" text not null, "text_en" text not null, "position" smallint not null);
alter table "answer_template" add constraint "answer_template_season_foreign" foreign key ("season") references "season" ("year") on delete no action;
alter table "answer_template" add constraint "answer_template_district_code_foreign" foreign key ("district_code") references "district" ("code") on delete no action;
create unique index answer_template_name on answer_template (season, district_code, name) nulls not distinct;
create trigger tell_of_reference after insert or update or delete or truncate on answer_template for each statement execute function tell_of_reference();

grant select, insert, update, delete on answer_template to enrolment_app;
grant usage on sequence answer_template_id_seq to enrolment_app;
