drop table "assistance";
