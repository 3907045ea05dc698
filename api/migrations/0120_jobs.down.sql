drop table "job_row";
drop table "job";
