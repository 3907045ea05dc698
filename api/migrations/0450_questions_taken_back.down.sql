delete from district_question where retired_at is not null;
alter table "district_question" drop column "retired_at";
