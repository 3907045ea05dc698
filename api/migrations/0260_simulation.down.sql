drop table "simulation";
