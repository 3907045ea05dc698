alter table "job" drop column "asker_sealed";
