-- Where other systems want to be told of changes. The secret is sealed with the row's own key; place is how far it has been told.
create table "webhook" ("id" uuid not null, "name" varchar(60) not null, "url" varchar(500) not null, "district_code" varchar(2) null, "knows_results" boolean not null, "state" text not null, "key_id" varchar(40) not null, "wrapped_key" bytea not null, "secret_sealed" bytea not null, "previous_secret_sealed" bytea null, "previous_until" timestamptz null, "place" bigint not null, "created_at" timestamptz not null, "failures" int not null, "failing_since" timestamptz null, "paused_until" timestamptz null, "busy_until" timestamptz null, "succeeded_at" timestamptz null, primary key ("id"));
alter table "webhook" add constraint "webhook_state_check" check ("state" in ('ACTIVE', 'PAUSED', 'DISABLED'));
alter table "webhook" add constraint "webhook_district_code_foreign" foreign key ("district_code") references "district" ("code");
create index webhook_of_district on webhook (district_code, id);

-- What was sent or is to be sent, one row for each change: gone 30 days after it was over.
create table "webhook_delivery" ("id" uuid not null, "webhook_id" uuid not null, "place" bigint not null, "state" text not null, "attempts" smallint not null, "due_at" timestamptz not null, "created_at" timestamptz not null, "tried_at" timestamptz null, "status" smallint null, "failure" text null, primary key ("id"));
alter table "webhook_delivery" add constraint "webhook_delivery_state_check" check ("state" in ('WAITING', 'DELIVERED', 'DEAD'));
alter table "webhook_delivery" add constraint "webhook_delivery_failure_check" check ("failure" in ('STATUS', 'INSIDE_ADDRESS', 'NAME_UNKNOWN', 'CERTIFICATE', 'TIMEOUT', 'NO_CONNECTION', 'NO_ANSWER'));
alter table "webhook_delivery" add constraint "webhook_delivery_once" unique ("webhook_id", "place");
alter table "webhook_delivery" add constraint "webhook_delivery_webhook_id_foreign" foreign key ("webhook_id") references "webhook" ("id") on delete cascade;
create index webhook_delivery_waiting on webhook_delivery (webhook_id, attempts, place) where state = 'WAITING'::text;
create index webhook_delivery_log on webhook_delivery (webhook_id, id);
create index webhook_delivery_over on webhook_delivery (tried_at) where state <> 'WAITING'::text;
create index webhook_delivery_dead on webhook_delivery (webhook_id) where state = 'DEAD'::text;

grant select, insert, update, delete on webhook, webhook_delivery to enrolment_app;
