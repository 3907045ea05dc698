drop index collection_record_by_stage, collection_record_by_service, collection_record_by_submission;
drop trigger name_index_follows on child;
drop trigger name_index_follows on guardian;
drop function name_index_follows();
alter table "child" drop column "name_index";
alter table "guardian" drop column "name_index";
