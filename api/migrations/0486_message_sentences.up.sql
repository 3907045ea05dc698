-- 短信附言: what a district adds to the messages of one kind in a season.
create table "message_sentence" ("id" serial primary key, "season" smallint not null, "district_code" varchar(2) not null, "kind" text not null, "text" varchar(140) not null, "text_en" varchar(300) not null, "position" smallint not null);
alter table "message_sentence" add constraint "message_sentence_season_foreign" foreign key ("season") references "season" ("year") on delete no action;
alter table "message_sentence" add constraint "message_sentence_district_code_foreign" foreign key ("district_code") references "district" ("code") on delete no action;
alter table "message_sentence" add constraint "message_sentence_once" unique ("season", "district_code", "kind");
alter table "message_sentence" add constraint "message_sentence_kind_check" check ("kind" in ('REGISTERED', 'REMINDER', 'RETURNED', 'IDENTITY_RETURNED', 'APPROVED', 'REJECTED', 'APPEAL_DECIDED', 'PREREGISTERED', 'PREREGISTRATION_UNDONE', 'RESULT_PUBLISHED', 'RESULT_CORRECTED', 'CORRECTION_DECLINED', 'CORRECTED', 'WRITTEN'));

grant select, insert, update, delete on message_sentence to enrolment_app;
grant usage on sequence message_sentence_id_seq to enrolment_app;
