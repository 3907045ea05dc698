import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import {
  CancelSimulationDocument,
  SaveDetailsDocument,
  SimulatePolicyDocument,
  SimulationDocument,
  SimulationsDocument,
  SubmitDetailsDocument,
  type SimulatePolicyInput,
} from '@enrolment/schema/client';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { aDetailsInput } from '../support/details.js';
import { untilWaiting } from '../support/locks.js';
import { aChildDocument } from '../support/people.js';
import { staff, take } from '../support/reviewable.js';

let api: TestApi;
let mother: Person;
let admin: Person;
let city: Person;
/** The year in which the oldest children of the season were born, and in which the leases of the tests begin. */
let born: number;
let leased: number;
beforeAll(async () => {
  // The tests are the queue: they say when it begins.
  api = await startApi({ worker: false });
  mother = await api.person('mother');
  admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  city = await staff(api, 'MUNICIPAL_ADMIN');
  const [season] = await api.sql<{ born: number }>(
    'select extract(year from born_from)::int as born from season order by year desc limit 1',
  );
  born = season!.born;
  leased = api.clock.now().getUTCFullYear() - 1;
  await child('01', `${born}-10-01`);
  await child('05', `${born}-10-01`);
  await draft(await child('01', `${born}-10-02`), `${leased}-06-30`);
  await submit(await child('01', `${born + 1}-08-31`), `${leased}-07-01`);
  await submit(await child('05', `${born + 1}-08-30`), `${leased}-07-02`);
});
beforeEach(() =>
  api.sql(`update simulation set state = 'CANCELLED', finished_at = now() where finished_at is null`),
);
afterAll(() => api.stop());

async function child(district: string, birthDate: string): Promise<string> {
  const documentNumber = aChildDocument(birthDate, 'MALE');
  return (await register(api, mother, { district, child: { birthDate, documentNumber } })).number;
}
const details = async (leaseFrom: string) => {
  const input = await aDetailsInput(api, { version: 1 });
  return { ...input, residence: { ...input.residence!, leaseFrom } };
};
async function draft(number: string, leaseFrom: string): Promise<void> {
  const { data } = await mother.request(SaveDetailsDocument, { number, input: await details(leaseFrom) });
  expect(data.saveDetails).toMatchObject({ stage: 'DETAILS_DRAFTED' });
}
async function submit(number: string, leaseFrom: string): Promise<void> {
  const { data } = await mother.request(SubmitDetailsDocument, { number, input: await details(leaseFrom) });
  expect(data.submitDetails).toMatchObject({ stage: 'SUBMITTED' });
}

const ask = async (input: SimulatePolicyInput, person = city) =>
  (await person.request(SimulatePolicyDocument, { input })).data.simulatePolicy;
async function asked(input: SimulatePolicyInput, person = city): Promise<string> {
  const result = await ask(input, person);
  if (result.__typename !== 'Simulation') throw new Error(JSON.stringify(result));
  return result.id;
}
const turn = (id: string, { tries = 1, ending = new AbortController().signal } = {}) =>
  api.services.simulations.run(api.orm.em.fork(), id, { clock: () => api.clock.now(), tries, ending });
const see = async (id: string, person = city) =>
  (await person.request(SimulationDocument, { id })).data.simulation;
/** The numbers of each district: live, changed, silent about the residence, and what is not 0 by reason and stage. */
async function numbers(input: SimulatePolicyInput, person = city) {
  const id = await asked(input, person);
  await turn(id);
  return (await see(id, person))!.results!.map(
    ({ district, live, affected, undeclared, byReason, byStage }) => [
      district.code,
      live,
      affected,
      undeclared,
      Object.fromEntries(byReason.filter((one) => one.affected > 0).map((one) => [one.reason, one.affected])),
      Object.fromEntries(byStage.filter((one) => one.affected > 0).map((one) => [one.stage, one.affected])),
    ],
  );
}

