alter table "webhook" drop column "system";
