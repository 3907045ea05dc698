-- Files of decisions: each row of a job may have an order of its own, and a trial run knows the file that it came from.
alter table "job" add column "fingerprint" varchar(64) null, add column "bad_lines" int null;
alter table "job" add constraint "job_of_file" check ((fingerprint is null) = (bad_lines is null));
alter table "job_row" add column "order_sealed" bytea null;

create table "job_bad_line" ("job_id" uuid not null, "line" int not null, "refusals" jsonb not null, primary key ("job_id", "line"));
alter table "job_bad_line" add constraint "job_bad_line_job_id_foreign" foreign key ("job_id") references "job" ("id") on delete cascade;

grant select, insert on job_bad_line to enrolment_app;
