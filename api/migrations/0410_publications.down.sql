alter table "district" drop column "publications_need_second";
drop table "publication";
