import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startWorker } from '../../src/worker.js';
import { createLogger } from '../../src/platform/logger.js';
import { PaperLinks } from '../../src/paper/paper-link.js';
import { VerifyCodes } from '../../src/collection-form/verify-code.js';
import { KeyRing } from '../../src/platform/keys.js';
import { rotateKeys } from '../../src/platform/rotate-keys.js';
import { verifyAudit } from '../../src/platform/audit/verify.js';
import { asRole } from '../../src/database/orm.js';
import { admitServiceLogin, checkServiceLogin } from '../../src/database/service-login.js';
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
  askForCode,
  register,
  startApi,
  TEST_KEYS,
  type Person,
  type TestApi,
} from '../support/api.js';
import { dumpDatabase } from '../support/database.js';
import { aPhone } from '../support/people.js';
import { until } from '../support/until.js';

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
    const client = new pg.Client({ connectionString: asRole(api.database.servingUrl, 'enrolment_app') });
    await client.connect();
    try {
      for (const table of ['audit_entry', 'record_event', 'audit_chain', 'audit_seal']) {
        for (const statement of [
          `update ${table} set ${table === 'audit_chain' ? 'length = 0' : `at = now()`}`,
          `delete from ${table}`,
          `truncate ${table}`,
          `drop table ${table}`,
        ]) {
          await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
        }
      }
      // Nor by becoming somebody else.
      for (const become of [
        'set role enrolment_owner',
        'set session authorization enrolment_owner',
        'set session authorization postgres',
        'grant enrolment_owner to enrolment_service',
      ]) {
        await client.query('reset role');
        await expect(client.query(become)).rejects.toMatchObject({ code: '42501' });
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

  test('keep whoever could become the owner from serving', async () => {
    await expect(checkServiceLogin(api.database.url)).rejects.toThrow('could change the audit trail');
    await checkServiceLogin(api.database.servingUrl);
    const admin = new pg.Client({ connectionString: api.database.url });
    await admin.connect();
    try {
      for (const [name, what] of [
        ['a_member', 'in role enrolment_owner'],
        ['a_maker', 'createrole'],
      ] as const) {
        const login = `${name}_${process.pid}`;
        const url = new URL(api.database.url);
        url.username = login;
        url.password = 'x';
        await admin.query(`create role ${login} login password 'x' ${what}`);
        await expect(checkServiceLogin(url.href)).rejects.toThrow('could change the audit trail');
        await expect(admitServiceLogin(admin, url.href)).rejects.toThrow('could change the audit trail');
        await admin.query(`drop role ${login}`);
      }
    } finally {
      await admin.end();
    }
  });

  const verify = (...anchors: string[]) =>
    verifyAudit(api.database.servingUrl, new KeyRing(TEST_KEYS), anchors);

  test('are sealed: a past that was rewritten with all its hashes, and seals that went, are found', async () => {
    await register(api, mother);
    const seals = [];
    for (let day = 0; day < 3; day += 1) {
      const { id, signature } = await api.services.auditSeals.seal(api.orm.em.fork(), api.clock.now());
      seals.push(`${id}:${signature.toString('hex')}`);
    }
    const sound = { broken: [], brokenSeals: [], missingAnchors: [] };
    expect(await verify(...seals)).toMatchObject(sound);
    // More entries on the same chains change no seal.
    await register(api, mother);
    expect(await verify(...seals)).toMatchObject(sound);
    const [first, second, third] = seals.map((seal) => seal.split(':')[0]!);
    // With another key nobody can sign.
    const other = new KeyRing(
      ['k', 'index', 'signing-1'].map((id) => `${id}=${Buffer.alloc(32, 4).toString('base64')}`).join(),
    );
    expect((await verifyAudit(api.database.servingUrl, other)).brokenSeals).toEqual([first, second, third]);
    const restore = `insert into audit_seal select * from kept_seal on conflict do nothing`;
    await api.sql('create table kept_seal as select * from audit_seal');
    await api.sql('delete from audit_seal where id = $1', [second]);
    expect((await verify()).brokenSeals).toEqual([third]);
    await api.sql(restore);
    await api.sql('delete from audit_seal where id = $1', [third]);
    expect(await verify(...seals)).toMatchObject({ brokenSeals: [], missingAnchors: [seals[2]] });
    await api.sql(restore);
    // The owner takes the newest sealed entry of a chain away, and what tells of it.
    await api.sql('drop table kept_seal');
    const [end] = await api.sql<{ chain: number }>('select chain from audit_chain where length > 0 limit 1');
    await api.sql(
      `with gone as (delete from audit_entry where chain = $1 returning 1)
       update audit_chain set length = 0, head = sha256(convert_to('audit chain ' || chain, 'UTF8')) where chain = $1`,
      [end!.chain],
    );
    expect(await verify()).toMatchObject({ broken: [], brokenSeals: [first, second, third] });
  });

  test('are sealed by a job, and each seal is anchored in a line of the log', async () => {
    await register(api, mother);
    const before = api.lines.length;
    await api.sql(`select graphile_worker.add_job('seal_audit')`);
    const anchor = await until('the line of the seal', () =>
      api.lines
        .slice(before)
        .map((line) => (JSON.parse(line) as { seal?: string }).seal)
        .find(Boolean),
    );
    expect((await verify(anchor)).missingAnchors).toEqual([]);
    // Whoever has the database alone forges the head of a chain, and cannot sign it.
    const [id] = anchor.split(':');
    const [seal] = await api.sql<{ heads: string }>('select heads from audit_seal where id = $1', [id]);
    await api.sql('update audit_seal set heads = $2, signature = sha256(signature) where id = $1', [
      id,
      seal!.heads.replace(/[\da-f]{64}$/, '0'.repeat(64)),
    ]);
    expect(await verify(anchor)).toMatchObject({
      brokenSeals: expect.arrayContaining([id]),
      missingAnchors: [anchor],
    });
    await api.sql('delete from audit_seal where id = $1', [id]);
  });

  test('hold as chains; a changed entry and a cut tail are found', async () => {
    await register(api, mother);
    await register(api, mother);
    expect((await verify()).broken).toEqual([]);
    const [entry] = await api.sql<{ id: string; chain: number }>(
      'select id, chain from audit_entry order by id desc limit 1',
    );
    await api.sql(`update audit_entry set action = 'NOTHING' where id = $1`, [entry!.id]);
    expect((await verify()).broken).toMatchObject([{ chain: entry!.chain }]);
    await api.sql('delete from audit_entry where id = $1', [entry!.id]);
    expect((await verify()).broken).toMatchObject([{ chain: entry!.chain }]);
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
    await until('the message is told as not sent', async () => (await state()) === false);
    api.gateway.state.failing = false;
    await api.sql(`update graphile_worker._private_jobs set run_at = now() where locked_at is null`);
    await api.smsTo(phone, 1, '采集编号');
    await until('the message is sent', state);
    expect(api.gateway.taken.filter((sms) => sms.phone === phone)).toHaveLength(1);
  });

  test('takes a killed worker’s job over', async () => {
    api.gateway.state.failing = true;
    const phone = aPhone();
    await askForCode(mother, phone);
    await api.queueRests();
    api.gateway.state.failing = false;
    await api.sql(
      `update graphile_worker._private_jobs set run_at = now(), locked_by = 'killed', locked_at = now() - interval '2 minutes'`,
    );
    const other = await startWorker(
      api.database.servingUrl,
      api.orm,
      api.services,
      api.reference,
      api.clock,
      createLogger('silent'),
    );
    await api.smsTo(phone);
    await other.stop();
  });

  test('a code whose time is over is not sent any more', async () => {
    api.gateway.state.failing = true;
    const phone = aPhone();
    await askForCode(mother, phone);
    await api.queueRests();
    api.clock.advance(301);
    api.gateway.state.failing = false;
    await api.sql(`update graphile_worker._private_jobs set run_at = now() where locked_at is null`);
    await api.queueRests();
    expect(
      await api.sql(`select from graphile_worker.jobs where task_identifier = 'send_message'`),
    ).toHaveLength(0);
    expect(api.gateway.taken.filter((sms) => sms.phone === phone)).toHaveLength(0);
  });
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
    expect(await rotateKeys(api.database.servingUrl, new KeyRing(setting))).toBeGreaterThan(0);
    expect(await rotateKeys(api.database.servingUrl, new KeyRing(setting))).toBe(0);
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

  test('for signatures change: what the key of before signed is known until it is dropped', () => {
    const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
    const ring = (signing: string) => new KeyRing(`index=${key(2)},k1=${key(1)},${signing}`);
    const before = ring(`signing-1=${key(5)}`);
    const during = ring(`signing-2=${key(6)},signing-1=${key(5)}`);
    const after = ring(`signing-2=${key(6)}`);
    const printed = { number: '20260100000001', version: 1, printedAt: new Date('2026-05-01T00:00:00Z') };
    const code = new VerifyCodes(before).sign(printed);
    expect(new VerifyCodes(during).read(code)).toEqual(printed);
    expect(new VerifyCodes(after).read(code)).toBeNull();
    expect(new VerifyCodes(after).read(new VerifyCodes(during).sign(printed))).toEqual(printed);
    const token = { id: null, issuedAt: 0, expiresAt: 1 };
    const viewer = { subject: 's', name: '', phone: null, document: null, roles: [], token };
    const now = new Date();
    const link = { number: printed.number, viewer, siteSession: null };
    const signed = new PaperLinks(before, 'form-link').sign(link, now);
    expect(new PaperLinks(during, 'form-link').read(signed, now)).toEqual(link);
    expect(new PaperLinks(after, 'form-link').read(signed, now)).toBe('FORGED');
    // The key of the indexes signs nothing: another one changes no signature, and it makes none by itself.
    const elsewhere = new KeyRing(`index=${key(9)},k1=${key(1)},signing-2=${key(6)}`);
    expect(new VerifyCodes(elsewhere).read(new VerifyCodes(after).sign(printed))).toEqual(printed);
    expect(() => new KeyRing(`index=${key(2)},k1=${key(1)}`)).toThrow('such as signing-1');
  });
});
