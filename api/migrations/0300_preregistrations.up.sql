-- Every preregistration that a school has made, undone ones among them. Its id is the key of whoever asked for it.
create table "preregistration" ("id" uuid not null, "record_id" uuid not null, "school_code" varchar(10) not null, "at" timestamptz not null, "registrar" varchar(255) not null, "undone_at" timestamptz null, "undone_by" varchar(255) null, "reason_sealed" bytea null, primary key ("id"));
create index preregistration_record on preregistration (record_id);
create index preregistration_school on preregistration (school_code, at, id);
create unique index preregistration_once on preregistration (record_id) where undone_at is null;
alter table "preregistration" add constraint "preregistration_record_id_foreign" foreign key ("record_id") references "collection_record" ("id") on delete cascade;
alter table "preregistration" add constraint "preregistration_school_code_foreign" foreign key ("school_code") references "school" ("code");
alter table "preregistration" add constraint "preregistration_undone_with_reason" check (((undone_at is null) = (undone_by is null)) and ((undone_at is null) = (reason_sealed is null)));

insert into preregistration (id, record_id, school_code, at, registrar)
select gen_random_uuid(), record_id, school_code, preregistered_at, preregistered_by from admission;

grant select, insert, update, delete on preregistration to enrolment_app;
