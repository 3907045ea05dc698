-- What officers often write when something is returned: a district's own texts, and the city's instead of the product's.
create table "return_text" ("id" serial primary key, "district_code" varchar(2) null, "kind" text not null, "name" varchar(40) not null, "name_en" varchar(80) null, "reason" text not null, "reason_en" text null, "remedy" text null, "remedy_en" text null, "active" boolean not null);
alter table "return_text" add constraint "return_text_district_code_foreign" foreign key ("district_code") references "district" ("code") on delete no action;
alter table "return_text" add constraint "return_text_kind_check" check ("kind" in ('IDENTITY_AND_HUKOU', 'HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'RESIDENCE', 'EMPLOYMENT', 'GROUND', 'OTHER'));
create unique index return_text_name on return_text (district_code, kind, name) nulls not distinct;
create trigger tell_of_reference after insert or update or delete or truncate on return_text for each statement execute function tell_of_reference();

grant select, insert, update on return_text to enrolment_app;
grant usage on sequence return_text_id_seq to enrolment_app;
