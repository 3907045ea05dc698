import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '../../src/actor.js';
import type { Viewer } from '../../src/platform/identity.js';
import type { RecordFilters } from '../../src/record-list/filters.js';
import { startApi, type TestApi } from '../support/api.js';
import { sentBy } from '../support/statements.js';

const MANY = 30_000;
/** A page of fifty and what belongs to each of its rows. */
const PAGE_BLOCKS = 1_000;

let api: TestApi;
let city: Actor;
let season: number;
beforeAll(async () => {
  api = await startApi({ worker: false });
  const viewer: Viewer = {
    subject: 'city',
    name: '市管理',
    phone: null,
    document: null,
    roles: [{ role: 'MUNICIPAL_ADMIN', district: null, school: null }],
    token: { id: null, issuedAt: 0, expiresAt: 0 },
  };
  city = { viewer, language: 'en', now: api.clock.now(), address: '10.0.0.1' };
  season = api.clock.now().getUTCFullYear();
  // The first to register have come furthest: what is asked for lies at the end of the list.
  await api.sql(
    `insert into collection_record (id, number, season, service, district_code, residence_district, stage, notice_version,
       privacy_policy_version, registered_at)
     select gen_random_uuid(), $2::text || lpad(n::text, 10, '0'), $2::int, 'NON_LOCAL_HUKOU', place, place,
       case when n > 900 then 'APPROVED' when n > 600 then 'IDENTITY_VERIFIED' when n > 300 then 'PREREGISTERED' else 'ADMITTED' end,
       'x', 'x', now() + n * interval '1 second'
     from generate_series(1, $1::int) n, lateral (select lpad((n % 16 + 1)::text, 2, '0')) p(place)`,
    [MANY, season],
  );
  await api.sql(
    `insert into admission (record_id, school_code, preregistered_at, preregistered_by, outcome, approved_at, approved_by)
     select id, '0101', now(), 'registrar', 'ADMITTED', now(), 'officer' from collection_record where stage = 'ADMITTED'`,
  );
  await api.sql(
    `update admission set published_at = now() where record_id in
       (select id from collection_record where stage = 'ADMITTED' and number < $1)`,
    [`${season}0000000151`],
  );
  await api.sql('vacuum analyze collection_record');
});
afterAll(() => api.stop());

/** Asks as the city does and returns how many there are, and how the page was found. */
async function page(filters: Partial<RecordFilters>) {
  const asked = { first: 50, after: null, last: null, before: null };
  const of = { season, ...filters };
  const { recordLists } = api.services;
  const sent = await sentBy(() => recordLists.page(api.orm.em.fork(), city, of, 'REGISTERED_AT_DESC', asked));
  const { text, values } = sent.find((one) => /from "collection_record" as "r"/.test(one.text))!;
  const [row] = await api.sql<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
    `explain (analyze, buffers, format json) ${text}`,
    values,
  );
  const [{ Plan }] = row!['QUERY PLAN'];
  return {
    total: await recordLists.count(api.orm.em.fork(), city, of),
    plan: JSON.stringify(Plan),
    blocks: Plan['Shared Hit Blocks']! + Plan['Shared Read Blocks']!,
  };
}

test.each([
  { name: 'admitted', filters: { stages: ['ADMITTED'] }, total: 150, index: 'collection_record_listed' },
  {
    name: 'preregistered',
    filters: { stages: ['PREREGISTERED'] },
    total: 450,
    index: 'collection_record_listed',
  },
  { name: 'overdue', filters: { overdue: true }, total: 0, index: 'identity_check_waiting' },
] as const)(
  'the city’s page of what is $name reads its own rows alone',
  async ({ filters, total, index }) => {
    const found = await page(filters);
    expect(found.total).toBe(total);
    expect(found.plan).toContain(`"${index}"`);
    expect(found.blocks).toBeLessThan(PAGE_BLOCKS);
  },
);

test('once reviews are over, the undecided are read in the order of the list', async () => {
  await api.sql(
    `update phase set opens_at = $2::timestamptz - interval '9 days', closes_at = $2
     where season = $1 and kind = 'REVIEW' and district_code <= '08'`,
    [season, api.clock.now()],
  );
  const found = await page({ overdue: true });
  expect(found.total).toBeGreaterThan(100);
  expect(found.plan).toMatch(/"collection_record_(undecided_registered|by_turn|waiting)"/);
  expect(found.blocks).toBeLessThan(PAGE_BLOCKS);
});
