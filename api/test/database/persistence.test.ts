import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { inspect } from 'node:util';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MyRecordsDocument, RegisterChildDocument } from '@enrolment/schema/client';
import { atCommit } from '../../src/database/at-commit.js';
import { anyOf, tables } from '../../src/database/tables.js';
import { verifyAudit } from '../../src/platform/audit/verify.js';
import { KeyRing } from '../../src/platform/keys.js';
import { nameIndexes } from '../../src/record/blind-indexes.js';
import { hold } from '../../src/record/hold.js';
import { GuardianInWords } from '../../src/record/people.js';
import { CollectionRecord, RecordEvent } from '../../src/record/record.entity.js';
import {
  aRegistration,
  plantCode,
  register,
  startApi,
  TEST_KEYS,
  type Person,
  type TestApi,
} from '../support/api.js';

let api: TestApi;
let mother: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
  mother = await api.person('mother');
});
afterAll(() => api.stop());

/** What the server has written of this database's statements, from the time that it was told to write them. */
async function serverLog(): Promise<string> {
  const [{ data_directory: data }] = (await api.sql<{ data_directory: string }>('show data_directory')) as [
    { data_directory: string },
  ];
  const file = join(dirname(data), 'server.log');
  if (!existsSync(file)) throw new Error('this test reads the log of the embedded PostgreSQL');
  return readFileSync(file, 'utf8');
}

test('a server that logs every statement logs nothing of a person', async () => {
  const [{ name }] = (await api.sql<{ name: string }>('select current_database() as name')) as [
    { name: string },
  ];
  await api.sql(`alter database ${name} set log_statement = 'all'`);
  const other = await api.anotherProcess();
  const given = await register(api, mother);
  const input = await aRegistration(api);
  input.smsCode = await plantCode(api, input.guardian.phone);
  const { data } = await other.request(RegisterChildDocument, { input }, mother);
  expect(data.registerChild.__typename).toBe('CollectionRecord');
  await other.request(MyRecordsDocument, {}, mother);
  await other.stop();
  const log = await serverLog();
  expect(log).toContain('registered_by');
  const keys = new KeyRing(TEST_KEYS);
  for (const word of [
    input.child.name,
    input.child.documentNumber,
    input.guardian.phone,
    input.guardian.name,
    input.child.birthDate,
    "'mother'",
    given.number,
    keys.blindIndex('phone', input.guardian.phone).toString('hex'),
  ]) {
    expect(log).not.toContain(word);
  }
  await api.sql(`alter database ${name} reset log_statement`);
});