describe('what a change would mean', () => {
  test('another age range: who would be too old or too young, by district and stage', async () => {
    expect(await numbers({ bornFrom: `${born}-10-02` })).toEqual([
      ['01', 3, 1, 0, { TOO_OLD: 1 }, { REGISTERED: 1 }],
      ['05', 2, 1, 0, { TOO_OLD: 1 }, { REGISTERED: 1 }],
    ]);
    expect(await numbers({ bornFrom: `${born}-10-02`, bornTo: `${born + 1}-08-30` })).toEqual([
      ['01', 3, 2, 0, { TOO_OLD: 1, TOO_YOUNG: 1 }, { REGISTERED: 1, SUBMITTED: 1 }],
      ['05', 2, 1, 0, { TOO_OLD: 1 }, { REGISTERED: 1 }],
    ]);
  });

  test('whoever is out of a range that the city has narrowed since would come into a wider one', async () => {
    await api.sql('update season set born_from = $1', [`${born}-10-02`]);
    try {
      expect(await numbers({ bornFrom: `${born}-09-01` })).toEqual([
        ['01', 3, 1, 0, { COMES_INTO_RANGE: 1 }, { REGISTERED: 1 }],
        ['05', 2, 1, 0, { COMES_INTO_RANGE: 1 }, { REGISTERED: 1 }],
      ]);
    } finally {
      await api.sql('update season set born_from = $1', [`${born}-09-01`]);
    }
  });

  test('a cut-off for the residence: drafts count as submitted ones, and whoever says nothing is counted apart', async () => {
    expect(await numbers({ residenceSince: `${leased}-06-30` })).toEqual([
      ['01', 3, 1, 1, { RESIDENCE_TOO_LATE: 1 }, { SUBMITTED: 1 }],
      ['05', 2, 1, 1, { RESIDENCE_TOO_LATE: 1 }, { SUBMITTED: 1 }],
    ]);
    expect(await numbers({ residenceSince: `${leased}-06-29` }, admin).catch(() => 'none')).toBe('none');
    expect(await numbers({ residenceSince: `${leased}-06-29`, district: '01' }, admin)).toEqual([
      ['01', 3, 2, 1, { RESIDENCE_TOO_LATE: 2 }, { DETAILS_DRAFTED: 1, SUBMITTED: 1 }],
    ]);
  });

  test('one more document: whoever has submitted would be asked again; with all three a record is counted once', async () => {
    const document = { item: 'RESIDENCE', service: 'NON_LOCAL_HUKOU' } as const;
    const stages = { REGISTERED: 1, DETAILS_DRAFTED: 1, SUBMITTED: 1 };
    expect(await numbers({ district: '01', document })).toEqual([
      ['01', 3, 3, 0, { DOCUMENT_ASKED: 2, DOCUMENT_ASKED_AGAIN: 1 }, stages],
    ]);
    const all = { bornTo: `${born + 1}-08-30`, residenceSince: `${leased}-06-30`, document };
    expect(await numbers({ district: '01', ...all })).toEqual([
      [
        '01',
        3,
        3,
        1,
        { TOO_YOUNG: 1, RESIDENCE_TOO_LATE: 1, DOCUMENT_ASKED: 2, DOCUMENT_ASKED_AGAIN: 1 },
        stages,
      ],
    ]);
  });

  test('an admission is no stage of its own before it is published, whoever compares two ranges', async () => {
    const district = '09';
    const number = await child(district, `${born}-10-01`);
    await submit(number, `${leased}-07-01`);
    await take(api, number, 'VERIFY_IDENTITY', 'APPROVE', 'PREREGISTER', 'ADMIT');
    const own = await staff(api, 'DISTRICT_ADMIN', { district });
    const seen = async () => [
      (await numbers({ district, bornFrom: `${born}-10-02` }))[0]![5],
      (await numbers({ district, bornFrom: `${born}-10-02` }, own))[0]![5],
    ];
    expect(await seen()).toEqual([{ PREREGISTERED: 1 }, { PREREGISTERED: 1 }]);
    await api.sql('update collection_record set result_told = true where number = $1', [number]);
    expect(await seen()).toEqual([{ ADMITTED: 1 }, { ADMITTED: 1 }]);
  });

  test('nothing of any record is changed, and the trail says who asked', async () => {
    const state = () =>
      api.sql(`select md5(string_agg(t::text, ',' order by t::text)) as all from (
        select r::text as t from collection_record r union all select e::text from record_event e
        union all select d::text from details d union all select c::text from child c) rows`);
    const before = await state();
    const id = await asked({ residenceSince: `${leased}-06-30` });
    await turn(id);
    expect(await state()).toEqual(before);
    expect(
      await api.sql(`select actor, actor_role, record_number from audit_entry where subject = $1`, [id]),
    ).toEqual([{ actor: city.subject, actor_role: 'MUNICIPAL_ADMIN', record_number: null }]);
  });
});

