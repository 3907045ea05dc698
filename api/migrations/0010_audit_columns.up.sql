-- What an audit entry is about stands in columns of its own. Entries of before keep their words and their hash
-- (format 0); their columns are read off those words once, here.
alter table "audit_entry" add column "format" smallint not null default 0;
alter table "audit_entry" alter column "format" set default 1;
alter table "audit_entry" add column "district_code" varchar(2) null;
alter table "audit_entry" add column "season" smallint null;
alter table "audit_entry" add column "subject" varchar(60) null;
alter table "audit_entry" add column "facts" jsonb null;

update audit_entry e set district_code = r.district_code, season = r.season from collection_record r where r.number = e.record_number;
update audit_entry set subject = detail where action like 'ITEM\_%' or action = 'PREREGISTERED' or (actor_role = 'SCHOOL_REGISTRAR' and action = 'RECORD_READ');
update audit_entry set facts = jsonb_build_object('purpose', detail) where action = 'DOCUMENTS_REVEALED';
update audit_entry set facts = jsonb_build_object('changed', to_jsonb(string_to_array(split_part(detail, ': ', 1), ', ')), 'reason', substr(detail, strpos(detail, ': ') + 2)) where action = 'REGISTRATION_CORRECTED';
-- '01 2026 LOCAL_HUKOU 12' and '01 2026 LOCAL_HUKOU REVIEW from – until'; the year was not always there.
update audit_entry set district_code = left(detail, 2), season = substring(detail from '^[0-9]{2} ([0-9]{4}) ')::smallint where action in ('RESULTS_PUBLISHED', 'PHASE_SET');
update audit_entry e set facts = jsonb_build_object('service', w.words[1], 'count', w.words[2]::int)
from (select id, string_to_array(regexp_replace(detail, '^[0-9]{2} ([0-9]{4} )?', ''), ' ') as words from audit_entry where action = 'RESULTS_PUBLISHED') w where w.id = e.id;
update audit_entry e set subject = w.words[2], facts = jsonb_build_object('service', w.words[1], 'opensAt', w.words[3], 'closesAt', w.words[5])
from (select id, string_to_array(regexp_replace(detail, '^[0-9]{2} ([0-9]{4} )?', ''), ' ') as words from audit_entry where action = 'PHASE_SET') w where w.id = e.id;
update audit_entry set season = substring(detail from '^[0-9]{4}')::smallint where action like 'SEASON\_%';

create index "audit_entry_district" on "audit_entry" ("district_code", "id");

create function audit_hash_of(previous bytea, chain smallint, "position" bigint, at timestamptz, actor text, actor_role text, action text, record_number text, district text, season smallint, subject text, facts jsonb)
returns bytea language sql immutable parallel safe as $$
  select sha256(previous || convert_to(jsonb_build_array(1, chain, "position", extract(epoch from at), actor, actor_role, action, record_number, district, season, subject, facts)::text, 'UTF8'))
$$;

create or replace function audit_append() returns trigger language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  tail audit_chain;
begin
  new.format := 1;
  new.detail := null;
  new.chain := pg_backend_pid() % 64;
  update audit_chain set length = length + 1 where audit_chain.chain = new.chain returning * into tail;
  new.position := tail.length;
  new.previous_hash := tail.head;
  new.hash := audit_hash_of(tail.head, new.chain, new.position, new.at, new.actor, new.actor_role, new.action, new.record_number, new.district_code, new.season, new.subject, new.facts);
  update audit_chain set head = new.hash where audit_chain.chain = new.chain;
  return new;
end
$$;
