-- What each walk over the whole audit trail has found, signed with a key that no database holds: whoever rewrites a chain
-- cannot write that it holds.
create table "audit_verification" ("id" bigserial primary key, "at" timestamptz not null, "entries" bigint not null, "faults" jsonb not null, "signature" bytea not null);
grant select, insert on audit_verification to enrolment_app;
grant usage on sequence audit_verification_id_seq to enrolment_app;
