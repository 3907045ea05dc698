-- By document and phone a job knows its asker as a guardian, as a request does. Sealed; it goes with what was asked for.
alter table "job" add column "asker_sealed" bytea null;
