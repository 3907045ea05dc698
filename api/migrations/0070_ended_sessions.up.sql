-- What was signed out is refused until its own time is over.
create table "ended_session" ("fingerprint" text not null, "ended_at" timestamptz not null, "expires_at" timestamptz not null, primary key ("fingerprint"));
create index "ended_session_ended_at" on "ended_session" ("ended_at");
grant select, insert, update, delete on ended_session to enrolment_app;
