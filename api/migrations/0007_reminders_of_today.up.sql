-- Who has been reminded today: looked up every minute of the day.
create index message_reminder on message (queued_at, record_id) where (event_key)::text like 'reminder:%'::text;
