-- A season has an owner and a state; a policy may belong to one season. What runs now goes on: every season whose windows
-- are not all over, or else the newest one.
alter table "season" add "state" text not null default 'PLANNED', add "archived_at" timestamptz null;
update season set state = 'CLOSED';
update season set state = 'OPEN' where year in (select season from phase where opens_at <= now() and closes_at > now());
update season set state = 'PLANNED' where state = 'CLOSED' and year in (select season from phase group by season having min(opens_at) > now());
update season set state = 'OPEN' where not exists (select from season where state = 'OPEN')
  and year = (select max(year) from season where state <> 'PLANNED');
alter table "season" add constraint "season_state_check" check ("state" in ('PLANNED', 'OPEN', 'CLOSED', 'ARCHIVED'));
alter table "season" add constraint "season_archived_at" check ((state = 'ARCHIVED'::text) = (archived_at is not null));

alter table "phase" add constraint "phase_season_foreign" foreign key ("season") references "season" ("year");
alter table "policy" add "season" smallint null;
alter table "policy" add constraint "policy_season_foreign" foreign key ("season") references "season" ("year");

grant insert, update on season to enrolment_app;
