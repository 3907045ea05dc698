import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { workingDays } from '@enrolment/rulebook/working-days.js';
import {
  ApproveAdmissionsDocument,
  DashboardDocument,
  HolidayCalendarDocument,
  PreregisterDocument,
  PublishResultsDocument,
  RegisterChildDocument,
  SetHolidaysDocument,
  type DashboardQueryVariables,
} from '@enrolment/schema/client';
import { hold } from '../../src/record/hold.js';
import { mergeTallies } from '../../src/dashboard/merge.statements.js';
import { mend, verifyCounters } from '../../src/dashboard/verify.js';
import { seedCity } from '../../src/seed/seed.js';
import {
  aRegistration,
  plantCode,
  register,
  startApi,
  TEST_KEYS,
  type Person,
  type TestApi,
} from '../support/api.js';
import { approved, reviewable, staff, take } from '../support/reviewable.js';
import { SentStatements } from '../support/statements.js';

let api: TestApi;
let season: number;
beforeAll(async () => {
  api = await startApi({ worker: false });
  season = (await api.sql<{ year: number }>(`select max(year) as year from season where state = 'OPEN'`))[0]!
    .year;
});
afterAll(() => api.stop());

/** Signed in now: the clock moves. */
const anOfficer = (district = '01') => staff(api, 'DISTRICT_OFFICER', { district });

const ask = async (person: Person, variables: DashboardQueryVariables = {}) => {
  const { data, errors } = await person.request(DashboardDocument, variables);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.dashboard;
};
const codeOf = async (person: Person, variables: DashboardQueryVariables) =>
  (await person.request(DashboardDocument, variables)).errors?.[0]?.extensions.code;

const differences = () => verifyCounters(api.orm.em.fork());

describe('a dashboard', () => {
  test('counts what is there at once, before and after the changes are added up', async () => {
    const mother = await api.person('mother');
    await register(api, mother);
    const { number } = await reviewable(api, mother);
    for (const merged of [false, true]) {
      if (merged) expect(await mergeTallies(api.orm.em.fork())).toBeGreaterThan(0);
      const board = await ask(await anOfficer(), { district: '01' });
      expect(board.total).toBe(2);
      expect(board.byStage.filter(({ count }) => count > 0)).toEqual([
        { stage: 'REGISTERED', count: 1, hidden: false, disclosure: 'TOLD' },
        { stage: 'IDENTITY_VERIFIED', count: 1, hidden: false, disclosure: 'TOLD' },
      ]);
      expect(board.byDay).toHaveLength(1);
      expect(board.byDay[0]).toMatchObject({ registered: 2, submitted: 1 });
      expect(board.byHukouProvince.reduce((sum, { count }) => sum + count, 0)).toBe(2);
      expect(await differences()).toEqual([]);
    }
    await api.orm.em.fork().transactional(async (tx) => {
      tx.persist(
        (await hold(tx as never, number))!.take('APPROVE', { actor: 'SYSTEM', at: api.clock.now() }),
      );
    });
    expect((await ask(await anOfficer(), { district: '01' })).waiting).toBe(0);
    expect(await differences()).toEqual([]);
  });

  test('is refused to other districts, other schools and guardians, and to nobody signed in', async () => {
    const registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
    expect(await codeOf(await anOfficer(), { district: '02' })).toBe('FORBIDDEN');
    expect(await codeOf(await anOfficer(), {})).toBe('FORBIDDEN');
    expect(await codeOf(await anOfficer(), { district: '99' })).toBe('FORBIDDEN');
    expect(await codeOf(registrar, { school: '0102' })).toBe('FORBIDDEN');
    expect(await codeOf(await api.person('stranger'), { district: '01' })).toBe('FORBIDDEN');
    expect(await codeOf(api.nobody, { district: '01' })).toBe('UNAUTHENTICATED');
  });

  test('of a season without a record has zeros, and no days', async () => {
    const board = await ask(await anOfficer(), { district: '01', season: season - 1 });
    expect(board).toMatchObject({ total: 0, waiting: 0, byDay: [], oldestWaiting: null });
    expect(board.byStage).toHaveLength(11);
    expect(await codeOf(await anOfficer(), { district: '01', season: 99_999 })).toBe('BAD_USER_INPUT');
  });

  test('of the city has every district, and adds up', async () => {
    const board = await ask(await staff(api, 'MUNICIPAL_ADMIN'));
    expect(board.byDistrict).toHaveLength(18);
    for (const table of [board.byStage, board.byDistrict, board.byService])
      expect((table as { count: number }[]).reduce((sum, { count }) => sum + count, 0)).toBe(board.total);
  });

  test('says of each day whether it is a working day, by the holidays of the city', async () => {
    const city = () => staff(api, 'MUNICIPAL_ADMIN');
    const lastDay = async () => {
      // What was answered a moment ago is kept for a moment.
      api.clock.advance(60);
      await api.reference.settle();
      return (await ask(await city())).byDay.at(-1)!;
    };
    const { day, workingDay } = await lastDay();
    const year = Number(day.slice(0, 4));
    const { holidays: known, revision } = (await (await city()).request(HolidayCalendarDocument, { year }))
      .data.holidayCalendar;
    expect(workingDay).toBe(workingDays(known.map((one) => ({ ...one, worked: [...one.worked] })))(day));
    const holidays = [{ name: '放一天假', nameEn: 'A day off', from: day, to: day, worked: [] }];
    const set = { year, holidays, removed: known.map(({ name }) => name), revision };
    const { setHolidays } = (await (await city()).request(SetHolidaysDocument, set)).data;
    expect(setHolidays.__typename).toBe('HolidayCalendar');
    expect(await lastDay()).toMatchObject({ day, workingDay: false });
  });
});

