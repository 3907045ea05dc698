create or replace function tally_events() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
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

create or replace function tally_admissions() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
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

create or replace function record_change_follows() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into record_change (event_id, district_code)
  select e.id, r.district_code from new_rows e join collection_record r on r.id = e.record_id
  where e.from_stage is distinct from e.to_stage or e.kind = 'RESULT_PUBLISHED';
  return null;
end
$$;
