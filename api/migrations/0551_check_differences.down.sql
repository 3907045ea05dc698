alter table "identity_check" drop column "differences";
