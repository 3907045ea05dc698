-- Statements that write thousands of rows at once (a bulk decision, a publication, a seed) joined them with the whole of
-- collection_record: the larger the city, the slower each of them. A record is now looked up by its key for each row, whatever
-- the tables held when the session made its plan.
create or replace function tally_events() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
begin
  insert into tally_change (season, district_code, facet, key, n)
  select r.season, r.district_code, f.facet, f.key, count(*)
  from (select record_id, array_agg(id) as ids from new_rows group by record_id) touched
  cross join lateral (select c.season, c.district_code from collection_record c where c.id = touched.record_id limit 1) r
  cross join lateral (
    select b.id, b.kind, b.at, b.actor, b.from_stage, b.to_stage,
           case when b.from_stage is distinct from b.to_stage then lag(b.at) over (partition by b.from_stage is distinct from b.to_stage order by b.id) end as entered,
           case when b.from_stage is distinct from b.to_stage then row_number() over (partition by b.from_stage is distinct from b.to_stage, b.to_stage order by b.id) > 1 end as known
    from record_event b where b.record_id = touched.record_id
  ) e
  cross join lateral tallies_of_event(e.kind, e.at, e.actor, e.from_stage, e.to_stage, e.entered, e.known) f
  where e.id = any(touched.ids)
  group by 1, 2, 3, 4;
  return null;
end
$$;

create or replace function tally_admissions() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
begin
  if tg_op = 'INSERT' then
    insert into tally_change (season, district_code, facet, key, n)
    select r.season, r.district_code, 'SCHOOL', a.school_code || '/' || a.outcome, count(*)
    from new_rows a cross join lateral (select c.season, c.district_code from collection_record c where c.id = a.record_id limit 1) r
    group by 1, 2, 4;
  elsif tg_op = 'DELETE' then
    insert into tally_change (season, district_code, facet, key, n)
    select r.season, r.district_code, 'SCHOOL', a.school_code || '/' || a.outcome, -count(*)
    from old_rows a cross join lateral (select c.season, c.district_code from collection_record c where c.id = a.record_id limit 1) r
    group by 1, 2, 4;
  else
    insert into tally_change (season, district_code, facet, key, n)
    select r.season, r.district_code, 'SCHOOL', a.school_code || '/' || a.outcome, sum(a.n)
    from (select record_id, school_code, outcome, -1 as n from old_rows
          union all select record_id, school_code, outcome, 1 from new_rows) a
    cross join lateral (select c.season, c.district_code from collection_record c where c.id = a.record_id limit 1) r
    group by 1, 2, 4 having sum(a.n) <> 0;
  end if;
  return null;
end
$$;

create or replace function record_change_follows() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp set enable_seqscan = off as $$
begin
  insert into record_change (event_id, district_code)
  select e.id, (select r.district_code from collection_record r where r.id = e.record_id) from new_rows e
  where e.from_stage is distinct from e.to_stage or e.kind = 'RESULT_PUBLISHED';
  return null;
end
$$;
