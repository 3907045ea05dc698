-- API tokens that are over go when their period has passed, as other data do; no season has a period for them yet.
alter table "retention_period" drop constraint "retention_period_kind_check";
alter table "retention_period" add constraint "retention_period_kind_check" check ("kind" in ('UNSUBMITTED', 'RECORDS', 'MESSAGES', 'API_TOKENS')) not valid;
alter table "retention_period" validate constraint "retention_period_kind_check";

grant delete on api_token to enrolment_app;
