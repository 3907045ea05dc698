-- What dashboards count, kept by the statements that change it. Each appends what it changes and waits for nobody; the queue's
-- process adds the changes up into `tally` every few seconds, in one transaction, so the sum over both is exact at any moment.
-- District 00 is the whole city: the merger writes its rows beside those of the districts.
create table "tally" ("season" smallint not null, "district_code" varchar(2) not null, "facet" varchar(20) not null, "key" varchar(120) not null, "n" int not null, primary key ("season", "district_code", "facet", "key"));
create table "tally_change" ("id" bigserial primary key, "season" smallint not null, "district_code" varchar(2) not null, "facet" varchar(20) not null, "key" varchar(120) not null, "n" int not null);

create function tally_day(at timestamptz) returns text language sql stable parallel safe as $$
  select to_char(timezone('Asia/Shanghai', at), 'YYYY-MM-DD')
$$;

-- Undecided, since the details were submitted.
create function tally_waits(stage text) returns boolean language sql immutable parallel safe as $$
  select stage in ('SUBMITTED', 'IDENTITY_VERIFIED', 'APPEALED')
$$;

-- Under which cells a record counts as it stands. Triggers and the full count both ask here.
create function tallies_of_record(service text, ground text, stage text, hukou_province text, residence_district text, residence_subdistrict text, submitted_at timestamptz)
returns table (facet text, key text) language sql stable parallel safe as $$
  select 'STAGE', service || '/' || coalesce(ground, '') || '/' || stage
  union all select 'PROVINCE', hukou_province where hukou_province is not null
  union all select 'SUBDISTRICT', residence_district || '/' || left(residence_subdistrict, 100)
    where residence_district is not null and residence_subdistrict is not null
  union all select 'WAITING', stage || '/' || tally_day(submitted_at) where tally_waits(stage) and submitted_at is not null
$$;

-- Under which cells a line of the history counts: who did what on which day, the day on which the record first reached the
-- stage, how long it was in the stage that it left (in thirds of a doubling of a second, from one minute), and whether it
-- came to be undecided or ceased to be. `entered` is when it came into the stage that it leaves, `known` whether it has been
-- in the new one before.
create function tallies_of_event(kind text, at timestamptz, actor text, from_stage text, to_stage text, entered timestamptz, known boolean)
returns table (facet text, key text) language sql stable parallel safe as $$
  select 'EVENT', tally_day(at) || '/' || actor || '/' || kind
  union all select 'REACHED', to_stage || '/' || tally_day(at) where not known
  union all select 'STEP', from_stage || '/' || floor(3 * ln(greatest(extract(epoch from at - entered), 60)::float8) / ln(2::float8))::int
    where entered is not null and kind <> 'ERASED'
  union all select 'FLOW', tally_day(at) || case when tally_waits(to_stage) then '/IN' else '/OUT' end
    where tally_waits(to_stage) <> coalesce(tally_waits(from_stage), false)
$$;

-- Everything counted anew, record by record: what `npm run counters:verify` compares.
create function tallies_counted()
returns table (season smallint, district_code text, facet text, key text, n int) language sql stable parallel safe as $$
  select c.season, c.district_code::text, c.facet, c.key, count(*)::int from (
    select r.season, r.district_code, f.facet, f.key from public.collection_record r
    cross join lateral tallies_of_record(r.service, r.ground, r.stage, r.hukou_province, r.residence_district, r.residence_subdistrict, r.submitted_at) f
    union all
    select r.season, r.district_code, f.facet, f.key from public.collection_record r
    join public.record_event e on e.record_id = r.id
    left join (
      select b.id, lag(b.at) over (partition by b.record_id order by b.id) as entered,
             row_number() over (partition by b.record_id, b.to_stage order by b.id) > 1 as known
      from public.record_event b where b.from_stage is distinct from b.to_stage
    ) h on h.id = e.id
    cross join lateral tallies_of_event(e.kind, e.at, e.actor, e.from_stage, e.to_stage, h.entered, h.known) f
    union all
    select r.season, r.district_code, 'SCHOOL', a.school_code || '/' || a.outcome from public.collection_record r
    join public.admission a on a.record_id = r.id
  ) c group by 1, 2, 3, 4
$$;

-- One school's children, counted as they are: a school has a few hundred. It learns of an admission when all do.
create function tallies_of_school(of_school text, of_season smallint)
returns table (facet text, key text, n int) language sql stable parallel safe as $$
  with chosen as (
    select r.*, a.published_at from public.admission a join public.collection_record r on r.id = a.record_id
    where a.school_code = of_school and r.season = of_season
  )
  select c.facet, c.key, count(*)::int from (
    select f.facet, f.key from chosen r cross join lateral tallies_of_record(
      r.service, r.ground, case when r.stage = 'ADMITTED' and r.published_at is null then 'PREREGISTERED' else r.stage end,
      r.hukou_province, r.residence_district, r.residence_subdistrict, r.submitted_at) f
    union all
    select f.facet, f.key from chosen r join public.record_event e on e.record_id = r.id
    left join (
      select b.id, lag(b.at) over (partition by b.record_id order by b.id) as entered,
             row_number() over (partition by b.record_id, b.to_stage order by b.id) > 1 as known
      from chosen c join public.record_event b on b.record_id = c.id where b.from_stage is distinct from b.to_stage
    ) h on h.id = e.id
    cross join lateral tallies_of_event(e.kind, e.at, e.actor, e.from_stage, e.to_stage, h.entered, h.known) f
    where f.facet = 'REACHED' and (e.to_stage <> 'ADMITTED' or r.published_at is not null)
  ) c group by 1, 2
