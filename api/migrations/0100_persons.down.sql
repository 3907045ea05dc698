drop index child_person_waiting;
alter table "child" drop constraint "document_already_registered";
alter table "child" add constraint "document_already_registered" unique ("document_type", "document_index", "season");
alter table "child" drop column "person_indexed";
