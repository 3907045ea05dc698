-- The school that a child is assigned to stood where schools and the city read which children are theirs, before the result was
-- published. Until then it stands apart. A trigger moves it at the publication, so that a process of the version before
-- publishes the assigned school as well.
alter table "admission" add column "assigned_school_code" varchar(10) null;
alter table "admission" add constraint "admission_assigned_school_code_foreign" foreign key ("assigned_school_code") references "school" ("code");
update admission a set assigned_school_code = a.school_code, school_code = p.school_code
  from preregistration p
  where p.record_id = a.record_id and p.undone_at is null and a.published_at is null and p.school_code <> a.school_code;
create function assigned_school_follows() returns trigger language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  new.school_code := new.assigned_school_code;
  new.assigned_school_code := null;
  return new;
end $$;
create trigger assigned_school_follows before update on admission for each row
  when (new.published_at is not null and new.assigned_school_code is not null)
  execute function assigned_school_follows();
