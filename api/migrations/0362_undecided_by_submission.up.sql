-- Each dashboard asks which undecided record was submitted first, and how many were submitted within a few hours: the whole
-- city's were read for both. Only undecided records are in it, so it stays small.
create index collection_record_undecided on collection_record (season, submitted_at, district_code) where withdrawn_at is null and stage in ('SUBMITTED', 'IDENTITY_VERIFIED', 'APPEALED');
