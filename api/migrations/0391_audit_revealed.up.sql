-- Who has looked at whole numbers of late is asked at each visit to the audit trail: few entries among many.
create index "audit_entry_revealed" on "audit_entry" ("at") where action in ('DOCUMENT_REVEALED', 'DOCUMENTS_REVEALED');
