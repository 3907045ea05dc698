import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import {
  ApproveAdmissionsDocument,
  DecideReviewItemDocument,
  PreregisterDocument,
  PublishResultsDocument,
  RecordChangesDocument,
  RejectRecordsDocument,
  type RecordChangesQuery,
} from '@enrolment/schema/client';
import { startProcess } from '../support/process.js';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { reviewable, staff } from '../support/reviewable.js';
import { until } from '../support/until.js';

type Change = RecordChangesQuery['recordChanges']['nodes'][number];

let api: TestApi;
let officer: Person;
let city: Person;
let mother: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
  officer = await staff(api, 'DISTRICT_OFFICER', { district: '01' });
  city = await staff(api, 'MUNICIPAL_ADMIN');
  mother = await api.person('mother');
});
afterAll(() => api.stop());

const number = (process = api) => process.services.changes.number(process.orm.em.fork());
const ask = async (person: Person, since: string | null = null, first = 100) =>
  (await person.request(RecordChangesDocument, { since, first })).data.recordChanges;
const refusal = async (person: Person, since: string | null = null, first = 50) =>
  (await person.request(RecordChangesDocument, { since, first })).errors?.[0]!.extensions.code;
const newest = async () => (await ask(city, null, 1)).newest;
const cursor = (text: string) => Buffer.from(text).toString('base64url');

/** All there is, by pages of this size. */
async function follow(person: Person, since: string | null, first: number): Promise<Change[]> {
  const all: Change[] = [];
  for (;;) {
    const { nodes, pageInfo } = await ask(person, since, first);
    all.push(...nodes);
    since = pageInfo.endCursor ?? since;
    if (!pageInfo.hasNextPage) return all;
  }
}
const steps = (changes: readonly Change[], of: string) =>
  changes.filter((change) => change.number === of).map(({ kind, from, to }) => [kind, from, to]);

