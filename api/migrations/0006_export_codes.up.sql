-- A code that confirms who asks for whole numbers in a copy of what is held.
alter table "sms_code" drop constraint "sms_code_purpose_check";
alter table "sms_code" add constraint "sms_code_purpose_check" check ("purpose" in ('REGISTRATION', 'WITHDRAWAL', 'EXPORT'));
