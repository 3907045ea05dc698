alter table identity_check drop column asked_at;