describe('what cannot be simulated', () => {
  const rules = async (input: SimulatePolicyInput, person = city) => {
    const result = await ask(input, person);
    return result.__typename === 'Refused' ? result.refusals.map(({ rule, field }) => [rule, field]) : result;
  };
  test('is refused, all of it at once', async () => {
    expect(await rules({})).toEqual([['simulationEmpty', null]]);
    expect(await rules({ bornFrom: '2020-02-30', residenceSince: '2026-02-29' })).toEqual([
      ['dateFormat', 'bornFrom'],
      ['dateFormat', 'residenceSince'],
    ]);
    expect(await rules({ bornFrom: `${born + 1}-01-01`, bornTo: `${born}-12-31` })).toEqual([
      ['seasonAges', 'bornTo'],
    ]);
    expect(await rules({ document: { item: 'OTHER' } })).toEqual([['simulationUnreviewed', 'document.item']]);
    expect(await rules({ season: 2001, residenceSince: '2026-01-01' })).toEqual([
      ['seasonUnknown', 'season'],
    ]);
    expect(await rules({ district: '06', residenceSince: '2026-01-01' })).toEqual([
      ['simulationOfNobody', 'season'],
    ]);
  });

  test('neither is an archived season', async () => {
    await api.sql(
      `insert into season (year, born_from, born_to, state, archived_at) values (2010, '2003-09-01', '2004-08-31', 'ARCHIVED', now())`,
    );
    expect(await rules({ season: 2010, residenceSince: '2026-01-01' })).toEqual([['seasonState', 'season']]);
  });

  test('nor what is another’s: district administrators have their district, nobody below them anything', async () => {
    const input = { residenceSince: '2026-01-01' };
    const codeOf = async (person: Person, district?: string) =>
      (
        await person.request(SimulatePolicyDocument, {
          input: { ...input, ...(district ? { district } : {}) },
        })
      ).errors?.[0]?.extensions.code;
    expect(await codeOf(admin, '01')).toBeUndefined();
    expect([await codeOf(admin), await codeOf(admin, '05'), await codeOf(admin, '99')]).toEqual(
      Array(3).fill('FORBIDDEN'),
    );
    expect(await codeOf(city, '99')).toBe('FORBIDDEN');
    const officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
    const registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
    for (const person of [officer, registrar, mother]) expect(await codeOf(person, '01')).toBe('FORBIDDEN');
    expect(await codeOf(api.nobody, '01')).toBe('UNAUTHENTICATED');
  });
});

test('of 50 requests at once by one administrator one is counted, and others are not held up', async () => {
  const input = { residenceSince: '2026-01-01', district: '01' };
  const all = await Promise.all(Array.from({ length: 50 }, () => ask(input, admin)));
  const refused = all.flatMap((one) => (one.__typename === 'Refused' ? one.refusals : []));
  expect(refused.map(({ rule }) => rule)).toEqual(Array(49).fill('simulationRunning'));
  const one = all.find((found) => found.__typename === 'Simulation')!;
  expect(await ask(input)).toMatchObject({ state: 'QUEUED' });
  await turn((one as { id: string }).id);
  expect(await ask(input, admin)).toMatchObject({ state: 'QUEUED' });
});

test('it is whoever’s asked for it to cancel; the place’s administrators read it, and for others it does not exist', async () => {
  const id = await asked({ residenceSince: '2026-01-01', district: '01' }, admin);
  const colleague = await api.person('colleague', { roles: [{ role: 'DISTRICT_ADMIN', district: '01' }] });
  const other = await staff(api, 'DISTRICT_ADMIN', { district: '05' });
  expect(await see(id, admin)).toMatchObject({ own: true });
  for (const person of [colleague, city]) {
    expect(await see(id, person)).toMatchObject({ own: false });
    expect((await person.request(SimulationsDocument)).data.simulations.nodes[0]!.id).toBe(id);
  }
  expect(await see(id, other)).toBeNull();
  const ofCity = await asked({ residenceSince: '2026-01-01' });
  expect(await see(ofCity, admin)).toBeNull();
  const listed = await admin.request(SimulationsDocument);
  expect(listed.data.simulations.nodes.map((one) => one.id)).not.toContain(ofCity);
  for (const person of [colleague, city, other]) {
    const { errors } = await person.request(CancelSimulationDocument, { id });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }
  const { data } = await admin.request(CancelSimulationDocument, { id });
  expect(data.cancelSimulation).toMatchObject({ state: 'CANCELLED' });
  await turn(id);
  expect(await see(id)).toMatchObject({ state: 'CANCELLED', results: null });
  expect(await see('not-an-id')).toBeNull();
});

