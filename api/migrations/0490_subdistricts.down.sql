alter table "district" drop column "subdistricts_complete";
drop table "subdistrict";
