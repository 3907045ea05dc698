drop table "conversation_message";
drop table "conversation";
