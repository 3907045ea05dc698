-- What lists of the offices ask for: the subdistrict in plain (decision 0021), since when a record has been in its stage, and
-- when anything of it changed last. Processes of the version before leave the moments to the defaults; the queue reads the
-- subdistrict off what was submitted, since it has the keys.
alter table "collection_record" add column "residence_subdistrict" text null;
alter table "collection_record" add column "stage_since" timestamptz not null default now();
alter table "collection_record" add column "updated_at" timestamptz not null default now();

update collection_record r set
  stage_since = coalesce((select max(e.at) from record_event e where e.record_id = r.id and e.from_stage is distinct from e.to_stage), r.registered_at),
  updated_at = greatest(r.registered_at, (select max(e.at) from record_event e where e.record_id = r.id), (select d.saved_at from details d where d.record_id = r.id));

alter table "collection_record" drop constraint "withdrawn_holds_nothing";
alter table "collection_record" add constraint "withdrawn_holds_nothing" check ((((stage)::text = 'WITHDRAWN'::text) = (withdrawn_at is not null)) and ((withdrawn_at is null) or ((registered_by is null) and (wrapped_key is null) and (attempt_hash is null) and (residence_district is null) and (residence_subdistrict is null) and (hukou_district is null) and (hukou_province is null) and (language is null))));
