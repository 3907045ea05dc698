-- What the registrars of these schools can count themselves in a district: its approved children, and those whom their
-- schools have preregistered. What a district's figures tell them is judged by what remains. Until it is published they do
-- not know which of their own are admitted: these have no stage here.
create function tallies_of_readable(of_district text, of_schools text[], of_season smallint)
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
      r.service, r.ground, case when r.stage = 'ADMITTED' and r.published_at is null then '' else r.stage end,
      r.hukou_province, r.residence_district, r.residence_subdistrict, r.submitted_at) f
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
