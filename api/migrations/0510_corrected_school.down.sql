alter table "result_correction" drop column "school_code", drop column "school_before_code";