describe('while records are counted', () => {
  /** Holds the simulation’s own row, so that it waits once its snapshot is taken. */
  async function midway(id: string, then: (release: () => Promise<unknown>) => Promise<void>): Promise<void> {
    const holder = new pg.Client({ connectionString: api.database.url });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select from simulation where id = $1 for update', [id]);
    const running = turn(id);
    try {
      await untilWaiting(api, 1);
      await then(() => holder.query('commit'));
    } finally {
      await holder.end();
      await running;
    }
  }

  test('one that is registered meanwhile is not counted: all are of one moment', async () => {
    const id = await asked({ residenceSince: '2026-01-01', district: '01' });
    await midway(id, async (release) => {
      const number = await child('01', `${born}-10-03`);
      await release();
      expect(number).toMatch(/^\d{14}$/);
    });
    expect(await see(id)).toMatchObject({ state: 'DONE', total: 3, done: 3 });
    expect((await see(id))!.results![0]).toMatchObject({ live: 3 });
    const later = await asked({ residenceSince: '2026-01-01', district: '01' });
    await turn(later);
    expect((await see(later))!.results![0]).toMatchObject({ live: 4 });
  });

  test('another one waits for its turn', async () => {
    const id = await asked({ residenceSince: '2026-01-01' });
    const other = await asked({ residenceSince: '2026-01-01', district: '01' }, admin);
    await midway(id, async (release) => {
      await turn(other);
      expect(await see(other)).toMatchObject({ state: 'QUEUED', total: null });
      const jobs = await api.sql(`select run_at > now() as later from graphile_worker.jobs where key = $1`, [
        `simulation:${other}`,
      ]);
      expect(jobs).toEqual([{ later: true }]);
      await release();
    });
    await turn(other);
    expect(await see(other)).toMatchObject({ state: 'DONE' });
  });

  test('cancelling ends it at its next step', async () => {
    const id = await asked({ residenceSince: '2026-01-01' });
    const holder = new pg.Client({ connectionString: api.database.url });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select from simulation where id = $1 for update', [id]);
    const running = turn(id);
    await untilWaiting(api, 1);
    await holder.query(`update simulation set state = 'CANCELLED', finished_at = now() where id = $1`, [id]);
    await holder.query('commit');
    await holder.end();
    await running;
    expect(await see(id)).toMatchObject({ state: 'CANCELLED', done: 0, results: null });
  });
});

test('a process that ends gives it to the next; what cannot be counted fails after five tries', async () => {
  const id = await asked({ residenceSince: '2026-01-01' });
  await expect(turn(id, { tries: 9, ending: AbortSignal.abort() })).rejects.toThrow();
  expect(await see(id)).toMatchObject({ state: 'QUEUED' });
  const [lost] = await api.sql<{ id: string; key_id: string }>(
    `select id, key_id from collection_record where key_id is not null limit 1`,
  );
  await api.sql(`update collection_record set key_id = 'lost' where id = $1`, [lost!.id]);
  await expect(turn(id, { tries: 4 })).rejects.toThrow();
  expect(await see(id)).toMatchObject({ state: 'RUNNING' });
  await expect(turn(id, { tries: 5 })).rejects.toThrow();
  expect(await see(id)).toMatchObject({ state: 'FAILED', results: null });
  await api.sql(`update collection_record set key_id = $2 where id = $1`, [lost!.id, lost!.key_id]);
});

test('simulations are kept for 90 days', async () => {
  const id = await asked({ residenceSince: '2026-01-01' });
  await turn(id);
  const now = api.clock.now();
  const after = (days: number) => new Date(now.getTime() + days * 86_400_000);
  await api.services.simulations.sweep(api.orm.em.fork(), after(89));
  expect(await see(id)).not.toBeNull();
  await api.services.simulations.sweep(api.orm.em.fork(), after(91));
  expect(await see(id)).toBeNull();
});
