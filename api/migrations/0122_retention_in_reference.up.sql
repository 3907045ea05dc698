-- Families read how long something is kept on every page of a child: kept in the process as the other reference data are.
create trigger tell_of_reference after insert or update or delete or truncate on retention_period for each statement execute function tell_of_reference();