$$;

create function tally_records() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into tally_change (season, district_code, facet, key, n)
    select r.season, r.district_code, f.facet, f.key, count(*)
    from new_rows r cross join lateral tallies_of_record(r.service, r.ground, r.stage, r.hukou_province, r.residence_district, r.residence_subdistrict, r.submitted_at) f
    group by 1, 2, 3, 4;
  else
    insert into tally_change (season, district_code, facet, key, n)
    select c.season, c.district_code, c.facet, c.key, sum(c.n) from (
      select r.season, r.district_code, f.facet, f.key, -1 as n
      from old_rows r cross join lateral tallies_of_record(r.service, r.ground, r.stage, r.hukou_province, r.residence_district, r.residence_subdistrict, r.submitted_at) f
      union all
      select r.season, r.district_code, f.facet, f.key, 1
      from new_rows r cross join lateral tallies_of_record(r.service, r.ground, r.stage, r.hukou_province, r.residence_district, r.residence_subdistrict, r.submitted_at) f
    ) c group by 1, 2, 3, 4 having sum(c.n) <> 0;
  end if;
  return null;
end
$$;

-- The plan is kept for the session, whether its first statement wrote one line or thousands into a table that was still
-- empty: it always looks a record's history up by the index.
create function tally_events() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
begin
  insert into tally_change (season, district_code, facet, key, n)
  with history as (
    select steps.* from (select distinct record_id from new_rows) touched
    cross join lateral (
      select b.id, lag(b.at) over (order by b.id) as entered,
             row_number() over (partition by b.to_stage order by b.id) > 1 as known
      from record_event b where b.record_id = touched.record_id and b.from_stage is distinct from b.to_stage
    ) steps
  )
  select r.season, r.district_code, f.facet, f.key, count(*)
  from new_rows e join collection_record r on r.id = e.record_id left join history h on h.id = e.id
  cross join lateral tallies_of_event(e.kind, e.at, e.actor, e.from_stage, e.to_stage, h.entered, h.known) f
  group by 1, 2, 3, 4;
  return null;
end
$$;

create function tally_admissions() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into tally_change (season, district_code, facet, key, n)
    select r.season, r.district_code, 'SCHOOL', a.school_code || '/' || a.outcome, count(*)
    from new_rows a join collection_record r on r.id = a.record_id group by 1, 2, 4;
  elsif tg_op = 'DELETE' then
    insert into tally_change (season, district_code, facet, key, n)
    select r.season, r.district_code, 'SCHOOL', a.school_code || '/' || a.outcome, -count(*)
    from old_rows a join collection_record r on r.id = a.record_id group by 1, 2, 4;
  else
    insert into tally_change (season, district_code, facet, key, n)
    select r.season, r.district_code, 'SCHOOL', a.school_code || '/' || a.outcome, sum(a.n)
    from (select record_id, school_code, outcome, -1 as n from old_rows
          union all select record_id, school_code, outcome, 1 from new_rows) a
    join collection_record r on r.id = a.record_id group by 1, 2, 4 having sum(a.n) <> 0;
  end if;
  return null;
end
$$;

-- Codes are swept after a day, what was counted of them stays. A code that is for no record yet counts for the whole city.
create function tally_codes() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into tally_change (season, district_code, facet, key, n)
  select coalesce(r.season, present.year), coalesce(r.district_code, '00'), 'CODE', tally_day(c.issued_at) || '/' || c.purpose, count(*)
  from new_rows c left join collection_record r on r.id = c.record_id
  cross join (select max(s.year) as year from season s where s.state <> 'PLANNED') present
  where coalesce(r.season, present.year) is not null group by 1, 2, 4;
  return null;
end
$$;

create trigger tally_inserted after insert on collection_record referencing new table as new_rows for each statement execute function tally_records();
create trigger tally_updated after update on collection_record referencing old table as old_rows new table as new_rows for each statement execute function tally_records();
create trigger tally_inserted after insert on record_event referencing new table as new_rows for each statement execute function tally_events();
create trigger tally_inserted after insert on admission referencing new table as new_rows for each statement execute function tally_admissions();
create trigger tally_updated after update on admission referencing old table as old_rows new table as new_rows for each statement execute function tally_admissions();
create trigger tally_deleted after delete on admission referencing old table as old_rows for each statement execute function tally_admissions();
create trigger tally_inserted after insert on sms_code referencing new table as new_rows for each statement execute function tally_codes();

-- The triggers hold off writers until the commit, so what stands there now is counted once.
with counted as materialized (select * from tallies_counted())
insert into tally (season, district_code, facet, key, n)
select season, district_code, facet, key, n from counted
union all select season, '00', facet, key, sum(n) from counted group by 1, 3, 4;

grant select, insert, update, delete on tally to enrolment_app;
grant select, insert, delete on tally_change to enrolment_app;
grant usage on sequence tally_change_id_seq to enrolment_app;
