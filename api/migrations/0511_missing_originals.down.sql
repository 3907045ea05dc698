drop table "missing_originals";
delete from "message_sentence" where "kind" = 'ORIGINALS_MISSING';
alter table "message_sentence" drop constraint "message_sentence_kind_check";
alter table "message_sentence" add constraint "message_sentence_kind_check" check ("kind" in ('REGISTERED', 'REMINDER', 'RETURNED', 'IDENTITY_RETURNED', 'APPROVED', 'REJECTED', 'APPEAL_DECIDED', 'PREREGISTERED', 'PREREGISTRATION_UNDONE', 'RESULT_PUBLISHED', 'RESULT_CORRECTED', 'CORRECTION_DECLINED', 'CORRECTED', 'WRITTEN'));
