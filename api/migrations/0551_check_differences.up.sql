-- 身份证及户籍信息核验: which lines the gateway has found otherwise, where it says so.
alter table "identity_check" add column "differences" text[] not null default '{}';
