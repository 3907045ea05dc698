drop index job_failed;
drop index job_under_way;
alter table "job" drop column "moved_at";
drop index message_failed;
drop index message_waiting;
alter table "message" drop column "failed_at";
drop table "pulse";
