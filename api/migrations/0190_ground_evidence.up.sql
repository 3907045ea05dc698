-- A city that is set up already asks children treated as local for the proof of their ground from now on.
insert into detail_requirement (season, service, block, need)
select distinct asked.season, 'TREATED_AS_LOCAL', 'GROUND', 'REQUIRED'
from detail_requirement asked
where asked.service = 'TREATED_AS_LOCAL'
  and not exists (
    select from detail_requirement ground
    where ground.season = asked.season and ground.service = 'TREATED_AS_LOCAL' and ground.block = 'GROUND'
  );
