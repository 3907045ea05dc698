-- How long what a season holds is kept: data of the season, told to families, done by a job.
create table "retention_period" ("season" smallint not null, "kind" text not null, "days" smallint not null, primary key ("season", "kind"));
alter table "retention_period" add constraint "retention_period_kind_check" check ("kind" in ('UNSUBMITTED', 'RECORDS', 'MESSAGES'));
alter table "retention_period" add constraint "retention_period_days" check (days > 0);
alter table "retention_period" add constraint "retention_period_season_foreign" foreign key ("season") references "season" ("year");
grant select, insert, update, delete on retention_period to enrolment_app;
