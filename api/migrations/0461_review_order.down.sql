alter table "district" drop column "review_order";
