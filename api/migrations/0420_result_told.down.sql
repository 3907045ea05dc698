drop index collection_record_undecided_registered, collection_record_listed;
drop trigger result_told_updated on admission;
drop trigger result_told_inserted on admission;
drop function result_is_told();
alter table collection_record drop column result_told;
