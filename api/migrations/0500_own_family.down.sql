drop index "audit_entry_own_family";
