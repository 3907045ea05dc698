-- What a family can know before it signs in: the district's desk, the papers of each review item, and the district's own
-- questions in both languages.

alter table "district" add "desk_address" varchar(120) null, add "desk_address_en" varchar(200) null, add "desk_hours" varchar(80) null, add "desk_hours_en" varchar(120) null;

alter table "district_question" add "label_en" varchar(400) null, add "help_en" text null, add "choices_en" text[] null;
update district_question set label_en = label, help_en = help, choices_en = choices;
alter table "district_question" alter column "label_en" set not null;
alter table "district_question" add constraint "district_question_choices_in_both" check (not (cardinality(choices) is distinct from cardinality(choices_en)));

create table "review_paper" ("id" serial primary key, "kind" text not null, "service" text null, "district_code" varchar(2) null, "ground" text null, "label" varchar(120) not null, "label_en" varchar(240) not null, "position" smallint not null);
alter table "review_paper" add constraint "review_paper_district_code_foreign" foreign key ("district_code") references "district" ("code") on delete cascade;
alter table "review_paper" add constraint "review_paper_kind_check" check ("kind" in ('IDENTITY_AND_HUKOU', 'HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'RESIDENCE', 'EMPLOYMENT', 'GROUND', 'OTHER'));
alter table "review_paper" add constraint "review_paper_service_check" check ("service" in ('NON_LOCAL_HUKOU', 'TREATED_AS_LOCAL', 'LOCAL_HUKOU'));
alter table "review_paper" add constraint "review_paper_ground_check" check ("ground" in ('TAIWAN_COMPATRIOT', 'OVERSEAS_CHINESE', 'POSTDOCTORAL', 'MILITARY_RELOCATION', 'ONE_PARENT_LOCAL', 'WORK_RESIDENCE_PERMIT', 'FOREIGN_NATIONAL'));

grant select on review_paper to enrolment_app;
