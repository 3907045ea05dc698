drop table "record_claim";
