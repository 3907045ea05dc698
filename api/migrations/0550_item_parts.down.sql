delete from item_decider where part <> 'WHOLE';
alter table "item_decider" drop constraint "item_decider_divided", drop constraint "item_decider_part_check";
alter table "item_decider" drop constraint "item_decider_pkey", add primary key ("district_code", "kind");
alter table "item_decider" drop column "part";
alter table "review_item" drop constraint "review_item_part_check", drop column "part";