test('a statement that is held shows nobody in pg_stat_activity', async () => {
  const { number } = await register(api, mother);
  await api.orm.em.fork().transactional(async (holder) => {
    await hold(holder, number);
    const waiting = api.orm.em.fork().transactional((tx) => hold(tx, number));
    let shown: { query: string }[] = [];
    while (shown.length === 0) {
      shown = await api.sql<{ query: string }>(
        `select query from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
    }
    expect(shown[0]!.query).toContain('"r"."number" = $');
    expect(shown[0]!.query).not.toContain(number);
    void waiting.catch(() => {});
  });
});

test('whoever only refers to a held record does not wait', async () => {
  const { number } = await register(api, mother);
  await api.orm.em.fork().transactional(async (holder) => {
    const record = await hold(holder, number);
    const other = api.orm.em.fork();
    await other.transactional(async (tx) => {
      const same = await tx.findOneOrFail(CollectionRecord, { number });
      const by = { actor: 'DISTRICT', at: api.clock.now() } as const;
      tx.persist(new RecordEvent(same, 'ITEM_PASSED', same.stage, by));
    });
    expect(record!.number).toBe(number);
  });
});

test('a sealed value is bytes to a statement, words to its key, and [sealed] to whoever prints it', async () => {
  const { number, input } = await register(api, mother);
  const em = api.orm.em.fork();
  const record = await em.findOneOrFail(CollectionRecord, { number }, { populate: ['child', 'guardians'] });
  const key = record.keyFrom(new KeyRing(TEST_KEYS));
  const child = record.child!.getEntity();
  expect(child.name.open(key)).toBe(input.child.name);
  expect(new GuardianInWords(record.guardians[0]!, key).phone).toBe(input.guardian.phone);
  for (const printed of [JSON.stringify(child), inspect(child, { depth: 1 }), `${child.name}`]) {
    expect(printed).toContain('[sealed]');
  }
  const row = await tables(em, 'read')
    .selectFrom('child as c')
    .innerJoin('collection_record as r', 'r.id', 'c.record')
    .select(['c.name', 'c.documentType', 'r.registeredAt', 'r.district'])
    .where('r.number', '=', anyOf([number]))
    .executeTakeFirstOrThrow();
  expect(key.open('child.name', row.name)).toBe(input.child.name);
  expect(row.registeredAt).toEqual(record.registeredAt);
  expect(row.district).toBe(record.district);
});

test('a transaction on a connection that PostgreSQL cuts gives its place in the pool back', async () => {
  const cut = () =>
    api.orm.em.fork().transactional(async (tx) => {
      const [{ pid }] = (await tx.execute('select pg_backend_pid() as pid')) as [{ pid: number }];
      await api.sql('select pg_terminate_backend($1)', [pid]);
      await tx.execute('select 1');
    });
  // Two more than there are places.
  for (let n = 0; n < 12; n += 1) await expect(cut()).rejects.toThrow();
  await expect(api.orm.em.fork().execute('select 1 as one')).resolves.toEqual([{ one: 1 }]);
});

test('child and guardians are of their record’s season, which never changes', async () => {
  const { number } = await register(api, mother);
  const of = 'where record_id = (select id from collection_record where number = $1)';
  for (const table of ['child', 'guardian']) {
    await expect(api.sql(`update ${table} set season = season + 1 ${of}`, [number])).rejects.toMatchObject({
      constraint: `${table}_season_of_record`,
    });
  }
  await expect(
    api.sql('update collection_record set season = season + 1 where number = $1', [number]),
  ).rejects.toMatchObject({ constraint: expect.stringContaining('season_of_record') });
});

describe('a name', () => {
  const keys = new KeyRing(TEST_KEYS);
  const recordsWith = async (part: string) => {
    const looked = nameIndexes(keys, part);
    const rows = await api.sql<{ number: string }>(
      'select r.number from child c join collection_record r on r.id = c.record_id where c.name_index @> $1::bytea[]',
      [looked],
    );
    return rows.map(({ number }) => number);
  };

  test('is found by its parts once the queue has seen it, and is nowhere in the index itself', async () => {
    const { number } = await register(api, mother, { child: { name: '欧阳测试明' } });
    await api.services.records.indexNames(api.orm.em.fork());
    expect(await recordsWith('欧阳测试明')).toEqual([number]);
    expect(await recordsWith('阳测')).toEqual([number]);
    expect(await recordsWith('试明')).toEqual([number]);
    expect(await recordsWith('明测')).toEqual([]);
    expect(await api.services.records.indexNames(api.orm.em.fork())).toBe(0);
  });

  test('that a statement changes is found by the new one alone', async () => {
    const { number } = await register(api, mother, { child: { name: '司马某甲' } });
    await api.services.records.indexNames(api.orm.em.fork());
    const record = await api.orm.em.fork().findOneOrFail(CollectionRecord, { number });
    const name = record.keyFrom(keys).seal('child.name', '诸葛某乙');
    await api.sql('update child set name_sealed = $1 where record_id = $2', [name, record.id]);
    await api.services.records.indexNames(api.orm.em.fork());
    expect(await recordsWith('司马')).toEqual([]);
    expect(await recordsWith('诸葛')).toEqual([number]);
  });
});

test('events of one transaction stand in the history in the order in which they happened', async () => {
  const { number } = await register(api, mother);
  await api.orm.em.fork().transactional(async (tx) => {
    const record = (await hold(tx, number))!;
    for (const kind of ['ITEM_FAILED', 'ITEM_PENDING', 'ITEM_PASSED'] as const) {
      atCommit(tx, record.note(kind, { actor: 'DISTRICT', at: api.clock.now() }));
    }
  });
  const events = await api.sql<{ kind: string }>(
    `select kind from record_event e join collection_record r on r.id = e.record_id where r.number = $1 order by e.id`,
    [number],
  );
  expect(events.map(({ kind }) => kind)).toEqual([
    'REGISTERED',
    'ITEM_FAILED',
    'ITEM_PENDING',
    'ITEM_PASSED',
  ]);
});

test('an entry of the audit trail from before its columns keeps its hash, and its change is found', async () => {
  await api.sql('alter table audit_entry disable trigger audit_append');
  await api.sql(
    `with tail as (update audit_chain set length = length + 1 where chain = 7 returning *), linked as (
       select chain, length as position, head, audit_hash(head, chain, length, $1, 'o', 'DISTRICT_OFFICER', 'ITEM_PASSED', null, 'RESIDENCE') as hash from tail)
     insert into audit_entry (at, actor, actor_role, action, detail, format, subject, chain, position, previous_hash, hash)
     select $1::timestamptz, 'o', 'DISTRICT_OFFICER', 'ITEM_PASSED', 'RESIDENCE', 0, 'RESIDENCE', chain, position, head, hash from linked`,
    [api.clock.now()],
  );
  await api.sql(
    'update audit_chain set head = (select hash from audit_entry where chain = 7 order by position desc limit 1) where chain = 7',
  );
  await api.sql('alter table audit_entry enable trigger audit_append');
  expect((await verifyAudit(api.database.url, new KeyRing(TEST_KEYS))).broken).toEqual([]);
  await api.sql(`update audit_entry set district_code = '02' where format = 1 and district_code = '01'`);
  expect((await verifyAudit(api.database.url, new KeyRing(TEST_KEYS))).broken).not.toEqual([]);
});
