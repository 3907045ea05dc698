-- How often counts of a district, and of the city ('00'), were added up: by it a process knows whether an answer that it
-- keeps is still what has been told to whoever follows the figures.
create table "tally_mark" ("district_code" varchar(2) not null, "merges" bigint not null, constraint "tally_mark_pkey" primary key ("district_code"));
grant select, insert, update on tally_mark to enrolment_app;
