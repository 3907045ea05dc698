drop index message_reminder;
