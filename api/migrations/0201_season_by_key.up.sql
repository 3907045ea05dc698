-- The season of child and guardians is their record's by a key of both, where a trigger compared them.
alter table "collection_record" add constraint "record_of_season" unique ("id", "season");
alter table "child" drop constraint "child_record_id_foreign";
alter table "guardian" drop constraint "guardian_record_id_foreign";
alter table "child" add constraint "child_season_of_record" foreign key ("record_id", "season") references "collection_record" ("id", "season") not valid;
alter table "guardian" add constraint "guardian_season_of_record" foreign key ("record_id", "season") references "collection_record" ("id", "season") not valid;
alter table "child" validate constraint "child_season_of_record";
alter table "guardian" validate constraint "guardian_season_of_record";
drop trigger season_stays on collection_record;
drop function season_stays();
drop trigger season_of_record on guardian;
drop trigger season_of_record on child;
drop function season_of_record();
