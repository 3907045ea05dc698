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
