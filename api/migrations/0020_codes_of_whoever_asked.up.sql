-- Codes belong to whoever asked for them. Those under way live five minutes and are asked for again; a day's counts begin anew.
delete from "sms_code";
alter table "sms_code" add "asker_index" bytea not null;
drop index "sms_code_phone";
create index "sms_code_phone" on "sms_code" ("phone_index", "purpose", "asker_index");

drop table "sms_quota";
create table "sms_quota" ("scope" text not null, "key_index" bytea not null, "last_sent_at" timestamptz not null, "day" date not null, "sent_on_day" smallint not null, primary key ("scope", "key_index"));
alter table "sms_quota" add constraint "sms_quota_scope_check" check ("scope" in ('ACCOUNT', 'ASKER', 'PHONE'));

create table "sms_tries" ("phone_index" bytea not null, "purpose" text not null, "since" timestamptz not null, "tries" smallint not null, primary key ("phone_index", "purpose"));
alter table "sms_tries" add constraint "sms_tries_purpose_check" check ("purpose" in ('REGISTRATION', 'WITHDRAWAL', 'EXPORT'));

grant select, insert, update, delete on sms_quota, sms_tries to enrolment_app;

-- A window of whatever is counted, not of addresses alone.
alter table "address_quota" rename to "rate_window";
alter table "rate_window" rename column "address_index" to "key_index";
alter table "rate_window" rename constraint "address_quota_pkey" to "rate_window_pkey";
