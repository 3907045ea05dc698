-- What one person has done and read is asked for in the trail of a district or the city.
create index "audit_entry_actor" on "audit_entry" ("actor", "id");
