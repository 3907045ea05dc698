-- Downloads of lists in full are looks at whole numbers, too.
drop index "audit_entry_revealed";
create index "audit_entry_revealed" on "audit_entry" ("at") where action in ('DOCUMENT_REVEALED', 'DOCUMENTS_REVEALED', 'ITEM_REVEALED', 'EXPORT_DOWNLOADED');
