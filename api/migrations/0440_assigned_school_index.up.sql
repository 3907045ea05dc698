-- Lists are filtered by the school to which a child is assigned. Most rows have none: before the publication few are assigned
-- elsewhere, and afterwards the column is empty.
create index admission_assigned_school on admission (assigned_school_code) where assigned_school_code is not null;
