-- A published result that names the wrong school is corrected as well. Null: the school stayed as it was.
alter table "result_correction" add column "school_code" varchar(10) null, add column "school_before_code" varchar(10) null;
alter table "result_correction" add constraint "result_correction_school_code_foreign" foreign key ("school_code") references "school" ("code");
alter table "result_correction" add constraint "result_correction_school_before_code_foreign" foreign key ("school_before_code") references "school" ("code");
alter table "result_correction" add constraint "result_correction_school" check ((school_code is null) = (school_before_code is null));
