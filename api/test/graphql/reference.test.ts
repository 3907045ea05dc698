import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { DistrictEntranceDocument, SetPhaseDocument } from '@enrolment/schema/client';
import { asRole } from '../../src/database/orm.js';
import { LISTENER } from '../../src/database/reference.js';
import { startApi, type TestApi } from '../support/api.js';
import { staff } from '../support/reviewable.js';
import { SentStatements } from '../support/statements.js';
import { until } from '../support/until.js';

type OtherProcess = Awaited<ReturnType<TestApi['anotherProcess']>>;

let api: TestApi;
let other: OtherProcess;
beforeEach(async () => {
  api = await startApi({ worker: false });
  other = await api.anotherProcess();
  for (const { reference } of [api, other]) {
    await reference.listen(asRole(api.database.servingUrl, 'enrolment_app'));
  }
});
afterEach(async () => {
  await other.stop();
  await api.stop();
});

const entrance = { code: '01' };
type Windows = { kind: string; opensAt: string; closesAt: string }[];
const result = (data: { district?: { nonLocalHukou: Windows } | null }) =>
  data.district!.nonLocalHukou.find(({ kind }) => kind === 'RESULT')!;
const here = async () => result((await api.nobody.request(DistrictEntranceDocument, entrance)).data).closesAt;
const there = async () =>
  result((await other.request(DistrictEntranceDocument, entrance, api.nobody)).data).closesAt;

/** Another end of the results than the one in the calendar, as somebody with psql would set it. */
async function moveByHand(): Promise<string> {
  const [row] = await api.sql<{ closes_at: Date }>(
    `update phase set closes_at = closes_at + interval '1 minute'
     where district_code = '01' and kind = 'RESULT' and service = 'NON_LOCAL_HUKOU' returning closes_at`,
  );
  return row!.closes_at.toISOString();
}

test('what is kept is asked of the database once', async () => {
  await here();
  const statements = new SentStatements();
  try {
    expect(await statements.of(here)).toEqual([]);
  } finally {
    statements.stop();
  }
});

test('a calendar that was changed in one process holds there at once, and in the other one', async () => {
  const before = await there();
  expect(await here()).toBe(before);
  const admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  const closesAt = new Date(new Date(before).getTime() + 60_000).toISOString();
  const { opensAt } = result((await api.nobody.request(DistrictEntranceDocument, entrance)).data);
  const set = await admin.request(SetPhaseDocument, {
    district: '01',
    service: 'NON_LOCAL_HUKOU',
    kind: 'RESULT',
    opensAt,
    closesAt,
  });
  expect(set.data.setPhase.__typename).toBe('Phase');
  expect(await here()).toBe(closesAt);
  await other.reference.settle();
  expect(await there()).toBe(closesAt);
});

test('a change by hand is heard of as well', async () => {
  await Promise.all([here(), there()]);
  const moved = await moveByHand();
  await Promise.all([api.reference.settle(), other.reference.settle()]);
  expect(await Promise.all([here(), there()])).toEqual([moved, moved]);
});

test('whoever hears of no changes keeps nothing, and keeps again once connected', async () => {
  await there();
  await api.sql('select pg_terminate_backend(pid) from pg_stat_activity where application_name = $1', [
    LISTENER,
  ]);
  await other.reference.settle();
  const moved = await moveByHand();
  expect(await there()).toBe(moved);
  const statements = new SentStatements();
  try {
    await until('data that are kept again', async () => (await statements.of(there)).length === 0);
  } finally {
    statements.stop();
  }
  expect(await there()).toBe(moved);
});
