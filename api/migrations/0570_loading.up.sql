-- Whoever loads a whole city has indexes and foreign keys made once at the end, as pg_restore does, instead of row by row
-- (`npm run seed`). Their definitions wait in a table until then, so a load that was cut off is known as such and can end later.
-- Primary keys and unique indexes stay, and so does the index by which counters find a record's history. A unique index that no
-- foreign key uses could go as well, but it refuses what is there already.
create schema loading;
create table loading.put_aside (place int generated always as identity primary key, statement text not null);

create function loading.put_aside() returns void language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  loaded constant regclass[] := '{collection_record,child,guardian,details,review_item,message,identity_check,rejection,admission,preregistration,record_authorization,record_event,record_change,audit_entry}';
  part record;
begin
  for part in
    select format('create%s', substr(pg_get_indexdef(indexrelid), 7)) as definition, format('drop index %s', indexrelid::regclass) as removal
    from pg_index where indrelid = any (loaded) and not indisunique and indexrelid <> 'record_event_record'::regclass
    union all
    select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)), format('alter table %s drop constraint %I', conrelid::regclass, conname)
    from pg_constraint where conrelid = any (loaded) and contype = 'f'
    order by 1 desc
  loop
    insert into loading.put_aside (statement) values (part.definition);
    execute part.removal;
  end loop;
end
$$;

-- Puts back one of them, and tells whether there was one. Several connections can do so at once: indexes come first. Whoever
-- finds none left that is free waits for those that others are putting back, since they may fail.
create function loading.put_back() returns boolean language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  chosen int;
  definition text;
begin
  select place into chosen from loading.put_aside order by place for update skip locked limit 1;
  if chosen is null then
    select place into chosen from loading.put_aside order by place for update limit 1;
  end if;
  delete from loading.put_aside where place = chosen returning statement into definition;
  if definition is null then
    return false;
  end if;
  execute definition;
  return true;
end
$$;
revoke execute on function loading.put_aside(), loading.put_back() from public;
