-- 更正入学结果: a published result is corrected by two administrators. Each version is kept, sealed with the record's key.
create table "result_correction" ("id" uuid not null, "record_id" uuid not null, "state" text not null, "version" int not null, "outcome" text not null, "note_sealed" bytea null, "reason_sealed" bytea not null, "outcome_before" text not null, "note_before_sealed" bytea null, "proposed_by" varchar(255) not null, "proposed_name" varchar(120) not null, "proposed_at" timestamptz not null, "second_by" varchar(255) null, "second_name" varchar(120) null, "second_at" timestamptz null, primary key ("id"));
alter table "result_correction" add constraint "result_correction_record_id_foreign" foreign key ("record_id") references "collection_record" ("id") on delete cascade;
alter table "result_correction" add constraint "result_correction_state_check" check ("state" in ('PROPOSED', 'CONFIRMED', 'DECLINED'));
alter table "result_correction" add constraint "result_correction_outcome_check" check ("outcome" in ('PENDING', 'ADMITTED', 'NOT_ADMITTED'));
alter table "result_correction" add constraint "result_correction_outcome_before_check" check ("outcome_before" in ('PENDING', 'ADMITTED', 'NOT_ADMITTED'));
alter table "result_correction" add constraint "result_correction_by_two" check ((state <> 'CONFIRMED'::text) or ((second_by is not null) and ((second_by)::text <> (proposed_by)::text)));
alter table "result_correction" add constraint "result_correction_decided" check (outcome <> 'PENDING'::text);
create index result_correction_record on result_correction (record_id);
create unique index result_correction_open on result_correction (record_id) where state = 'PROPOSED';
create unique index result_correction_version on result_correction (record_id, version) where state = 'CONFIRMED';

grant select, insert, update, delete on result_correction to enrolment_app;

alter table "admission" add column "version" int not null default 1, add column "corrected_at" timestamptz null;

-- Other systems follow a correction, as they follow a publication.
create or replace function record_change_follows() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
begin
  if coalesce(current_setting('enrolment.place_at_once', true), '') <> 'on' then
    insert into record_change (event_id, district_code)
    select e.id, (select r.district_code from collection_record r where r.id = e.record_id) from new_rows e
    where e.from_stage is distinct from e.to_stage or e.kind in ('RESULT_PUBLISHED', 'RESULT_CORRECTED');
    return null;
  end if;
  perform pg_advisory_xact_lock(7391007);
  insert into record_change (event_id, district_code, "position")
  select e.id, (select r.district_code from collection_record r where r.id = e.record_id),
         newest.place + row_number() over (order by e.id)
  from new_rows e
  cross join (select coalesce(max(c."position"), 0) as place from record_change c) newest
  where e.from_stage is distinct from e.to_stage or e.kind in ('RESULT_PUBLISHED', 'RESULT_CORRECTED');
  return null;
end
$$;