describe('changes', () => {
  test('are each told once, in order, by pages of any size, with nothing about anybody', async () => {
    await number();
    const since = await newest();
    const record = await reviewable(api, mother);
    await officer.request(RejectRecordsDocument, { numbers: [record.number], reason: '材料不符' });
    await number();
    const told = await follow(officer, since, 100);
    expect(steps(told, record.number)).toEqual([
      ['REGISTERED', null, 'REGISTERED'],
      ['DETAILS_SUBMITTED', 'REGISTERED', 'SUBMITTED'],
      ['IDENTITY_VERIFIED', 'SUBMITTED', 'IDENTITY_VERIFIED'],
      ['REJECTED', 'IDENTITY_VERIFIED', 'REJECTED'],
    ]);
    expect(told[0]).toEqual({
      cursor: expect.any(String),
      number: record.number,
      district: '01',
      service: 'NON_LOCAL_HUKOU',
      kind: 'REGISTERED',
      from: null,
      to: 'REGISTERED',
      at: expect.any(String),
    });
    for (const first of [1, 3]) expect(await follow(officer, since, first)).toEqual(told);
    expect(await number()).toBe(0);
    expect(await follow(officer, since, 100)).toEqual(told);
  });

  test('that commit late come late: a transaction held open is overtaken and is not missed', async () => {
    const early = await register(api, mother);
    await number();
    const since = await newest();
    const holder = new pg.Client({ connectionString: api.database.url });
    await holder.connect();
    await holder.query('begin');
    const { rows } = await holder.query<{ id: string }>(
      `insert into record_event (record_id, kind, at, actor, from_stage, to_stage)
       select id, 'DETAILS_DRAFTED', now(), 'GUARDIAN', 'REGISTERED', 'DETAILS_DRAFTED'
       from collection_record where number = $1 returning id`,
      [early.number],
    );
    const late = await register(api, mother);
    await number();
    const first = await ask(officer, since);
    expect(steps(first.nodes, late.number)).toHaveLength(1);
    expect(steps(first.nodes, early.number)).toEqual([]);
    await holder.query('commit');
    await holder.end();
    await number();
    const [{ id: lateId }] = (await api.sql<{ id: string }>(
      `select e.id from record_event e join collection_record r on r.id = e.record_id where r.number = $1`,
      [late.number],
    )) as [{ id: string }];
    expect(BigInt(rows[0]!.id)).toBeLessThan(BigInt(lateId));
    const next = await ask(officer, first.pageInfo.endCursor);
    expect(steps(next.nodes, early.number)).toEqual([['DETAILS_DRAFTED', 'REGISTERED', 'DETAILS_DRAFTED']]);
    expect(next.nodes).toHaveLength(1);
  });

  test('come to a reader once each and unbroken while they are made, numbered by two at once', async () => {
    const made: string[] = [];
    for (let n = 0; n < 30; n += 1) made.push((await reviewable(api, mother)).number);
    await number();
    const since = await newest();
    let making = true;
    const read: Change[] = [];
    const reader = (async () => {
      let place: string | null = since;
      for (;;) {
        const over = !making;
        const { nodes, pageInfo }: Awaited<ReturnType<typeof ask>> = await ask(officer, place, 7);
        read.push(...nodes);
        place = pageInfo.endCursor ?? place;
        if (over && !pageInfo.hasNextPage) return;
      }
    })();
    const numberers = [1, 2].map(async () => {
      while (making) await number();
    });
    const rejected = made.map((one) =>
      officer.request(RejectRecordsDocument, { numbers: [one], reason: '材料不符' }),
    );
    for (let n = 0; n < 20; n += 1) made.push((await reviewable(api, mother)).number);
    await Promise.all(rejected);
    await until('all numbered', async () => {
      const [left] = await api.sql('select from record_change where position is null');
      return left === undefined;
    });
    making = false;
    await Promise.all([reader, ...numberers]);
    expect(read).toHaveLength(30 + 20 * 3);
    expect(new Set(read.map(({ cursor: at }) => at)).size).toBe(90);
    for (const one of made.slice(0, 30)) expect(steps(read, one).map(([kind]) => kind)).toEqual(['REJECTED']);
    for (const one of made.slice(30))
      expect(steps(read, one).map(([kind]) => kind)).toEqual([
        'REGISTERED',
        'DETAILS_SUBMITTED',
        'IDENTITY_VERIFIED',
      ]);
  });

  test('get their places in a process that is started anew, with the cursors of before', async () => {
    await number();
    const since = await newest();
    const record = await register(api, mother);
    const process = await startProcess({ DATABASE_URL: api.database.servingUrl });
    try {
      await until('a place', async () => (await ask(officer, since)).nodes.length === 1);
      process.child.kill('SIGKILL');
      await process.exited;
    } finally {
      await process.stop();
    }
    expect(await number()).toBe(0);
    expect(steps((await ask(officer, since)).nodes, record.number)).toHaveLength(1);
  });

  test('of a result are told to the city when it is published, and then as one', async () => {
    const admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
    const registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
    const record = await reviewable(api, mother);
    await number();
    const since = await newest();
    for (const kind of ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'RESIDENCE', 'EMPLOYMENT'] as const)
      await officer.request(DecideReviewItemDocument, { numbers: [record.number], kind, status: 'PASSED' });
    await registrar.request(PreregisterDocument, { numbers: [record.number], school: '0101' });
    const approve = (outcome: 'ADMITTED' | 'PENDING') =>
      officer.request(ApproveAdmissionsDocument, { numbers: [record.number], outcome });
    await approve('ADMITTED');
    await approve('PENDING');
    await approve('ADMITTED');
    await number();
    const before = [
      ['APPROVED', 'IDENTITY_VERIFIED', 'APPROVED'],
      ['PREREGISTERED', 'APPROVED', 'PREREGISTERED'],
    ];
    const unpublished = [
      ['ADMITTED', 'PREREGISTERED', 'ADMITTED'],
      ['ADMISSION_TAKEN_BACK', 'ADMITTED', 'PREREGISTERED'],
      ['ADMITTED', 'PREREGISTERED', 'ADMITTED'],
    ];
    expect(steps(await follow(city, since, 100), record.number)).toEqual(before);
    expect(steps(await follow(officer, since, 100), record.number)).toEqual([...before, ...unpublished]);
    await admin.request(PublishResultsDocument, { district: '01', service: 'NON_LOCAL_HUKOU' });
    await number();
    expect(steps(await follow(city, since, 100), record.number)).toEqual([
      ...before,
      ['RESULT_PUBLISHED', 'PREREGISTERED', 'ADMITTED'],
    ]);
    expect(steps(await follow(officer, since, 100), record.number)).toEqual([
      ...before,
      ...unpublished,
      ['RESULT_PUBLISHED', 'ADMITTED', 'ADMITTED'],
    ]);
  });

  test('are those of the reader’s own districts, and of the city for its administrators', async () => {
    const other = await register(api, mother, { district: '02' });
    await number();
    const theirs = await staff(api, 'DISTRICT_OFFICER', { district: '02' });
    expect((await follow(theirs, null, 100)).map((change) => change.number)).toEqual([other.number]);
    expect(steps(await follow(officer, null, 100), other.number)).toEqual([]);
    expect(steps(await follow(city, null, 100), other.number)).toHaveLength(1);
    const registrar = await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' });
    expect(await refusal(registrar)).toBe('FORBIDDEN');
    expect(await refusal(mother)).toBe('FORBIDDEN');
    expect(await refusal(api.nobody)).toBe('UNAUTHENTICATED');
  });

  test('are refused for a cursor from the future or of no list, and begin before the season for the oldest', async () => {
    await number();
    const place = Number(/\d+$/.exec(Buffer.from(await newest(), 'base64url').toString())![0]);
    expect((await ask(officer, await newest())).nodes).toEqual([]);
    for (const forged of [
      cursor(`v1:${place + 1}`),
      cursor('v1:999999999999999999'),
      cursor('v1:-1'),
      'x',
      '',
    ])
      expect([forged, await refusal(officer, forged)]).toEqual([forged, 'BAD_USER_INPUT']);
    for (const first of [0, 101, -1]) expect(await refusal(officer, null, first)).toBe('BAD_USER_INPUT');
    expect(await follow(officer, cursor('v1:0'), 100)).toEqual(await follow(officer, null, 100));
  });

  test('asked for by 50 at once are the same for all', async () => {
    const pages = await Promise.all(Array.from({ length: 50 }, () => ask(officer, null, 100)));
    for (const page of pages) expect(page.nodes).toEqual(pages[0]!.nodes);
  });

  test('stay when the record is withdrawn', async () => {
    await number();
    const since = await newest();
    const { number: withdrawn, input } = await register(api, mother);
    await api.orm.em.fork().transactional(async (tx) => {
      const { hold } = await import('../../src/record/hold.js');
      const record = (await hold(tx, withdrawn))!;
      tx.persist(record.take('WITHDRAW', { actor: 'GUARDIAN', at: api.clock.now() }));
      record.erase(api.clock.now());
    });
    await number();
    expect(steps(await follow(officer, since, 100), withdrawn)).toEqual([
      ['REGISTERED', null, 'REGISTERED'],
      ['WITHDRAWN', 'REGISTERED', 'WITHDRAWN'],
    ]);
    expect(JSON.stringify(await follow(officer, since, 100))).not.toContain(input.guardian.phone);
  });
});
