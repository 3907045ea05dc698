drop table "job_bad_line";
alter table "job_row" drop column "order_sealed";
alter table "job" drop constraint "job_of_file", drop column "fingerprint", drop column "bad_lines";
