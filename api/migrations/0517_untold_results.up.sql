-- A record that waits for the publication of its result counts under its stage in a cell of its own, so that figures for whoever
-- may not know the result tell an admission as a preregistration. Nobody writes until what is there is counted anew.
lock table collection_record in share row exclusive mode;

create function tallies_of_record(service text, ground text, stage text, hukou_province text, residence_district text, residence_subdistrict text, submitted_at timestamptz, result_told boolean)
returns table (facet text, key text) language sql stable parallel safe as $$
  select 'STAGE', service || '/' || coalesce(ground, '') || '/' || stage
    || case when stage in ('PREREGISTERED', 'ADMITTED') and not result_told then '/UNTOLD' else '' end
  union all select 'PROVINCE', hukou_province where hukou_province is not null
  union all select 'SUBDISTRICT', residence_district || '/' || left(residence_subdistrict, 100)
    where residence_district is not null and residence_subdistrict is not null
  union all select 'WAITING', stage || '/' || tally_day(submitted_at) where tally_waits(stage) and submitted_at is not null
$$;

create or replace function tallies_counted()
returns table (season smallint, district_code text, facet text, key text, n int) language sql stable parallel safe as $$
  select c.season, c.district_code::text, c.facet, c.key, count(*)::int from (
    select r.season, r.district_code, f.facet, f.key from public.collection_record r
    cross join lateral tallies_of_record(r.service, r.ground, r.stage, r.hukou_province, r.residence_district, r.residence_subdistrict, r.submitted_at, r.result_told) f
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

-- The school's own children, as it knows them: nothing of them is untold.
create or replace function tallies_of_school(of_school text, of_season smallint)
returns table (facet text, key text, n int) language sql stable parallel safe as $$
  with chosen as (
    select r.*, a.published_at from public.admission a join public.collection_record r on r.id = a.record_id
    where a.school_code = of_school and r.season = of_season
  )
  select c.facet, c.key, count(*)::int from (
    select f.facet, f.key from chosen r cross join lateral tallies_of_record(
      r.service, r.ground, case when r.stage = 'ADMITTED' and r.published_at is null then 'PREREGISTERED' else r.stage end,
      r.hukou_province, r.residence_district, r.residence_subdistrict, r.submitted_at, true) f
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

-- The same for a registrar's own children and those who are approved: whoever reads it folds the untold ones.
create or replace function tallies_of_readable(of_district text, of_schools text[], of_season smallint)
returns table (facet text, key text, n int) language sql stable parallel safe as $$
  with chosen as (
    select r.*, a.published_at, false as own from public.collection_record r left join public.admission a on a.record_id = r.id
    where r.season = of_season and r.district_code = of_district and r.stage = 'APPROVED' and r.withdrawn_at is null
    and (a.school_code is null or a.school_code <> all(of_schools))
    union all
    select r.*, a.published_at, true from public.admission a join public.collection_record r on r.id = a.record_id
    where a.school_code = any(of_schools) and r.season = of_season and r.district_code = of_district
  )
  select c.facet, c.key, count(*)::int from (
    select f.facet, f.key from chosen r cross join lateral tallies_of_record(
      r.service, r.ground, r.stage,
      r.hukou_province, r.residence_district, r.residence_subdistrict, r.submitted_at, r.result_told) f
    union all
    select f.facet, f.key from chosen r join public.record_event e on e.record_id = r.id
    left join (
      select b.id, row_number() over (partition by b.record_id, b.to_stage order by b.id) > 1 as known
      from chosen c join public.record_event b on b.record_id = c.id where b.from_stage is distinct from b.to_stage
    ) h on h.id = e.id
    cross join lateral tallies_of_event(e.kind, e.at, e.actor, e.from_stage, e.to_stage, null, h.known) f
    where f.facet = 'REACHED'
    union all
    select 'SCHOOL', a.school_code || '/' || a.outcome from chosen r join public.admission a on a.record_id = r.id where r.own
  ) c group by 1, 2
$$;

create or replace function tally_records() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    insert into tally_change (season, district_code, facet, key, n)
    select r.season, r.district_code, f.facet, f.key, count(*)
    from new_rows r cross join lateral tallies_of_record(r.service, r.ground, r.stage, r.hukou_province, r.residence_district, r.residence_subdistrict, r.submitted_at, r.result_told) f
    group by 1, 2, 3, 4;
  else
    insert into tally_change (season, district_code, facet, key, n)
    select c.season, c.district_code, c.facet, c.key, sum(c.n) from (
      select r.season, r.district_code, f.facet, f.key, -1 as n
      from old_rows r cross join lateral tallies_of_record(r.service, r.ground, r.stage, r.hukou_province, r.residence_district, r.residence_subdistrict, r.submitted_at, r.result_told) f
      union all
      select r.season, r.district_code, f.facet, f.key, 1
      from new_rows r cross join lateral tallies_of_record(r.service, r.ground, r.stage, r.hukou_province, r.residence_district, r.residence_subdistrict, r.submitted_at, r.result_told) f
    ) c group by 1, 2, 3, 4 having sum(c.n) <> 0;
  end if;
  return null;
end
$$;

drop function tallies_of_record(text, text, text, text, text, text, timestamptz);

insert into tally_change (season, district_code, facet, key, n)
select r.season, r.district_code, 'STAGE', r.service || '/' || coalesce(r.ground, '') || '/' || r.stage || moved.mark, sum(moved.n)
from collection_record r cross join (values ('', -1), ('/UNTOLD', 1)) moved (mark, n)
where r.stage in ('PREREGISTERED', 'ADMITTED') and not r.result_told
group by 1, 2, 4;
