import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pageOfTurns, type Place, type Turns } from '../../src/reminder/reminder.statements.js';
import { startApi, type TestApi } from '../support/api.js';
import { sentBy } from '../support/statements.js';

const MANY = 30_000;
const TURNS: Turns[] = ['01', '02'].flatMap((district) =>
  (['REGISTERED', 'DETAILS_DRAFTED'] as const).map((stage) => {
    return { season: 2026, district, service: 'NON_LOCAL_HUKOU', stage } as const;
  }),
);

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ worker: false });
  // Most have gone on; 450 in each of the first two districts have not.
  await api.sql(
    `insert into collection_record (id, number, season, service, district_code, residence_district, stage, notice_version,
       privacy_policy_version, registered_at)
     select gen_random_uuid(), '2026' || lpad(n::text, 10, '0'), 2026, 'NON_LOCAL_HUKOU', place, place,
       case when n <= 7200 and n % 8 = 0 then 'REGISTERED' else 'SUBMITTED' end, 'x', 'x', now()
     from generate_series(1, $1::int) n, lateral (select lpad((n % 16 / 8 + case when n > 7200 then 3 else 1 end)::text, 2, '0')) p(place)`,
    [MANY],
  );
  await api.sql('analyze collection_record');
});
afterAll(() => api.stop());

const page = (after: Place | null) =>
  pageOfTurns(api.orm.em.fork(), TURNS, { after, today: new Date(0), most: 200 });

test('reminders take their candidates in pages, each record once', async () => {
  const pages: Place[][] = [];
  for (let after: Place | null = null; ; after = pages.at(-1)!.at(-1)!) {
    pages.push(await page(after));
    if (pages.at(-1)!.length < 200) break;
  }
  expect(pages.map(({ length }) => length)).toEqual([200, 200, 200, 200, 100]);
  expect(new Set(pages.flat().map(({ record }) => record)).size).toBe(900);
});

test('a page reads its records by their index, however many there are', async () => {
  const [first] = await page(null);
  const sent = await sentBy(() => page(first!));
  const { text, values } = sent.find((one) => one.text.includes('unnest'))!;
  const plan = JSON.stringify(await api.sql(`explain (format json) ${text}`, values));
  expect(plan).toContain('"collection_record_by_turn"');
  expect(plan).not.toContain('Seq Scan');
});
