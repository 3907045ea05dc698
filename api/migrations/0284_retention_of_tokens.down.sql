delete from "retention_period" where "kind" = 'API_TOKENS';
alter table "retention_period" drop constraint "retention_period_kind_check";
alter table "retention_period" add constraint "retention_period_kind_check" check ("kind" in ('UNSUBMITTED', 'RECORDS', 'MESSAGES'));

revoke delete on api_token from enrolment_app;
