drop table "correction_request";
