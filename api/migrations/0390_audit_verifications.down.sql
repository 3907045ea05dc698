drop table "audit_verification";
