drop table review_paper;
alter table district_question drop constraint district_question_choices_in_both, drop column label_en, drop column help_en, drop column choices_en;
alter table district drop column desk_address, drop column desk_address_en, drop column desk_hours, drop column desk_hours_en;
