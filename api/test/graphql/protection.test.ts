import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startWorker } from '../../src/worker.js';
import { createLogger } from '../../src/platform/logger.js';
import { KeyRing } from '../../src/platform/keys.js';
import { rotateKeys } from '../../src/platform/rotate-keys.js';
import { verifyAudit } from '../../src/platform/audit/verify.js';
import { asRole } from '../../src/database/orm.js';
import pg from 'pg';
import {
  RegisterChildDocument,
  RequestWithdrawalCodeDocument,
  WithdrawRecordDocument,
} from '@enrolment/schema/client';
import {
  codeIn,
  plantCode,
  receiveCode,
  aRegistration,
  register,
  startApi,
  TEST_KEYS,
  type Person,
  type TestApi,
} from '../support/api.js';
import { dumpDatabase } from '../support/database.js';
import { aPhone } from '../support/people.js';

let api: TestApi;
let mother: Person;
beforeAll(async () => {
  api = await startApi();
  mother = await api.person('mother');
});
afterAll(() => api.stop());

test('a whole registration and withdrawal leaves no number, name, phone or code in logs, errors, jobs or a dump', async () => {
  const phone = aPhone();
  const child = { name: '欧阳测试丁' };
  const guardian = { phone, name: '司徒测试戊' };
  const input = await aRegistration(api, { child, guardian });
  const code = await receiveCode(api, mother, phone);
  const bodies: string[] = [];
  const send = async (change: object) =>
    bodies.push((await mother.request(RegisterChildDocument, { input: { ...input, ...change } })).body);
  await send({ smsCode: '000001' });
  await send({ smsCode: code, child: { ...input.child, sex: 'UNKNOWN' } });
  await send({ smsCode: code, privacyPolicyVersion: 'x' });
  await send({ smsCode: code });
  const kept = { logs: '', dump: '' };
  const look = async () => {
    kept.logs = api.lines.join('\n');
    // Bytea is shown in hex: what stands there in clear would show as the hex of its UTF-8.
    kept.dump = await dumpDatabase(api.database.url);
  };
  const secrets = [
    input.child.documentNumber,
    input.guardian.documentNumber,
    phone,
    child.name,
    guardian.name,
    code,
  ];
  const check = () => {
    for (const secret of secrets) {
      for (const text of [kept.logs, kept.dump]) {
        expect(text.includes(secret)).toBe(false);
        expect(text.includes(Buffer.from(secret).toString('hex'))).toBe(false);
      }
      expect(bodies.slice(0, 3).some((body) => body.includes(secret))).toBe(false);
    }
  };
  await look();
  check();
  const number = /"number":"(\d{14})"/.exec(bodies[3]!)![1]!;
  await mother.request(RequestWithdrawalCodeDocument, { number }).then(async ({ data }) => {
    if (data.requestWithdrawalCode.__typename === 'Refused') {
      api.clock.advance(200);
      mother = await api.person('mother');
      await mother.request(RequestWithdrawalCodeDocument, { number });
    }
  });
  const goodbye = codeIn((await api.smsTo(phone, 1, '撤销儿童'))[0]!);
  secrets.push(goodbye);
  await mother.request(WithdrawRecordDocument, { number, smsCode: goodbye });
  await api.smsTo(phone, 1, '已撤销');
  await look();
  check();
  expect(kept.dump).not.toContain(`"mother"`);
});

describe('history and audit', () => {
  test('cannot be changed, deleted or emptied by the serving role', async () => {
    await register(api, mother);
    const client = new pg.Client({ connectionString: asRole(api.database.url, 'enrolment_app') });
    await client.connect();
    try {
      for (const table of ['audit_entry', 'record_event', 'audit_chain']) {
        for (const statement of [
          `update ${table} set ${table === 'audit_chain' ? 'length = 0' : `at = now()`}`,
          `delete from ${table}`,
          `truncate ${table}`,
          `drop table ${table}`,
        ]) {
          await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
        }
      }
      await expect(
        client.query('alter table audit_entry disable trigger audit_append'),
      ).rejects.toMatchObject({ code: '42501' });
      await expect(client.query('delete from collection_record')).rejects.toMatchObject({ code: '42501' });
    } finally {
      await client.end();
    }
  });

  test('are served by that role and no other', async () => {
    expect(await api.orm.em.fork().execute('select current_user')).toEqual([
      { current_user: 'enrolment_app' },
    ]);
    const [owner] = await api.sql(`select tableowner from pg_tables where tablename = 'audit_entry'`);
    expect(owner).toEqual({ tableowner: 'enrolment_owner' });
  });

  test('hold as chains; a changed entry and a cut tail are found', async () => {
    await register(api, mother);
    await register(api, mother);
    expect((await verifyAudit(api.database.url)).broken).toEqual([]);
    const [entry] = await api.sql<{ id: string; chain: number }>(
      'select id, chain from audit_entry order by id desc limit 1',
    );
    await api.sql(`update audit_entry set action = 'NOTHING' where id = $1`, [entry!.id]);
    expect((await verifyAudit(api.database.url)).broken).toMatchObject([{ chain: entry!.chain }]);
    await api.sql('delete from audit_entry where id = $1', [entry!.id]);
    expect((await verifyAudit(api.database.url)).broken).toMatchObject([{ chain: entry!.chain }]);
  });
});

