-- When the verification gateway last took a request: an answer that does not come is asked for again.
alter table "identity_check" add "asked_at" timestamptz null;
