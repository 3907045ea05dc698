create sequence collection_serial maxvalue 9999999;
select setval('collection_serial', max(substr(number, 7, 7)::int)) from collection_record having count(*) > 0;
grant usage on sequence collection_serial to enrolment_app;
drop trigger make_collection_serials on district;
drop trigger make_collection_serials on season;
drop function make_collection_serials();
do $$
declare
  name text;
begin
  for name in select sequencename from pg_sequences where schemaname = 'public' and sequencename like 'collection\_serial\_%' loop
    execute format('drop sequence %I', name);
  end loop;
end
$$;
alter table "guardian" drop constraint "phone_slot_taken";
alter table "guardian" add constraint "phone_slot_taken" unique ("phone_index", "phone_slot");
alter table "guardian" drop column "season";
alter table "child" drop constraint "document_already_registered";
alter table "child" add constraint "document_already_registered" unique ("document_type", "document_index");
alter table "child" drop column "season";
