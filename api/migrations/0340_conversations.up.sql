-- What family and office write to each other about a record. The texts are sealed with the record's key.
create table "conversation" ("record_id" uuid not null, "office_wrote_at" timestamptz null, "family_wrote_at" timestamptz null, "read_by_first" timestamptz null, "read_by_second" timestamptz null, "read_by_office" timestamptz null, "waiting_since" timestamptz null, primary key ("record_id"));
alter table "conversation" add constraint "conversation_record_id_foreign" foreign key ("record_id") references "collection_record" ("id") on update cascade on delete cascade;
create index conversation_waiting on conversation (waiting_since, record_id) where waiting_since is not null;

create table "conversation_message" ("id" uuid not null, "record_id" uuid not null, "author" text not null, "officer" varchar(255) null, "name" varchar(120) null, "text_sealed" bytea not null, "written_at" timestamptz not null, primary key ("id"));
alter table "conversation_message" add constraint "conversation_message_author_check" check ("author" in ('FIRST', 'SECOND', 'OFFICE'));
alter table "conversation_message" add constraint "conversation_message_officer" check (((author = 'OFFICE'::text) = (officer is not null)) and ((officer is null) = (name is null)));
alter table "conversation_message" add constraint "conversation_message_record_id_foreign" foreign key ("record_id") references "collection_record" ("id") on delete cascade;
create index conversation_message_record on conversation_message (record_id, written_at, id);

grant select, insert, update, delete on conversation, conversation_message to enrolment_app;
