-- Families who could not be reached by SMS are few: they are found without reading the messages of the others. A code that has
-- expired is none of them.
create index message_undelivered on message (record_id) where (not delivered) and (expires_at is null);