describe('what a dashboard tells of the way', () => {
  test('is no admission before it is published, but to the district that decides', async () => {
    const district = '04';
    const school = '0401';
    const numbers: string[] = [];
    const mother = await api.person('mother');
    for (let n = 0; n < 3; n += 1) numbers.push((await approved(api, mother, { district })).number);
    const registrar = await staff(api, 'SCHOOL_REGISTRAR', { district, school });
    await registrar.request(PreregisterDocument, { numbers, school });
    const officer = await anOfficer(district);
    const city = await staff(api, 'MUNICIPAL_ADMIN');
    const decide = (at: number, outcome: 'ADMITTED' | 'NOT_ADMITTED') =>
      officer.request(ApproveAdmissionsDocument, { numbers: [numbers[at]!], outcome, note: '示例' });
    await decide(0, 'ADMITTED');
    await decide(1, 'NOT_ADMITTED');
    // Taken back again, which leaves steps behind.
    await decide(2, 'ADMITTED');
    await decide(2, 'NOT_ADMITTED');
    /** What is told of the last two stages, and which decisions are. */
    const told = ({ byStage, funnel, throughput }: Awaited<ReturnType<typeof ask>>) => ({
      stages: byStage.filter(({ count }) => count > 0).map(({ stage, count }) => [stage, count]),
      funnel: funnel.slice(-2).map(({ reached, here, stay }) => [reached, here, stay?.count ?? null]),
      decisions: throughput
        .filter(({ kind }) => kind.startsWith('ADMI'))
        .map(({ kind, count }) => [kind, count]),
    });
    const nothing = {
      stages: [['PREREGISTERED', 3]],
      funnel: [
        [3, 3, null],
        [0, 0, null],
      ],
      decisions: [],
    };
    const everything = {
      stages: [
        ['PREREGISTERED', 2],
        ['ADMITTED', 1],
      ],
      funnel: [
        [3, 2, 2],
        [2, 1, 1],
      ],
      decisions: [
        ['ADMISSION_TAKEN_BACK', 1],
        ['ADMITTED', 2],
      ],
    };
    for (const merged of [false, true]) {
      if (merged) await mergeTallies(api.orm.em.fork());
      expect(told(await ask(city, { district }))).toEqual(nothing);
      expect(told(await ask(officer, { district }))).toEqual(everything);
      const inCity = (await ask(city)).byStage.find(({ stage }) => stage === 'ADMITTED');
      expect(inCity).toMatchObject({ count: 0 });
      expect(await differences()).toEqual([]);
    }
    const admin = await staff(api, 'DISTRICT_ADMIN', { district });
    const { data } = await admin.request(PublishResultsDocument, { district, service: 'NON_LOCAL_HUKOU' });
    expect(data.publishResults).toMatchObject({ count: 3 });
    expect(told(await ask(city, { district }))).toEqual(everything);
    expect(told(await ask(officer, { district }))).toEqual(everything);
    expect(await differences()).toEqual([]);
  });

  test('is who came how far, and how long it took them', async () => {
    const father = await api.person('father');
    const { number } = await register(api, father, { district: '02' });
    const move = (seconds: number, action: 'SUBMIT_DETAILS' | 'VERIFY_IDENTITY' | 'RETURN') => {
      api.clock.advance(seconds);
      return api.orm.em.fork().transactional(async (tx) => {
        const record = (await hold(tx as never, number))!;
        tx.persist(record.take(action, { actor: 'DISTRICT', at: api.clock.now() }));
        if (action === 'SUBMIT_DETAILS') record.submittedAt = api.clock.now();
      });
    };
    const day = 86_400;
    await move(day, 'SUBMIT_DETAILS');
    await move(3_600, 'VERIFY_IDENTITY');
    await move(2 * day, 'RETURN');
    await move(day, 'SUBMIT_DETAILS');
    const board = await ask(await anOfficer('02'), { district: '02' });
    const step = (stage: string) => board.funnel.find((one) => one.stage === stage)!;
    expect(step('SUBMITTED')).toMatchObject({ reached: 1, here: 1, stay: { count: 1 } });
    const seconds = step('SUBMITTED').stay!.medianSeconds;
    expect(seconds / 3_600).toBeGreaterThan(0.87);
    expect(seconds / 3_600).toBeLessThan(1.13);
    expect(step('APPROVED')).toEqual({ stage: 'APPROVED', reached: 0, here: 0, stay: null });
    // The second submission is no second child.
    expect(board.byDay.reduce((sum, { submitted }) => sum + submitted, 0)).toBe(1);
    expect(board.throughput.filter(({ kind }) => kind === 'DETAILS_SUBMITTED')).toHaveLength(2);
    expect(await differences()).toEqual([]);
  });

  test('is how long the undecided have waited, to the second', async () => {
    const over = async (days: number) =>
      (await ask(await anOfficer('02'), { district: '02', days })).waitingOverDays;
    expect(await over(0)).toBe(0);
    api.clock.advance(3 * 86_400 - 1);
    expect(await over(3)).toBe(0);
    api.clock.advance(2);
    expect(await over(3)).toBe(1);
    expect(await over(4)).toBe(0);
    const board = await ask(await staff(api, 'MUNICIPAL_ADMIN'), { days: 3 });
    expect(board.byDistrict[1]).toMatchObject({ count: 1, waiting: 1, waitingOverDays: 1 });
    expect(board.oldestWaiting).not.toBeNull();
    expect(await codeOf(await anOfficer('02'), { district: '02', days: -1 })).toBe('BAD_USER_INPUT');
  });

  test('is which rules refused, and how many codes were sent, without anything about anybody', async () => {
    const mother = await api.person('mother');
    const input = await aRegistration(api);
    input.smsCode = await plantCode(api, input.guardian.phone, { asker: mother.subject });
    const wrong = { ...input, child: { ...input.child, name: '' } };
    expect(
      (await mother.request(RegisterChildDocument, { input: wrong })).data.registerChild.__typename,
    ).toBe('Refused');
    expect((await ask(await anOfficer(), { district: '01' })).refusedByRule).toEqual([
      { rule: 'required', count: 1 },
    ]);
    const city = await ask(await staff(api, 'MUNICIPAL_ADMIN'));
    expect(city.refusedByRule).toEqual([{ rule: 'required', count: 1 }]);
    expect(city.codesSent.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(2);
    const kept = await api.sql<{ key: string }>(`select key from tally_change where facet = 'REFUSED'`);
    expect(kept.map(({ key }) => key)).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d\/required$/)]);
  });
});

