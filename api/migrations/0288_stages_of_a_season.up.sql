-- A season that is over has hardly anybody left in the first stages, and one that begins nobody in the last. The planner took
-- both for independent, and looked for the rare in the order of the list, through the whole season.
create statistics collection_record_stages (mcv) on season, stage from collection_record;
analyze collection_record (season, stage);
