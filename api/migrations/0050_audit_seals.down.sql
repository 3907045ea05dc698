drop table "audit_seal";
