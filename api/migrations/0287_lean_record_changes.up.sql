-- A change is written by the trigger of its event, from that event and its record, and neither ever goes: to look both up
-- again by foreign keys took most of the time of writing it. What has no place yet is in no index of places.
alter table "record_change" drop constraint "record_change_event_id_foreign";
alter table "record_change" drop constraint "record_change_district_code_foreign";
alter table "record_change" drop constraint "record_change_position";
create unique index record_change_position on record_change ("position") where "position" is not null;
drop index record_change_of_district;
create index record_change_of_district on record_change (district_code, "position") where "position" is not null;
