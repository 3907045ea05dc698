drop table message_sentence;
