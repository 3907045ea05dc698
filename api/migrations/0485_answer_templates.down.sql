drop table answer_template;
