-- The trail is searched by the name of an officer, among all the roles that were ever given.
create index "staff_grant_name" on "staff_grant" ("name");
