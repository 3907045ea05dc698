-- The newest season's rows hold for all of them again.
delete from district_question where season <> (select max(year) from season);
alter table "district_question" drop constraint "district_question_season_foreign", drop constraint "district_question_pkey", drop column "season";
alter table "district_question" add constraint "district_question_pkey" primary key ("district_code", "service", "key");
delete from detail_requirement where season <> (select max(year) from season);
alter table "detail_requirement" drop constraint "detail_requirement_season_foreign", drop column "season";
delete from review_paper where season <> (select max(year) from season);
alter table "review_paper" drop constraint "review_paper_season_foreign", drop column "season";
delete from review_requirement where season <> (select max(year) from season);
alter table "review_requirement" drop constraint "review_requirement_season_foreign", drop column "season";