describe('the outbox', () => {
  test('tries again after the gateway was down, sends once, and tells the state', async () => {
    api.gateway.state.failing = true;
    const phone = aPhone();
    const input = await aRegistration(api, { guardian: { phone } });
    input.smsCode = await plantCode(api, phone);
    await mother.request(RegisterChildDocument, { input });
    const state = async () =>
      (
        await api.sql<{ delivered: boolean | null }>(
          `select delivered from message where event_key like 'registered:%' order by queued_at desc, id desc limit 1`,
        )
      )[0]!.delivered;
    for (let wait = 0; wait < 100 && (await state()) === null; wait += 1)
      await new Promise((done) => setTimeout(done, 20));
    expect(await state()).toBe(false);
    api.gateway.state.failing = false;
    await api.sql(`update graphile_worker._private_jobs set run_at = now() where locked_at is null`);
    await api.smsTo(phone, 1, '采集编号');
    for (let wait = 0; wait < 100 && !(await state()); wait += 1)
      await new Promise((done) => setTimeout(done, 20));
    expect(await state()).toBe(true);
    expect(api.gateway.taken.filter((sms) => sms.phone === phone)).toHaveLength(1);
  }, 30_000);

  test('takes a killed worker’s job over', async () => {
    api.gateway.state.failing = true;
    const phone = aPhone();
    await receiveCode(api, mother, phone).catch(() => {});
    api.gateway.state.failing = false;
    await api.sql(
      `update graphile_worker._private_jobs set run_at = now(), locked_by = 'killed', locked_at = now() - interval '2 minutes'`,
    );
    const other = await startWorker(
      api.database.url,
      api.orm,
      api.services,
      api.clock,
      createLogger('silent'),
    );
    await api.smsTo(phone);
    await other.stop();
  }, 30_000);

  test('a code whose time is over is not sent any more', async () => {
    api.gateway.state.failing = true;
    const phone = aPhone();
    await receiveCode(api, mother, phone).catch(() => {});
    api.clock.advance(301);
    api.gateway.state.failing = false;
    await api.sql(`update graphile_worker._private_jobs set run_at = now() where locked_at is null`);
    for (let wait = 0; wait < 100; wait += 1) {
      const waiting = await api.sql('select from graphile_worker._private_jobs');
      if (waiting.length === 0) break;
      await new Promise((done) => setTimeout(done, 50));
    }
    expect(api.gateway.taken.filter((sms) => sms.phone === phone)).toHaveLength(0);
  }, 30_000);
});

describe('keys', () => {
  test('seal each value with its place: moved elsewhere it cannot be opened', () => {
    const ring = new KeyRing(TEST_KEYS);
    const { key, ...wrapped } = ring.create('row');
    const sealed = key.seal('child.name', '测试甲');
    expect(ring.open(wrapped, 'row').open('child.name', sealed)).toBe('测试甲');
    expect(() => ring.open(wrapped, 'row').open('guardian.name', sealed)).toThrow();
    expect(() => ring.open(wrapped, 'other row')).toThrow();
    const changed = Buffer.from(sealed);
    changed[20]! ^= 1;
    expect(() => key.open('child.name', changed)).toThrow();
  });

  test('are wrapped anew for every row by the command, and everything is read as before', async () => {
    const { number } = await register(api, mother);
    const setting = `k2=${Buffer.alloc(32, 9).toString('base64')},${TEST_KEYS}`;
    expect(await rotateKeys(api.database.url, new KeyRing(setting))).toBeGreaterThan(0);
    expect(await rotateKeys(api.database.url, new KeyRing(setting))).toBe(0);
    const [row] = await api.sql<{ id: string; key_id: string; wrapped_key: Buffer; name_sealed: Buffer }>(
      `select r.id, r.key_id, r.wrapped_key, c.name_sealed from collection_record r join child c on c.record_id = r.id where number = $1`,
      [number],
    );
    expect(row!.key_id).toBe('k2');
    const key = new KeyRing(setting).open({ keyId: row!.key_id, wrappedKey: row!.wrapped_key }, row!.id);
    expect(key.open('child.name', row!.name_sealed)).toBe('测试甲');
  });

  test('of before are still opened after a new master key came, and are wrapped anew by it', () => {
    const old = new KeyRing(TEST_KEYS);
    const { key, ...wrapped } = old.create('row');
    const sealed = key.seal('child.name', '测试甲');
    const ring = new KeyRing(`k2=${Buffer.alloc(32, 9).toString('base64')},${TEST_KEYS}`);
    const anew = ring.rewrap(wrapped, 'row')!;
    expect(anew.keyId).toBe('k2');
    expect(ring.rewrap(anew, 'row')).toBeNull();
    expect(ring.open(anew, 'row').open('child.name', sealed)).toBe('测试甲');
    expect(ring.blindIndex('phone', '1')).toEqual(old.blindIndex('phone', '1'));
  });
});
