-- Looks of officers at their own families are marked, and found by the watch of the trail.
create index "audit_entry_own_family" on "audit_entry" ("at") where (facts ->> 'ownFamily') is not null;
