drop trigger record_change_follows on record_event;
drop function record_change_follows();
drop table "record_change";
