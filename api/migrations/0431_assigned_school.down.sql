drop trigger assigned_school_follows on admission;
drop function assigned_school_follows();
update admission set school_code = assigned_school_code where assigned_school_code is not null;
alter table "admission" drop column "assigned_school_code";
