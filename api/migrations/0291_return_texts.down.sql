drop table return_text;
