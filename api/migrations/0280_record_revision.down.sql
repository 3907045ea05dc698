alter table "collection_record" drop column "revision";
