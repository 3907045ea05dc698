drop table admission, detail_requirement, details, identity_check, record_authorization, rejection, review_item, review_requirement;
alter table record_event drop column note;
revoke insert, update on phase from enrolment_app;
