alter table "guardian" drop column "phone_confirmed";
