drop trigger season_stays on collection_record;
drop function season_stays();
drop trigger season_of_record on guardian;
drop trigger season_of_record on child;
drop function season_of_record();
drop index collection_record_by_turn;
