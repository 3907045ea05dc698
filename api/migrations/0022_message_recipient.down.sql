alter table "message" drop column "recipient";
