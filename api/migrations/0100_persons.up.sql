-- 一(二)3: one person, one live record within a season, under whatever kind of document: the blind index is taken of the
-- person's key. Of nearly all numbers that is the number itself; passports and travel permits of before wait for the
-- queue, which has the keys. Whatever a process of the version before still writes waits for it, too.
alter table "child" add column "person_indexed" boolean not null default true;
alter table "child" alter column "person_indexed" set default false;
update child set person_indexed = false where document_type in ('PASSPORT', 'HK_MACAO_PERMIT', 'TAIWAN_PERMIT');

-- One number under two kinds, registered when that was possible: the earlier record keeps the place. Both stay, and the
-- queue's log names the later one until the district has settled which of the two goes.
update child set document_index = sha256(document_index || convert_to(record_id::text, 'UTF8')), person_indexed = false
where exists (
  select from child earlier
  where earlier.document_index = child.document_index and earlier.season = child.season and earlier.record_id < child.record_id
);

alter table "child" drop constraint "document_already_registered";
alter table "child" add constraint "document_already_registered" unique ("document_index", "season");
create index child_person_waiting on child (record_id) where not person_indexed;
