import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  AuditTrailDocument,
  CancelJobDocument,
  ConfirmBulkDocument,
  DeclineBulkDocument,
  JobDocument,
  ListExportRowsDocument,
  ProposeListExportDocument,
  type RecordFilter,
} from '@enrolment/schema/client';
import { CHUNK } from '../../src/job/job.service.js';
import { aSystem } from '../support/api-tokens.js';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { dumpDatabase } from '../support/database.js';
import { reviewable, staff, withdraw } from '../support/reviewable.js';
import { nameSecondGuardian } from '../support/second-guardian.js';
import { SentStatements } from '../support/statements.js';

let api: TestApi;
let mother: Person;
let wang: Person;
let li: Person;
beforeAll(async () => {
  // The tests are the queue: they say how far it gets.
  api = await startApi({ worker: false });
});
afterAll(() => api.stop());
/** A token does not live as long as some of these tests last by the clock. */
beforeEach(async () => {
  mother = await api.person('mother');
  wang = await api.person('wang', { ...OFFICER, name: '王测敏' });
  li = await api.person('li', { ...OFFICER, name: '李测华' });
});

const OFFICER = { roles: [{ role: 'DISTRICT_OFFICER', district: '01' }] };
const PURPOSE = '核对学籍信息';
const HOUR = 3_600;

const propose = async (filter: RecordFilter = {}, purpose = PURPOSE, person = wang) =>
  person.request(ProposeListExportDocument, { filter, purpose });
async function proposed(filter: RecordFilter = {}, purpose = PURPOSE, person = wang) {
  const { proposeListExport: job } = (await propose(filter, purpose, person)).data;
  if (job.__typename !== 'Job') throw new Error(JSON.stringify(job));
  return job;
}
const confirm = async ({ id, checkCode }: { id: string; checkCode: string | null }, person = li) =>
  (await person.request(ConfirmBulkDocument, { job: id, checkCode: checkCode! })).data?.confirmBulk;
const turn = (id: string) => api.services.jobs.run(api.orm.em.fork(), id, () => api.clock.now(), 1);
const see = async (id: string, person = wang) =>
  (await person.request(JobDocument, { id, first: 100 })).data.job;
/** An export that two have agreed to and that is written. */
async function written(filter: RecordFilter = {}, person = wang) {
  const job = await proposed(filter, PURPOSE, person);
  expect(await confirm(job)).toMatchObject({ state: 'QUEUED' });
  while ((await see(job.id, person))!.finishedAt === null) await turn(job.id);
  return (await see(job.id, person))!;
}
const read = (job: string, person = wang, more: { first?: number; after?: string | null } = {}) =>
  person.request(ListExportRowsDocument, { job, ...more });
async function rows(job: string, person = wang) {
  const { listExportRows: page } = (await read(job, person)).data;
  if (page.__typename !== 'ListExportRowConnection') throw new Error(JSON.stringify(page));
  return page;
}
const keptOf = async (job: string) =>
  (
    await api.sql<{ n: number }>('select count(content_sealed)::int as n from job_row where job_id = $1', [
      job,
    ])
  )[0]!.n;
const entries = (action: string) =>
  api.sql<{ actor: string; role: string; facts: Record<string, unknown> }>(
    'select actor, actor_role as role, facts from audit_entry where action = $1 order by id',
    [action],
  );
const refusedBy = (rule: string) => ({ __typename: 'Refused', refusals: [{ rule }] });
const code = (answer: { errors: { extensions: { code: string } }[] | undefined }) =>
  answer.errors?.[0]?.extensions.code;

