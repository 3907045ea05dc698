-- In which language a text is written: a page says so to whoever has it read aloud. The texts of before are sealed; they were
-- written in the language of their record. The default is for what a process of the version before still writes.
alter table "message" add "language" text not null default 'zh-CN';
alter table "message" add constraint "message_language_check" check ("language" in ('zh-CN', 'en'));
update message set language = 'en' from collection_record
where collection_record.id = message.record_id and collection_record.language = 'en';
