drop index "staff_grant_name";
