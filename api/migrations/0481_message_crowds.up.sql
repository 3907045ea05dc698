-- Messages that wait or were given up are found crowd by crowd, so that codes are seen behind any number of others. The words
-- of the index are those of message.statements.ts.
drop index message_waiting;
drop index message_failed;
create index message_waiting on message ((case when expires_at is not null then 'CODES' when split_part(event_key, ':', 1) in ('reminder', 'result') then 'TO_MANY' else 'ONE_BY_ONE' end), queued_at) where sent_at is null and failed_at is null;
create index message_failed on message ((case when expires_at is not null then 'CODES' when split_part(event_key, ':', 1) in ('reminder', 'result') then 'TO_MANY' else 'ONE_BY_ONE' end), failed_at) where failed_at is not null;