describe('an export in full', () => {
  test('is proposed for a purpose, confirmed by a colleague, written, and downloaded by whoever proposed it', async () => {
    const { number, input } = await reviewable(api, mother);
    const second = await nameSecondGuardian(api, number);
    await register(api, mother);
    const job = await proposed({ stages: ['IDENTITY_VERIFIED'] });
    expect(job).toMatchObject({ kind: 'EXPORT_LIST', state: 'PROPOSED', total: 1, own: true });
    expect(job.checkCode).toMatch(/^.{4}-.{4}$/);

    const seconded = (await see(job.id, li))!;
    expect(seconded).toMatchObject({ mayConfirm: true, total: 1, order: null });
    expect(seconded.listExport).toEqual({
      purpose: PURPOSE,
      filters: ['阶段：身份证及户籍信息已验证', '区：东城区'],
    });
    expect((await read(job.id)).data.listExportRows).toMatchObject(refusedBy('dryRunGone'));

    expect(await confirm(job)).toMatchObject({ state: 'QUEUED' });
    await turn(job.id);
    expect(await see(job.id)).toMatchObject({
      state: 'DONE',
      done: 1,
      refused: 0,
      second: { name: '李*华' },
    });

    const { nodes, pageInfo } = await rows(job.id);
    expect(pageInfo.hasNextPage).toBe(false);
    expect(nodes).toEqual([
      {
        number,
        service: input.service,
        stage: 'IDENTITY_VERIFIED',
        stageSince: expect.any(String),
        child: {
          name: input.child.name,
          sex: input.child.sex,
          birthDate: input.child.birthDate,
          documentType: input.child.documentType,
          documentNumber: input.child.documentNumber,
        },
        guardians: [
          expect.objectContaining({
            role: 'FIRST',
            name: input.guardian.name,
            documentNumber: input.guardian.documentNumber,
            phone: input.guardian.phone,
          }),
          expect.objectContaining({ role: 'SECOND', name: second.name, phone: second.phone }),
        ],
        outcome: null,
        school: null,
      },
    ]);
    expect(await entries('BULK_PROPOSED')).toMatchObject([
      { actor: 'wang', facts: { purpose: PURPOSE, total: 1 } },
    ]);
    expect(await entries('BULK_CONFIRMED')).toMatchObject([{ actor: 'li' }]);
    expect(await entries('LIST_EXPORTED')).toMatchObject([
      {
        actor: 'wang',
        role: 'DISTRICT_OFFICER',
        facts: { purpose: PURPOSE, total: 1, stages: ['IDENTITY_VERIFIED'], numbers: [number] },
      },
    ]);
  });

  test('is told to each family in it, with the purpose and without the others', async () => {
    const father = await api.person('father');
    const { number } = await register(api, father);
    const { number: others } = await register(api, await api.person('neighbour'));
    const { total } = await written();
    const trail = async (language: string) =>
      (
        await father.request(AuditTrailDocument, { number }, { 'accept-language': language })
      ).data.auditTrail.edges
        .map(({ node }) => node)
        .filter(({ action }) => action === 'LIST_EXPORTED');
    expect(await trail('zh-CN')).toMatchObject([
      {
        record: number,
        actor: '东城区教委 审核人员',
        actorId: null,
        summary: '导出了名单（完整的姓名、证件号码和手机号）',
        detail: expect.stringContaining(`共 ${total} 条；用途：${PURPOSE}`),
      },
    ]);
    expect((await trail('en'))[0]!.detail).toContain(`${total} records; purpose: ${PURPOSE}`);
    expect(JSON.stringify(await trail('en'))).not.toContain(others);
  });

  test('keeps nothing readable in the database', async () => {
    const { number, input } = await register(api, mother);
    const job = await written();
    expect((await rows(job.id)).nodes.map((one) => one.number)).toContain(number);
    const dump = await dumpDatabase(api.database.url);
    for (const word of [input.child.documentNumber, input.guardian.phone, input.child.name])
      expect(dump).not.toContain(word);
  });

  test('goes on page by page by signed cursors, and each download is in the trail once', async () => {
    for (let n = 0; n < 3; n += 1) await register(api, mother);
    const job = await written();
    const before = (await entries('EXPORT_DOWNLOADED')).length;
    const numbers: string[] = [];
    for (let after: string | null = null; ;) {
      const answer: Awaited<ReturnType<typeof read>> = await read(job.id, wang, { first: 2, after });
      const page = answer.data.listExportRows;
      if (page.__typename !== 'ListExportRowConnection') throw new Error(JSON.stringify(page));
      numbers.push(...page.nodes.map(({ number }) => number));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor ?? null;
    }
    expect(new Set(numbers).size).toBe(job.total);
    expect(numbers).toHaveLength(job.total);
    expect(await entries('EXPORT_DOWNLOADED')).toHaveLength(before + 1);
    const { pageInfo } = await rows(job.id);
    const after = pageInfo.endCursor!;
    const other = await written();
    expect(code(await read(other.id, wang, { after }))).toBe('BAD_USER_INPUT');
    expect(code(await read(job.id, wang, { after: `x${after.slice(1)}` }))).toBe('BAD_USER_INPUT');
    expect(code(await read(job.id, wang, { after: 'bnVsbA' }))).toBe('BAD_USER_INPUT');
    expect(code(await read(job.id, wang, { after }))).toBeUndefined();
    api.clock.advance(HOUR + 1);
    wang = await api.person('wang', { ...OFFICER, name: '王测敏' });
    expect(code(await read(job.id, wang, { after }))).toBe('BAD_USER_INPUT');
  });

  test('costs as many statements for 50 records as for two', async () => {
    const there = (await written()).total;
    for (let n = there; n < 50; n += 1) await register(api, mother);
    const sent = async (filter: RecordFilter) => {
      const job = await proposed(filter);
      await confirm(job);
      const statements = new SentStatements();
      const found = await statements.of(() => turn(job.id));
      statements.stop();
      expect((await see(job.id))!.done).toBe(job.total);
      return [job.total, found.length];
    };
    const [few, ofFew] = await sent({ stages: ['IDENTITY_VERIFIED'] });
    const [many, ofMany] = await sent({});
    expect([few! < 5, many! >= 50]).toEqual([true, true]);
    // Each further portion of 50 costs what the first one costs.
    expect(ofMany).toBeLessThanOrEqual(ofFew! * Math.ceil(many! / 50));
  });
});

