-- 街道先行: in which order a district reviews.
alter table "district" add column "review_order" text not null default 'ONLINE_FIRST';
alter table "district" add constraint "district_review_order_check" check ("review_order" in ('ONLINE_FIRST', 'STREET_FIRST'));
