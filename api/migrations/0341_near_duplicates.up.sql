-- Records that may be of one child. A child's blind indexes are filled by the queue, which has the keys: in rows of before, and
-- in rows whose name, document or birth date changes (decision 0036).
alter table "child" add column "likeness_index" bytea[] not null default '{}';
create index child_likeness on child using gin (likeness_index);
create index child_likeness_waiting on child (record_id) where likeness_index = '{}'::bytea[];

create function likeness_index_follows() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if (new.name_sealed, new.document_sealed, new.birth_date_sealed)
    is distinct from (old.name_sealed, old.document_sealed, old.birth_date_sealed) then
    new.likeness_index := '{}';
  end if;
  return new;
end
$$;
create trigger likeness_index_follows before update on child for each row execute function likeness_index_follows();

create table "near_duplicate" ("one_id" uuid not null, "other_id" uuid not null, "likenesses" text[] not null, "found_at" timestamptz not null, "verdict" text null, "decided_at" timestamptz null, "officer" varchar(255) null, "name" varchar(120) null, "district_code" varchar(2) null, primary key ("one_id", "other_id"));
alter table "near_duplicate" add constraint "near_duplicate_one_id_foreign" foreign key ("one_id") references "collection_record" ("id") on update cascade on delete cascade;
alter table "near_duplicate" add constraint "near_duplicate_other_id_foreign" foreign key ("other_id") references "collection_record" ("id") on update cascade on delete cascade;
alter table "near_duplicate" add constraint "near_duplicate_verdict_check" check ("verdict" in ('NOT_DUPLICATE'));
alter table "near_duplicate" add constraint "near_duplicate_once" check (one_id < other_id);
alter table "near_duplicate" add constraint "near_duplicate_decided" check (((verdict is null) = (decided_at is null)) and ((verdict is null) = (officer is null)) and ((verdict is null) = (name is null)) and ((verdict is null) = (district_code is null)));
create index near_duplicate_other on near_duplicate (other_id);
create index near_duplicate_open on near_duplicate (one_id, other_id) where verdict is null;

-- A record on which nothing is decided while its document is disputed.
create table "record_freeze" ("record_id" uuid not null, "since" timestamptz not null, "officer" varchar(255) not null, "name" varchar(120) not null, "reason_sealed" bytea not null, primary key ("record_id"));
alter table "record_freeze" add constraint "record_freeze_record_id_foreign" foreign key ("record_id") references "collection_record" ("id") on update cascade on delete cascade;

grant select, insert, update, delete on near_duplicate, record_freeze to enrolment_app;
