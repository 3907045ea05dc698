drop index "audit_entry_revealed";
