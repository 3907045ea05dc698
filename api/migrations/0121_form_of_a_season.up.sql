-- What is reviewed, with which papers, what the details form asks and what districts ask on top belong to a season: what the
-- next one changes leaves this one's records as they are. So far the same rows held for every season, so each season gets them;
-- a database without a season is not set up yet, and its files bring them again.
alter table "review_requirement" add "season" smallint null;
insert into review_requirement (season, service, district_code, kind, label, label_en, position)
  select s.year, t.service, t.district_code, t.kind, t.label, t.label_en, t.position from review_requirement t cross join season s order by s.year, t.id;
delete from review_requirement where season is null;
alter table "review_requirement" alter "season" set not null;
alter table "review_requirement" add constraint "review_requirement_season_foreign" foreign key ("season") references "season" ("year");

alter table "review_paper" add "season" smallint null;
insert into review_paper (season, kind, service, district_code, ground, label, label_en, position)
  select s.year, t.kind, t.service, t.district_code, t.ground, t.label, t.label_en, t.position from review_paper t cross join season s order by s.year, t.id;
delete from review_paper where season is null;
alter table "review_paper" alter "season" set not null;
alter table "review_paper" add constraint "review_paper_season_foreign" foreign key ("season") references "season" ("year");

alter table "detail_requirement" add "season" smallint null;
insert into detail_requirement (season, service, district_code, ground, block, need)
  select s.year, t.service, t.district_code, t.ground, t.block, t.need from detail_requirement t cross join season s order by s.year, t.id;
delete from detail_requirement where season is null;
alter table "detail_requirement" alter "season" set not null;
alter table "detail_requirement" add constraint "detail_requirement_season_foreign" foreign key ("season") references "season" ("year");

alter table "district_question" add "season" smallint null, drop constraint "district_question_pkey";
insert into district_question (season, district_code, service, key, label, label_en, help, help_en, kind, required, choices, choices_en, position)
  select s.year, t.district_code, t.service, t.key, t.label, t.label_en, t.help, t.help_en, t.kind, t.required, t.choices, t.choices_en, t.position from district_question t cross join season s;
delete from district_question where season is null;
alter table "district_question" alter "season" set not null;
alter table "district_question" add constraint "district_question_pkey" primary key ("season", "district_code", "service", "key");
alter table "district_question" add constraint "district_question_season_foreign" foreign key ("season") references "season" ("year");
