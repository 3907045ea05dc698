-- Lists of the city and of schools show an admission as preregistered until its result is published, which stood in the
-- admission alone: to find what they show they read record by record. The record says it now, and an index has it in the order
-- of the list. A trigger keeps it, so that a process of the version before publishes as well.
alter table collection_record add column result_told boolean not null default false;
update collection_record r set result_told = true from admission a where a.record_id = r.id and a.published_at is not null;
create function result_is_told() returns trigger language plpgsql as $$
begin
  update collection_record r set result_told = true
    from told t where r.id = t.record_id and t.published_at is not null and not r.result_told;
  return null;
end $$;
create trigger result_told_inserted after insert on admission referencing new table as told for each statement execute function result_is_told();
create trigger result_told_updated after update on admission referencing new table as told for each statement execute function result_is_told();
create index collection_record_listed on collection_record (season, (case when stage = 'ADMITTED' and not result_told then 'PREREGISTERED' else stage end), registered_at, id) where withdrawn_at is null;

-- What is overdue is undecided: the list of the city read all records of the season in its order.
create index collection_record_undecided_registered on collection_record (season, registered_at, id) where withdrawn_at is null and stage in ('SUBMITTED', 'IDENTITY_VERIFIED', 'APPEALED');
