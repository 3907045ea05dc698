alter table "collection_record" drop constraint "withdrawn_holds_nothing";
alter table "collection_record" add constraint "withdrawn_holds_nothing" check ((((stage)::text = 'WITHDRAWN'::text) = (withdrawn_at is not null)) and ((withdrawn_at is null) or ((registered_by is null) and (wrapped_key is null) and (attempt_hash is null) and (residence_district is null) and (hukou_district is null) and (hukou_province is null) and (language is null))));
alter table "collection_record" drop column "updated_at";
alter table "collection_record" drop column "stage_since";
alter table "collection_record" drop column "residence_subdistrict";