describe('nobody exports alone or elsewhere:', () => {
  test('a purpose says something and names no number; a list has records, of one district of the officer’s', async () => {
    await register(api, mother);
    const rulesOf = async (filter: RecordFilter, purpose: string, person = wang) =>
      (await propose(filter, purpose, person)).data.proposeListExport;
    expect(await rulesOf({}, ' ')).toMatchObject(refusedBy('required'));
    expect(await rulesOf({}, '给 13800001234')).toMatchObject(refusedBy('reasonPersonal'));
    expect(await rulesOf({}, '长'.repeat(201))).toMatchObject(refusedBy('reasonTooLong'));
    expect(await rulesOf({ district: '02' }, PURPOSE)).toMatchObject(refusedBy('bulkNone'));
    expect(await rulesOf({ stages: ['ADMITTED'] }, PURPOSE)).toMatchObject(refusedBy('bulkNone'));
    const two = await api.person('two', {
      roles: ['01', '02'].map((district) => ({ role: 'DISTRICT_OFFICER', district })),
    });
    expect(await rulesOf({}, PURPOSE, two)).toMatchObject(refusedBy('bulkOneDistrict'));
  });

  test('city, schools, reviewers, systems and families propose none', async () => {
    const others = [
      mother,
      await staff(api, 'MUNICIPAL_ADMIN'),
      await staff(api, 'SCHOOL_REGISTRAR', { district: '01', school: '0101' }),
      await staff(api, 'SUBDISTRICT_OFFICER', { district: '01', subdistricts: ['东华门街道'] }),
      await aSystem(api, await staff(api, 'DISTRICT_ADMIN', { district: '01' }), {
        scopes: ['LISTS', 'DECISIONS'],
      }),
    ];
    for (const person of others) expect(code(await propose({}, PURPOSE, person))).toBe('FORBIDDEN');
    expect(code(await propose({}, PURPOSE, api.nobody))).toBe('UNAUTHENTICATED');
  });

  test('whoever proposed it does not confirm it, nor somebody of another district', async () => {
    await register(api, mother);
    const job = await proposed();
    expect(await confirm(job, wang)).toMatchObject(refusedBy('secondPerson'));
    const foreign = await staff(api, 'DISTRICT_OFFICER', { district: '02' });
    expect(await confirm(job, foreign)).toBeUndefined();
    expect(await see(job.id, foreign)).toBeNull();
    expect(await see(job.id)).toMatchObject({ state: 'PROPOSED' });
  });

  test('a colleague declines it, whoever proposed it takes it back, and it expires after three days', async () => {
    await register(api, mother);
    const [declined, taken, late] = [await proposed(), await proposed(), await proposed()];
    await li.request(DeclineBulkDocument, { job: declined.id });
    await wang.request(CancelJobDocument, { id: taken.id });
    api.clock.advance(3 * 24 * HOUR + 1);
    [wang, li] = [await api.person('wang', OFFICER), await api.person('li', OFFICER)];
    for (const job of [declined, taken, late]) {
      expect(await confirm(job)).toMatchObject(refusedBy('proposalGone'));
      await turn(job.id);
      expect(await keptOf(job.id)).toBe(0);
      expect((await read(job.id)).data.listExportRows).toMatchObject(refusedBy('dryRunGone'));
    }
  });

  test('of fifty confirmations at once one begins it', async () => {
    await register(api, mother);
    const job = await proposed();
    const answers = await Promise.all(Array.from({ length: 50 }, () => confirm(job)));
    expect(answers.filter((answer) => answer?.__typename === 'Job')).toHaveLength(1);
  });

  test('colleagues, the administrator and the second person download nothing of it', async () => {
    await register(api, mother);
    const job = await written();
    const admin = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
    for (const person of [li, admin, mother]) {
      expect(code(await read(job.id, person))).toBe('FORBIDDEN');
      expect(code(await read('00000000-0000-7000-8000-000000000000', person))).toBe('FORBIDDEN');
    }
    expect(await see(job.id, admin)).toMatchObject({ listExport: { purpose: PURPOSE } });
  });

  test('what an officer handles as a guardian is in no export of hers, and none that it is in is hers to confirm', async () => {
    const parent = await api.person('parent', { ...OFFICER, name: '周测云' });
    const { number } = await register(api, parent);
    await register(api, mother);
    const job = await proposed({}, PURPOSE, parent);
    expect(await confirm(job)).toMatchObject({ state: 'QUEUED' });
    await turn(job.id);
    expect((await rows(job.id, parent)).nodes.map((one) => one.number)).not.toContain(number);
    const withHers = await proposed();
    expect(await see(withHers.id, parent)).toBeNull();
    expect(await confirm(withHers, parent)).toBeUndefined();
  });
});

