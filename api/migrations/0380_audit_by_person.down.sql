drop index "audit_entry_actor";