describe('small numbers', () => {
  test('are hidden from a school in its district’s figures, and what would tell them; not from the district', async () => {
    const registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
    expect(await ask(registrar, { district: '01' })).toMatchObject({
      smallNumbersHidden: true,
      total: 0,
      totalDisclosure: 'SMALL',
      waiting: 0,
      oldestWaiting: null,
      funnel: [],
      throughput: [],
      refusedByRule: [],
      forecast: null,
    });
    const mother = await api.person('many');
    for (let n = 0; n < 9; n += 1) await register(api, mother);
    await reviewable(api, mother);
    const [whole, part] = [
      await ask(await anOfficer(), { district: '01' }),
      await ask(registrar, { district: '01' }),
    ];
    expect(whole).toMatchObject({ smallNumbersHidden: false, total: 12 });
    expect(part).toMatchObject({ total: 12, totalDisclosure: 'TOLD' });
    // One is verified, and REGISTERED is hidden with it. The approved one she reads herself.
    expect(part.byStage.filter(({ disclosure, count }) => disclosure !== 'TOLD' || count > 0)).toEqual([
      { stage: 'REGISTERED', count: 0, hidden: true, disclosure: 'HIDDEN' },
      { stage: 'IDENTITY_VERIFIED', count: 0, hidden: true, disclosure: 'SMALL' },
      { stage: 'APPROVED', count: 1, hidden: false, disclosure: 'TOLD' },
    ]);
    expect(part.waitingOverDays).toBe(0);
  });

  test('of a school’s own children are told to its registrar', async () => {
    const registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
    const { number } = await approved(api, await api.person('mother'));
    await registrar.request(PreregisterDocument, { numbers: [number], school: '0101' });
    await take(api, number, 'ADMIT');
    const own = await ask(registrar, { school: '0101' });
    expect(own).toMatchObject({ smallNumbersHidden: false, total: 1 });
    // What the district has decided is not published yet.
    expect(own.byStage.find(({ count }) => count > 0)).toMatchObject({ stage: 'PREREGISTERED' });
    const [line] = (await ask(await anOfficer(), { district: '01' })).bySchool;
    expect(line).toMatchObject({ school: { code: '0101' }, count: 1 });
    expect(await differences()).toEqual([]);
  });
});

