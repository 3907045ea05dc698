-- Who has a record in hand: an officer by subject and masked name, since when, and touched when last. It says nothing about the child.
create table "record_claim" ("record_id" uuid not null, "officer" varchar(255) not null, "name" varchar(120) not null, "since" timestamptz not null, "touched_at" timestamptz not null, primary key ("record_id"));
alter table "record_claim" add constraint "record_claim_record_id_foreign" foreign key ("record_id") references "collection_record" ("id") on update cascade on delete cascade;
create index record_claim_officer on record_claim (officer, touched_at);
create index record_claim_touched on record_claim (touched_at);

grant select, insert, update, delete on record_claim to enrolment_app;
