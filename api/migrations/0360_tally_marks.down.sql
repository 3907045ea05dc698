drop table "tally_mark";