test('a dashboard costs the same few statements, however much it asks and however many records there are', async () => {
  const city = await staff(api, 'MUNICIPAL_ADMIN');
  await ask(city);
  const statements = new SentStatements();
  const sent = await statements.of(() => ask(city));
  statements.stop();
  // Whether they have changed, the counts, the oldest, those of the day in which the limit lies, and the districts’ own.
  expect(sent.filter((text) => /tally|collection_record/.test(text))).toHaveLength(5);
});

test('a counter that is wrong is told and mended', async () => {
  await mergeTallies(api.orm.em.fork());
  await api.sql(
    `update tally set n = n + 3 where district_code = '01' and facet = 'STAGE' and key like '%/REGISTERED'`,
  );
  const found = await differences();
  expect(found).toHaveLength(1);
  expect(found[0]!.kept - found[0]!.counted).toBe(3);
  await mend(api.orm.em.fork(), found);
  expect(await differences()).toEqual([]);
});

test('adds up at every look while 5,000 records move', async () => {
  const until = new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000);
  const city = { databaseUrl: api.database.url, dataKeys: TEST_KEYS, records: 500, until };
  await seedCity({ ...city, seed: 1, focus: ['03'], trouble: 0, threads: 0 });
  const ids = (
    await api.sql<{ id: string }>('select id from collection_record where withdrawn_at is null')
  ).map(({ id }) => id);
  await mergeTallies(api.orm.em.fork());
  const [officer, municipal] = [await anOfficer('03'), await staff(api, 'MUNICIPAL_ADMIN')];
  const before = await ask(municipal);
  let moved = 0;
  let looks = 0;
  // Fifty at a time, which no product does: it is about how fast counters follow.
  const move = async (part: readonly string[], stage: string) => {
    const rows = await api.sql(
      'update collection_record set stage = $2, stage_since = now() where id = any($1) returning id',
      [part, stage],
    );
    moved += rows.length;
  };
  const moving = (async () => {
    const stages = ['SUBMITTED', 'IDENTITY_VERIFIED', 'RETURNED', 'APPROVED'];
    for (let round = 0; moved < 5_000; round += 1)
      for (let from = 0; from < ids.length; from += 50)
        await move(ids.slice(from, from + 50), stages[(round + from / 50) % stages.length]!);
  })();
  let over = false;
  void moving.finally(() => (over = true));
  const looking = async (person: Person, variables: DashboardQueryVariables) => {
    while (!over) {
      const { total, byStage, byService, byDistrict } = await ask(person, variables);
      for (const table of [byStage, byService, byDistrict])
        expect(table.reduce((sum, { count }) => sum + count, 0)).toBe(total);
      looks += 1;
    }
  };
  const merging = async () => {
    while (!over) await mergeTallies(api.orm.em.fork());
  };
  await Promise.all([moving, looking(officer, { district: '03' }), looking(municipal, {}), merging()]);
  expect(moved).toBeGreaterThanOrEqual(5_000);
  expect(looks).toBeGreaterThan(10);
  expect((await ask(municipal)).total).toBe(before.total);
  expect(await differences()).toEqual([]);
});
