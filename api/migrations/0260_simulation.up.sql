-- What a change of the rules would mean: what was asked, how far it is, and numbers. Nothing about any person stands here.
create table "simulation" ("id" uuid not null, "asked_by" varchar(255) not null, "season" smallint not null, "district_code" varchar(2) null, "change" jsonb not null, "state" text not null, "total" int null, "done" int not null, "results" jsonb null, "created_at" timestamptz not null, "as_of" timestamptz null, "finished_at" timestamptz null, primary key ("id"));
alter table "simulation" add constraint "simulation_state_check" check ("state" in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED'));
alter table "simulation" add constraint "simulation_counts" check ((total is null) or (done <= total));
alter table "simulation" add constraint "simulation_finished" check ((finished_at is null) = (state = any (array['QUEUED'::text, 'RUNNING'::text])));
alter table "simulation" add constraint "simulation_results" check ((results is not null) = (state = 'DONE'::text));
alter table "simulation" add constraint "simulation_season_foreign" foreign key ("season") references "season" ("year");
alter table "simulation" add constraint "simulation_district_code_foreign" foreign key ("district_code") references "district" ("code");
create index simulation_of_district on simulation (district_code, id);
create unique index simulation_running on simulation (asked_by) where finished_at is null;

grant select, insert, update, delete on simulation to enrolment_app;
