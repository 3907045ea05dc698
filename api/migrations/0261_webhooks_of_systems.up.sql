-- Systems register webhooks of their own and handle no others; null: an administrator registered it.
alter table "webhook" add column "system" varchar(255) null;