describe('what changes meanwhile', () => {
  test('a role that is taken away before the confirmation, or before the end, lets nothing more be written', async () => {
    await register(api, mother);
    const [early, late] = [await proposed(), await proposed()];
    await confirm(late);
    await api.grant('wang', []);
    await confirm(early);
    for (const job of [early, late]) {
      await turn(job.id);
      expect(await keptOf(job.id)).toBe(0);
      const [row] = await api.sql<{ refused: number; total: number }>(
        'select refused, total from job where id = $1',
        [job.id],
      );
      expect(row!.refused).toBe(row!.total);
    }
  });

  test('a role that is taken away before the download closes it', async () => {
    await register(api, mother);
    const job = await written();
    const first = await rows(job.id);
    await api.grant('wang', []);
    expect(code(await read(job.id))).toBe('FORBIDDEN');
    expect(code(await read(job.id, wang, { after: first.pageInfo.endCursor! }))).toBe('FORBIDDEN');
  });

  test('a record that is withdrawn goes from exports that are written, and into none that is not', async () => {
    const { number } = await register(api, mother);
    const { number: stays } = await register(api, mother);
    const done = await written();
    const waiting = await proposed();
    await confirm(waiting);
    await withdraw(api, mother, number);
    await turn(waiting.id);
    for (const { id } of [done, waiting]) {
      const numbers = (await rows(id)).nodes.map((one) => one.number);
      expect([numbers.includes(number), numbers.includes(stays)]).toEqual([false, true]);
    }
    const left = await api.sql('select from job_row where number = $1 and content_sealed is not null', [
      number,
    ]);
    expect(left).toEqual([]);
  });

  test('one that is cancelled before it begins writes nothing', async () => {
    await register(api, mother);
    const job = await proposed();
    await confirm(job);
    await wang.request(CancelJobDocument, { id: job.id });
    await turn(job.id);
    expect([(await see(job.id))!.state, await keptOf(job.id)]).toEqual(['CANCELLED', 0]);
    expect((await read(job.id)).data.listExportRows).toMatchObject(refusedBy('dryRunGone'));
  });

  test('of one that is cancelled halfway nothing is kept from then on', async () => {
    const there = (await proposed()).total;
    for (let n = there; n <= CHUNK; n += 1) await register(api, mother);
    const job = await proposed();
    await confirm(job);
    let portions = 0;
    const killed = () => {
      portions += 1;
      if (portions > 1) throw new Error('killed');
      return api.clock.now();
    };
    await expect(api.services.jobs.run(api.orm.em.fork(), job.id, killed, 1)).rejects.toThrow('killed');
    expect([(await see(job.id))!.state, await keptOf(job.id)]).toEqual(['RUNNING', CHUNK]);
    await wang.request(CancelJobDocument, { id: job.id });
    expect([(await see(job.id))!.state, await keptOf(job.id)]).toEqual(['CANCELLED', 0]);
    await turn(job.id);
    expect(await keptOf(job.id)).toBe(0);
    expect((await read(job.id)).data.listExportRows).toMatchObject(refusedBy('dryRunGone'));
  });

  test('after 24 hours it is gone, and the hourly sweep takes key and contents', async () => {
    await register(api, mother);
    const job = await written();
    expect(job.expiresAt).toBe(new Date(api.clock.now().getTime() + 24 * HOUR * 1000).toISOString());
    api.clock.advance(24 * HOUR);
    wang = await api.person('wang', OFFICER);
    expect((await read(job.id)).data.listExportRows).toMatchObject(refusedBy('dryRunGone'));
    expect(await keptOf(job.id)).toBe(job.done);
    await api.services.jobs.sweep(api.orm.em.fork(), api.clock.now());
    expect(await keptOf(job.id)).toBe(0);
    const [row] = await api.sql('select key_id, request_sealed, asker_sealed from job where id = $1', [
      job.id,
    ]);
    expect(row).toEqual({ key_id: null, request_sealed: null, asker_sealed: null });
    expect(await see(job.id)).toMatchObject({ state: 'DONE', listExport: null });
  });
});
