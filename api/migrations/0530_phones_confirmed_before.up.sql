-- 0518 took every corrected registration for one with another phone. The trail says what a correction changed: only where it
-- was the phone, or where that is not known, has no code come to it.
update guardian g set phone_confirmed = true
  from collection_record r
  where r.id = g.record_id
    and g.role = 'FIRST'
    and not g.phone_confirmed
    and not exists (select from assistance a where a.record_id = g.record_id)
    and not exists (
      select from audit_entry e
      where e.record_number = r.number
        and e.action = 'REGISTRATION_CORRECTED'
        and coalesce(jsonb_exists(e.facts -> 'changed', 'guardianPhone'), true)
    );
