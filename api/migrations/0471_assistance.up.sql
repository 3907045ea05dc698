-- 窗口代办: records that an officer has registered for a guardian at the desk, until the family's own account takes them over.
create table "assistance" ("record_id" uuid not null, "officer" varchar(255) not null, "officer_name" varchar(120) not null, "at" timestamptz not null, "opened_by" varchar(255) null, "opened_until" timestamptz null, "taken_over_at" timestamptz null, primary key ("record_id"));
alter table "assistance" add constraint "assistance_record_id_foreign" foreign key ("record_id") references "collection_record" ("id") on update cascade on delete cascade;
alter table "assistance" add constraint "assistance_open" check ((opened_by is null) = (opened_until is null));
alter table "assistance" add constraint "assistance_over" check ((taken_over_at is null) or (opened_by is null));

grant select, insert, update, delete on assistance to enrolment_app;
