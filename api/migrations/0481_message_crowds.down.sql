drop index message_failed;
drop index message_waiting;
create index message_waiting on message (queued_at) where sent_at is null and failed_at is null;
create index message_failed on message (failed_at) where failed_at is not null;
