-- Grows with whatever is done to a record: an officer decides on the record that she has seen, or is told that it has changed.
alter table "collection_record" add column "revision" int not null default 1;
