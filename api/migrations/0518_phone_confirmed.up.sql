-- Whether a code came to the phone: it does not where an officer registers a child at the desk or corrects the phone. Of what was
-- there before, what was registered by its family and never corrected counts as confirmed.
alter table "guardian" add column "phone_confirmed" boolean not null default false;
update guardian g set phone_confirmed = true
  where g.role = 'FIRST'
    and not exists (select from assistance a where a.record_id = g.record_id)
    and not exists (select from record_event e where e.record_id = g.record_id and e.kind = 'REGISTRATION_CORRECTED');
