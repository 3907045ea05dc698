revoke insert, update on season from enrolment_app;
alter table "policy" drop column "season";
alter table "phase" drop constraint "phase_season_foreign";
alter table "season" drop column "archived_at", drop column "state";
