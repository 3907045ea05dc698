-- To which guardian a message was written: the other one may read it, too.
alter table "message" add "recipient" text null;
alter table "message" add constraint "message_recipient_check" check ("recipient" in ('FIRST', 'SECOND'));
update message set recipient = case
  when event_key like 'authorized:%:2' or event_key like 'unauthorized:%:2' or event_key like 'reminder:%:SECOND' then 'SECOND' else 'FIRST' end
where record_id is not null;
