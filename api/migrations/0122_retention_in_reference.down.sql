drop trigger tell_of_reference on retention_period;
