drop table school, address_quota, audit_chain, audit_entry, captcha, clock, district, collection_record, child, district_question, guardian, message, notice_text, phase, policy, record_event, season, site, sms_code, sms_quota cascade;
drop sequence collection_serial;
drop function audit_append();
drop function audit_hash(bytea, smallint, bigint, timestamptz, text, text, text, text, text);
