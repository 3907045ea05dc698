-- A question that is asked no more stays readable where families have answered it.
alter table "district_question" add "retired_at" timestamptz null;
