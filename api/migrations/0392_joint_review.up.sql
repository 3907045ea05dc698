-- 联审: officers of subdistricts and reviewers of departments, and which of them a district lets decide its review items.
alter table "staff_grant" add column "subdistricts" text[] not null default '{}', add column "department" text null, add column "items" text[] not null default '{}';
alter table "staff_grant" drop constraint "staff_grant_role_check", add constraint "staff_grant_role_check" check ("role" in ('MUNICIPAL_ADMIN', 'DISTRICT_ADMIN', 'DISTRICT_OFFICER', 'SCHOOL_REGISTRAR', 'SUBDISTRICT_OFFICER', 'DEPARTMENT_REVIEWER'));
alter table "staff_grant" add constraint "staff_grant_department_check" check ("department" in ('PUBLIC_SECURITY', 'HUMAN_RESOURCES', 'MARKET_REGULATION', 'HOUSING', 'PLANNING', 'TAXATION'));
alter table "staff_grant" drop constraint "staff_grant_place", add constraint "staff_grant_place" check ((role <> 'MUNICIPAL_ADMIN'::text) = (district_code is not null) and (role = 'SCHOOL_REGISTRAR'::text) = (school_code is not null) and (role = 'SUBDISTRICT_OFFICER'::text) = (cardinality(subdistricts) > 0) and (role = 'DEPARTMENT_REVIEWER'::text) = (department is not null) and (role = 'DEPARTMENT_REVIEWER'::text) = (cardinality(items) > 0));

create table "item_decider" ("district_code" varchar(2) not null, "kind" text not null, "decider" text not null, primary key ("district_code", "kind"));
alter table "item_decider" add constraint "item_decider_kind_check" check ("kind" in ('IDENTITY_AND_HUKOU', 'HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'RESIDENCE', 'EMPLOYMENT', 'GROUND', 'OTHER'));
alter table "item_decider" add constraint "item_decider_decider_check" check ("decider" in ('DISTRICT', 'SUBDISTRICT', 'PUBLIC_SECURITY', 'HUMAN_RESOURCES', 'MARKET_REGULATION', 'HOUSING', 'PLANNING', 'TAXATION'));
alter table "item_decider" add constraint "item_decider_identity_stays" check ((kind <> 'IDENTITY_AND_HUKOU'::text) or (decider = 'DISTRICT'::text));
alter table "item_decider" add constraint "item_decider_district_code_foreign" foreign key ("district_code") references "district" ("code") on delete cascade;
create trigger tell_of_reference after insert or update or delete or truncate on item_decider for each statement execute function tell_of_reference();

grant select, insert, update on item_decider to enrolment_app;
