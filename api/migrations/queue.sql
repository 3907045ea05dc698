-- The door of the job queue, owned by the role that owns the queue: the serving role may put jobs in, and nothing else.
create schema if not exists outbox;
drop function if exists outbox.enqueue(text, json, text, timestamptz);
-- Jobs of a higher priority number wait for those of a lower one.
create or replace function outbox.enqueue(task text, payload json, job_key text, run_at timestamptz default null, priority integer default 0)
returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
  select graphile_worker.add_job(task, payload, job_key => enqueue.job_key, run_at => enqueue.run_at, priority => enqueue.priority)
$$;
revoke all on function outbox.enqueue(text, json, text, timestamptz, integer) from public;
grant usage on schema outbox to enrolment_app;
grant execute on function outbox.enqueue(text, json, text, timestamptz, integer) to enrolment_app;
-- Who holds jobs is asked every few seconds, also while hundreds of thousands wait.
create index if not exists jobs_being_done on graphile_worker._private_jobs (locked_by) where locked_by is not null;
-- What the queue has given up is found without a look at what waits.
create index if not exists jobs_given_up on graphile_worker._private_jobs (updated_at) where attempts >= max_attempts;
-- How the queue stands, without a word of what is in it: the workers that live; the jobs whose time has come, a thousand at
-- most; the oldest of those that somebody waits for and of the others, found priority by priority; and what was given up since.
drop function if exists outbox.standing(timestamptz);
create function outbox.standing(since timestamptz, out workers integer, out due integer, out urgent timestamptz, out other timestamptz, out given_up integer, out first_given_up timestamptz)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with recursive priorities as (
    (select priority from graphile_worker._private_jobs where is_available order by priority limit 1)
    union all
    select (select j.priority from graphile_worker._private_jobs j where j.is_available and j.priority > p.priority order by j.priority limit 1)
    from priorities p where p.priority is not null
  ), oldest as (
    select p.priority, (select j.run_at from graphile_worker._private_jobs j where j.is_available and j.priority = p.priority and j.run_at <= now() order by j.run_at limit 1) as run_at
    from priorities p where p.priority is not null
  ), abandoned as (
    select updated_at from graphile_worker._private_jobs where attempts >= max_attempts and updated_at > standing.since limit 1000
  )
  select
    (select count(*)::integer from pg_locks where locktype = 'advisory' and classid = 7391003 and granted and database = (select oid from pg_database where datname = current_database())),
    (select count(*)::integer from (select from graphile_worker._private_jobs where is_available and run_at <= now() order by priority, run_at limit 1000) as ready),
    (select min(run_at) from oldest where priority <= 0),
    (select min(run_at) from oldest where priority > 0),
    (select count(*)::integer from abandoned),
    (select min(updated_at) from abandoned)
$$;
revoke all on function outbox.standing(timestamptz) from public;
grant execute on function outbox.standing(timestamptz) to enrolment_app;
