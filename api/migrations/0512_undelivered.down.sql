drop index message_undelivered;
