drop table "preregistration";
