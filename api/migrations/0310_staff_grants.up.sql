-- Who holds which role, where, from when until when: the identity provider says who somebody is, these rows what they may.
create table "staff_grant" ("id" uuid not null, "subject" varchar(255) not null, "name" varchar(40) not null, "role" text not null, "district_code" varchar(2) null, "school_code" varchar(10) null, "begins_at" timestamptz not null, "ends_at" timestamptz null, "taken_at" timestamptz null, "settled_at" timestamptz null, "given_by" varchar(255) not null, "given_name" varchar(120) null, "given_at" timestamptz not null, "told_at" timestamptz null, primary key ("id"));
alter table "staff_grant" add constraint "staff_grant_role_check" check ("role" in ('MUNICIPAL_ADMIN', 'DISTRICT_ADMIN', 'DISTRICT_OFFICER', 'SCHOOL_REGISTRAR'));
alter table "staff_grant" add constraint "staff_grant_dates" check (ends_at > begins_at);
alter table "staff_grant" add constraint "staff_grant_place" check ((role <> 'MUNICIPAL_ADMIN'::text) = (district_code is not null) and (role = 'SCHOOL_REGISTRAR'::text) = (school_code is not null));
alter table "staff_grant" add constraint "staff_grant_district_code_foreign" foreign key ("district_code") references "district" ("code") on delete no action;
alter table "staff_grant" add constraint "staff_grant_school_code_foreign" foreign key ("school_code") references "school" ("code") on delete no action;
create index "staff_grant_subject" on "staff_grant" ("subject");
create index "staff_grant_district" on "staff_grant" ("district_code", "id");
create unique index grant_twice on staff_grant (subject, role, district_code, school_code) nulls not distinct where settled_at is null;
-- Each process knows who may hold one at all, and asks for nobody else's; what a row says is read at every request.
create trigger tell_of_reference after insert or delete or truncate on staff_grant for each statement execute function tell_of_reference();

grant select, insert, update on staff_grant to enrolment_app;
