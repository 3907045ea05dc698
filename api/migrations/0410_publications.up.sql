-- 公布入学结果 takes two administrators: one proposes it for a time, another confirms the very same results, and the queue
-- publishes them at that time. What was published before keeps its place in the list, without anybody's name.
create table "publication" ("id" uuid not null, "season" smallint not null, "district_code" varchar(2) not null, "service" text not null, "state" text not null, "publish_at" timestamptz not null, "check_code" varchar(9) null, "admitted" int not null, "not_admitted" int not null, "undecided" int not null, "proposed_by" varchar(255) not null, "proposed_name" varchar(120) null, "proposed_at" timestamptz not null, "second_by" varchar(255) null, "second_name" varchar(120) null, "second_at" timestamptz null, "ended_by" varchar(255) null, "ended_name" varchar(120) null, "ended_at" timestamptz null, "failure" jsonb null, "published_at" timestamptz null, primary key ("id"));
alter table "publication" add constraint "publication_district_code_foreign" foreign key ("district_code") references "district" ("code") on delete no action;
alter table "publication" add constraint "publication_service_check" check ("service" in ('NON_LOCAL_HUKOU', 'TREATED_AS_LOCAL', 'LOCAL_HUKOU'));
alter table "publication" add constraint "publication_state_check" check ("state" in ('PROPOSED', 'CONFIRMED', 'PUBLISHED', 'CANCELLED', 'EXPIRED', 'FAILED'));
alter table "publication" add constraint "publication_second_is_another" check ((second_by)::text <> (proposed_by)::text);
alter table "publication" add constraint "publication_confirmed_by_second" check ((state <> 'CONFIRMED'::text) or (second_by is not null));
alter table "publication" add constraint "publication_published_at" check ((state = 'PUBLISHED'::text) = (published_at is not null));
create unique index publication_open on publication (season, district_code, service) where state in ('PROPOSED', 'CONFIRMED');
create index publication_of_place on publication (season, district_code, service, proposed_at);
create index publication_due on publication (publish_at) where state = 'CONFIRMED';

insert into "publication" ("id", "season", "district_code", "service", "state", "publish_at", "admitted", "not_admitted", "undecided", "proposed_by", "proposed_at", "published_at")
select gen_random_uuid(), r.season, r.district_code, r.service, 'PUBLISHED', a.published_at, count(*) filter (where a.outcome = 'ADMITTED'), count(*) filter (where a.outcome = 'NOT_ADMITTED'), 0, 'SYSTEM', a.published_at, a.published_at
from admission a join collection_record r on r.id = a.record_id
where a.published_at is not null group by r.season, r.district_code, r.service, a.published_at;

grant select, insert, update on publication to enrolment_app;

-- A district may have publications take two whichever way they go.
alter table "district" add column "publications_need_second" boolean not null default false;
