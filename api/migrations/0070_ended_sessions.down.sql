drop table "ended_session";
