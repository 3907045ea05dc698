drop index "audit_entry_revealed";
create index "audit_entry_revealed" on "audit_entry" ("at") where action in ('DOCUMENT_REVEALED', 'DOCUMENTS_REVEALED', 'ITEM_REVEALED');
