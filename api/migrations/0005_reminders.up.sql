-- Reminders: in which language a family registered, and what is returned by its due date.
alter table "collection_record" add "language" text null;
alter table "collection_record" add constraint "collection_record_language_check" check ("language" in ('zh-CN', 'en'));
alter table "collection_record" drop constraint "withdrawn_holds_nothing";
alter table "collection_record" add constraint "withdrawn_holds_nothing" check ((((stage)::text = 'WITHDRAWN'::text) = (withdrawn_at is not null)) and ((withdrawn_at is null) or ((registered_by is null) and (wrapped_key is null) and (attempt_hash is null) and (residence_district is null) and (hukou_district is null) and (hukou_province is null) and (language is null))));
create index review_item_returned on review_item (due_at) where (status)::text = 'RETURNED'::text;
