-- Where every audit chain ended on a day, signed with a key that no database holds: whoever rewrites a chain with all its
-- hashes cannot sign the new head. Each seal names the one before it, so none can be taken out of the middle.
create table "audit_seal" ("id" bigserial primary key, "at" timestamptz not null, "heads" text not null, "previous" bytea not null, "signature" bytea not null);
alter table "audit_seal" add constraint "audit_seal_previous" unique ("previous");
grant select, insert on audit_seal to enrolment_app;
grant usage on sequence audit_seal_id_seq to enrolment_app;
