drop table school_plan;
