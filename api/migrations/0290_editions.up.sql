-- What an administrator has changed of calendars, texts and the like, one version after the other: what it was and what it is now.
create table "edition" ("id" bigserial primary key, "kind" varchar(20) not null, "subject" varchar(80) not null, "number" int not null, "district_code" varchar(2) null, "at" timestamptz not null, "by" varchar(255) not null, "name" varchar(120) not null, "before" jsonb not null, "after" jsonb not null);
alter table "edition" add constraint "edited_meanwhile" unique ("kind", "subject", "number");
alter table "edition" add constraint "edition_district_code_foreign" foreign key ("district_code") references "district" ("code") on delete no action;

grant select, insert on edition to enrolment_app;
grant usage on sequence edition_id_seq to enrolment_app;
