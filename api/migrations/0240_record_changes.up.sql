-- What other systems follow: every change of a stage and every publication, each with a place in one order. Ids are drawn
-- before a transaction commits, so a lower one may come to light after a higher one. Places are therefore given afterwards,
-- to what is committed, by one transaction at a time (record-change/record-change.statements.ts).
create table "record_change" ("event_id" bigint not null, "district_code" varchar(2) not null, "position" bigint null, primary key ("event_id"));
alter table "record_change" add constraint "record_change_position" unique ("position");
alter table "record_change" add constraint "record_change_event_id_foreign" foreign key ("event_id") references "record_event" ("id");
alter table "record_change" add constraint "record_change_district_code_foreign" foreign key ("district_code") references "district" ("code");
create index record_change_of_district on record_change (district_code, "position");
create index record_change_waiting on record_change (event_id) where "position" is null;

create function record_change_follows() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into record_change (event_id, district_code)
  select e.id, r.district_code from new_rows e join collection_record r on r.id = e.record_id
  where e.from_stage is distinct from e.to_stage or e.kind = 'RESULT_PUBLISHED';
  return null;
end
$$;

create trigger record_change_follows after insert on record_event referencing new table as new_rows for each statement execute function record_change_follows();

-- The trigger holds off writers until the commit, so what stands there now follows once.
insert into record_change (event_id, district_code, "position")
select e.id, r.district_code, row_number() over (order by e.id) from record_event e join collection_record r on r.id = e.record_id
where e.from_stage is distinct from e.to_stage or e.kind = 'RESULT_PUBLISHED';

-- What is numbered keeps its number: the serving role changes nothing else and deletes nothing.
grant select, insert on record_change to enrolment_app;
grant update ("position") on record_change to enrolment_app;
