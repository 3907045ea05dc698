-- Decisions about records that an officer has in hand, of which their families are not told yet.
create table "untold_verdict" ("record_id" uuid not null, "officer" varchar(255) not null, "due_at" timestamptz not null, primary key ("record_id"));
alter table "untold_verdict" add constraint "untold_verdict_record_id_foreign" foreign key ("record_id") references "collection_record" ("id") on update cascade on delete cascade;
create index untold_verdict_due on untold_verdict (due_at);
grant select, insert, update, delete on untold_verdict to enrolment_app;
