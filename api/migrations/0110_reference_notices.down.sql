drop function tell_of_reference() cascade;
