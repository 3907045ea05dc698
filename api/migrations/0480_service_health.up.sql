-- When what goes on for ever last went well: gateways, and the tasks that run by the clock. A few rows, whatever the city's size.
create table "pulse" ("name" varchar(40) not null, "watched_since" timestamptz not null, "succeeded_at" timestamptz null, "failed_at" timestamptz null, "failing_since" timestamptz null, "failures" int not null default 0, "found" int not null default 0, primary key ("name")) with (fillfactor = 50);
grant select, insert, update on pulse to enrolment_app;

-- Messages that are given up say when, so that those that wait are told apart from them.
alter table "message" add column "failed_at" timestamptz null;
update "message" set "failed_at" = coalesce("expires_at", "queued_at") where "sent_at" is null and ("key_id" is null or "queued_at" < now() - interval '5 days');
create index message_waiting on message (queued_at) where sent_at is null and failed_at is null;
create index message_failed on message (failed_at) where failed_at is not null;

-- When rows of a job were last done: by this it is seen to stand still.
alter table "job" add column "moved_at" timestamptz null;
create index job_under_way on job (id) where state in ('QUEUED', 'RUNNING');
create index job_failed on job (finished_at) where state = 'FAILED';
