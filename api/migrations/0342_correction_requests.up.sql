-- What a family asks to have corrected, and what became of it. The values, what proves them and the answer are sealed with the
-- record's key. Whoever changes a document or a phone needs a second officer: the checks hold it.
create table "correction_request" ("id" uuid not null, "record_id" uuid not null, "guardian" text not null, "requested_at" timestamptz not null, "values_sealed" bytea not null, "evidence_sealed" bytea not null, "takes_two" boolean not null, "state" text not null, "officer" varchar(255) null, "name" varchar(120) null, "decided_at" timestamptz null, "second_officer" varchar(255) null, "answer_sealed" bytea null, primary key ("id"));
alter table "correction_request" add constraint "correction_request_record_id_foreign" foreign key ("record_id") references "collection_record" ("id") on delete cascade;
alter table "correction_request" add constraint "correction_request_guardian_check" check ("guardian" in ('FIRST', 'SECOND'));
alter table "correction_request" add constraint "correction_request_state_check" check ("state" in ('REQUESTED', 'PROPOSED', 'ACCEPTED', 'DECLINED', 'TAKEN_BACK'));
alter table "correction_request" add constraint "correction_request_by_two" check ((second_officer is null) or ((second_officer)::text <> (officer)::text));
alter table "correction_request" add constraint "correction_request_seconded" check (((state)::text <> 'ACCEPTED'::text) or (not takes_two) or (second_officer is not null));
create index correction_request_record on correction_request (record_id);
create unique index correction_request_open on correction_request (record_id) where state in ('REQUESTED', 'PROPOSED');

grant select, insert, update, delete on correction_request to enrolment_app;
