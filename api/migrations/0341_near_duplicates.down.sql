drop table "record_freeze";
drop table "near_duplicate";
drop trigger likeness_index_follows on child;
drop function likeness_index_follows();
alter table "child" drop column "likeness_index";
