import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '../../src/actor.js';
import { startApi, type TestApi } from '../support/api.js';
import { sentBy } from '../support/statements.js';

/** What an officer of one district has before her, with four items each. */
const WAITING = 4_000;
/** Of another district: a look at the items of all would cost more than one at those of each. */
const ELSEWHERE = 20_000;
/** The last of them to come have an item of the district's own. */
const OWN = 60;
/** Each that is passed over takes a look at its items, and a row of the index. */
const BLOCKS_OF_ONE = 8;

let api: TestApi;
let officer: Actor;
let season: number;
beforeAll(async () => {
  api = await startApi({ worker: false });
  season = api.clock.now().getUTCFullYear();
  const viewer = {
    subject: 'officer',
    name: '东审核',
    phone: null,
    document: null,
    roles: [{ role: 'DISTRICT_OFFICER' as const, district: '01', school: null }],
    token: { id: null, issuedAt: 0, expiresAt: 0 },
  };
  officer = { viewer, language: 'en', now: api.clock.now(), address: '10.0.0.1' };
  await lay('01', WAITING);
  await lay('02', ELSEWHERE);
  await api.sql(
    `insert into review_item (record_id, kind, part, label, label_en, position, status)
     select r.id, k.kind, case k.kind when 'EMPLOYMENT' then 'EMPLOYED' else 'WHOLE' end, k.kind, k.kind, k.place,
       case when k.kind = 'EMPLOYMENT' or (k.kind = 'RESIDENCE' and r.number > $1) then 'PENDING' else 'PASSED' end
     from collection_record r,
       (values ('HOUSEHOLD_REGISTER', 1), ('RESIDENCE_PERMIT', 2), ('RESIDENCE', 3), ('EMPLOYMENT', 4)) k(kind, place)`,
    [numberOf('01', WAITING - OWN)],
  );
  await api.sql(
    `insert into item_decider (district_code, kind, part, decider)
     select '01', 'EMPLOYMENT', part, 'HUMAN_RESOURCES' from unnest(array['WHOLE', 'EMPLOYED', 'OWN_BUSINESS', 'FLEXIBLE', 'MIXED']) as p (part)`,
  );
  await api.sql('vacuum analyze collection_record');
  await api.sql('vacuum analyze review_item');
});
afterAll(() => api.stop());

const numberOf = (district: string, n: number) => `${season}${district}${String(n).padStart(8, '0')}`;
const lay = (district: string, count: number) =>
  api.sql(
    `insert into collection_record (id, number, season, service, district_code, residence_district, stage, notice_version,
       privacy_policy_version, registered_at, stage_since)
     select gen_random_uuid(), $2::text || $3::text || lpad(n::text, 8, '0'), $2::int, 'NON_LOCAL_HUKOU', $3, $3,
       'IDENTITY_VERIFIED', 'x', 'x', now() + n * interval '1 second', now() + n * interval '1 second'
     from generate_series(1, $1::int) n`,
    [count, season, district],
  );

const queue = { needsDecision: true, assignee: 'ME_OR_NOBODY', district: '01' } as const;

test('an officer’s queue passes over thousands that wait for others, by their own items alone', async () => {
  const asked = { first: 50, after: null, last: null, before: null };
  const { recordLists } = api.services;
  const sent = await sentBy(() =>
    recordLists.page(api.orm.em.fork(), officer, { season, ...queue }, 'STAGE_SINCE_ASC', asked),
  );
  const { text, values } = sent.find((one) => /from "collection_record" as "r"/.test(one.text))!;
  const [row] = await api.sql<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
    `explain (analyze, buffers, format json) ${text}`,
    values,
  );
  const [{ Plan }] = row!['QUERY PLAN'];
  expect(Plan['Actual Rows']).toBe(51);
  expect(JSON.stringify(Plan)).toContain('review_item_pkey');
  expect(JSON.stringify(Plan)).not.toMatch(/"Seq Scan"[^{}]*"review_item"/);
  expect(Plan['Shared Hit Blocks']! + Plan['Shared Read Blocks']!).toBeLessThan(WAITING * BLOCKS_OF_ONE);
  expect(await recordLists.count(api.orm.em.fork(), officer, { season, ...queue })).toBe(OWN);
});

test('what others decide costs the queue one statement, however much was given to them', async () => {
  const asked = { first: 50, after: null, last: null, before: null };
  const { recordLists } = api.services;
  const statements = async (filters: object) =>
    (
      await sentBy(() =>
        recordLists.page(api.orm.em.fork(), officer, { season, ...filters }, 'STAGE_SINCE_ASC', asked),
      )
    ).length;
  expect(await statements(queue)).toBe((await statements({ district: '01' })) + 1);
});
