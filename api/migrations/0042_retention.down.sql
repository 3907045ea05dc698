drop table "retention_period";
