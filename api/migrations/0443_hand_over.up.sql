-- 转交: a record that a colleague was given stays hers without a touch, with who gave it (masked) and a sealed word.
alter table "record_claim" add column "given_until" timestamptz null, add column "giver_name" varchar(120) null, add column "note_sealed" bytea null;
create index record_claim_given on record_claim (given_until) where given_until is not null;
