drop table item_decider;
delete from staff_grant where role in ('SUBDISTRICT_OFFICER', 'DEPARTMENT_REVIEWER');
alter table "staff_grant" drop constraint "staff_grant_place", add constraint "staff_grant_place" check ((role <> 'MUNICIPAL_ADMIN'::text) = (district_code is not null) and (role = 'SCHOOL_REGISTRAR'::text) = (school_code is not null));
alter table "staff_grant" drop constraint "staff_grant_role_check", add constraint "staff_grant_role_check" check ("role" in ('MUNICIPAL_ADMIN', 'DISTRICT_ADMIN', 'DISTRICT_OFFICER', 'SCHOOL_REGISTRAR'));
alter table "staff_grant" drop constraint "staff_grant_department_check", drop column "subdistricts", drop column "department", drop column "items";
