alter table "record_claim" drop column "note_sealed", drop column "giver_name", drop column "given_until";
