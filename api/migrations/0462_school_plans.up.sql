-- 招生计划: how many children a school can take in a season, and whether it takes any more.
create table "school_plan" ("season" smallint not null, "school_code" varchar(10) not null, "quota" smallint null, "closed" boolean not null default false, primary key ("season", "school_code"));
alter table "school_plan" add constraint "school_plan_season_foreign" foreign key ("season") references "season" ("year") on update cascade on delete cascade;
alter table "school_plan" add constraint "school_plan_school_code_foreign" foreign key ("school_code") references "school" ("code") on update cascade on delete cascade;
alter table "school_plan" add constraint "school_plan_quota" check (quota >= 0);

grant select, insert, update on school_plan to enrolment_app;
