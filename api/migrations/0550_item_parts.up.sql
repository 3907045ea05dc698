-- 联审: an item can be given to different offices by what it is about: work by its kind. What was submitted before is of no part.
alter table "review_item" add column "part" text not null default 'WHOLE';
alter table "review_item" add constraint "review_item_part_check" check ("part" in ('WHOLE', 'EMPLOYED', 'OWN_BUSINESS', 'FLEXIBLE', 'MIXED')) not valid;
alter table "review_item" validate constraint "review_item_part_check";

alter table "item_decider" add column "part" text not null default 'WHOLE';
alter table "item_decider" drop constraint "item_decider_pkey", add primary key ("district_code", "kind", "part");
alter table "item_decider" add constraint "item_decider_part_check" check ("part" in ('WHOLE', 'EMPLOYED', 'OWN_BUSINESS', 'FLEXIBLE', 'MIXED'));
alter table "item_decider" add constraint "item_decider_divided" check ((part = 'WHOLE'::text) or (kind = 'EMPLOYMENT'::text));
-- Each part has its own row, and begins with the office that had all of them.
insert into item_decider (district_code, kind, part, decider)
select d.district_code, d.kind, p.part, d.decider from item_decider d, unnest(array['EMPLOYED', 'OWN_BUSINESS', 'FLEXIBLE', 'MIXED']) as p (part)
where d.kind = 'EMPLOYMENT';
