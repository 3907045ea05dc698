// Builds the city that is measured: a throw-away PostgreSQL with the sandbox's season, N records written by the
// product's own functions, an identity provider and gateways on loopback.
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { createHmac, randomUUID } from 'node:crypto';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { residentIdCheckDigit } from '@enrolment/rulebook/document.js';
import { Child } from '../api/dist/child/child.entity.js';
import { insertAtOnce } from '../api/dist/database/insert-at-once.js';
import { openDatabase } from '../api/dist/database/orm.js';
import { Guardian } from '../api/dist/guardian/guardian.entity.js';
import { findLikenesses } from '../api/dist/likeness/find-likenesses.js';
import { NoticeService } from '../api/dist/notice/notice.service.js';
import { KeyRing } from '../api/dist/platform/keys.js';
import { byGuardian, rowsOf, tracesOf } from '../api/dist/record/chronicle.js';
import { CollectionRecord } from '../api/dist/record/record.entity.js';
import { USUAL_TROUBLE } from '../api/dist/seed/records.js';
import { seedCity } from '../api/dist/seed/seed.js';
import { SmsCode } from '../api/dist/sms-code/sms-code.entity.js';
import { StaffGrant } from '../api/dist/staff-grant/staff-grant.entity.js';
import { startEmbeddedPostgres } from '../scripts/embedded-postgres.ts';

const key = (byte) => Buffer.alloc(32, byte).toString('base64');
export const KEYS = `k1=${key(1)},index=${key(2)},signing-1=${key(7)}`;
export const AUDIENCE = 'urn:enrolment:api';
const CODE = '135790';
const AT_ONCE = 200;
/** The number of families with a list of 50, and the number of families whose page is requested. */
const MANY = { families: 20, records: 50 };
const SAMPLE = 500;

let serial = 0;
/** Makes a resident ID number of an unassigned region. */
function documentOf(year) {
  serial += 1;
  const day = new Date(Date.UTC(year, 8, 1) + (Math.floor(serial / 9000) % 360) * 86_400_000)
    .toISOString()
    .slice(0, 10);
  const left = serial % 9000;
  const area = `119${String(990 + Math.floor(left / 1000)).padStart(3, '0')}`;
  const body = `${area}${day.replaceAll('-', '')}${String(left % 1000).padStart(3, '0')}`;
  const sex = Number(body.at(-1)) % 2 === 1 ? 'MALE' : 'FEMALE';
  return { documentNumber: body + residentIdCheckDigit(body), birthDate: day, sex };
}
const phoneOf = (n) => `199${String(n).padStart(8, '0')}`;

export async function buildCity({ records, say }) {
  const folder = mkdtempSync(join(tmpdir(), 'enrolment-bench-'));
  const server = await startCounting(join(folder, 'postgres'));
  const close = [
    async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  ];
  const end = async () => {
    for (const step of close.toReversed()) await step().catch((error) => console.error(error.message));
  };
  try {
    const owners = server.url('bench');
    const serving = await migrate(server, owners);
    const issuer = await startIssuer();
    const gateway = await startGateway();
    close.push(issuer.close, gateway.close);
    const keys = new KeyRing(KEYS);
    const orm = await openDatabase(serving, 'enrolment_app');
    close.push(() => orm.close());
    say(`${records} records`);
    const sample = await seed(orm, keys, owners, records);
    // The service would compare the children of a new city with each other while it is measured.
    await findLikenesses(orm.em, keys, new Date());
    await ask(owners, 'vacuum analyze');
    return {
      owners,
      serving,
      issuer,
      gateway,
      end,
      ...sample,
      registrations: (count) => prepareRegistrations(orm, keys, issuer, count),
      ask: (text) => ask(owners, text),
    };
  } catch (error) {
    await end();
    throw error;
  }
}

export async function ask(connectionString, text) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** Starts a server that counts its statements; PostgreSQL has to be told so before it starts. */
export async function startCounting(folder) {
  const first = await startEmbeddedPostgres(folder, { fast: true });
  await ask(first.url('postgres'), 'alter system set shared_preload_libraries = pg_stat_statements');
  await first.stop();
  return startEmbeddedPostgres(folder, { fast: true });
}

export async function migrate(server, owners) {
  await ask(server.url('postgres'), 'create database bench');
  await ask(owners, 'create extension pg_stat_statements');
  const serving = new URL(owners);
  serving.username = 'enrolment_service';
  serving.password = 'bench';
  await promisify(execFile)(process.execPath, ['api/dist/database/migrate.js', 'up'], {
    env: { ...process.env, SANDBOX: '1', DATABASE_URL: serving.href, MIGRATION_DATABASE_URL: owners },
  });
  return serving.href;
}

/** Writes the city as `npm run seed` does, and also families with 50 children each, which that city lacks. */
async function seed(orm, keys, databaseUrl, records) {
  await seedCity({
    databaseUrl,
    dataKeys: KEYS,
    seed: 1,
    records,
    until: new Date(),
    focus: [],
    trouble: USUAL_TROUBLE,
    threads: availableParallelism(),
  });
  const season = await seasonOf(orm);
  const families = await ask(
    databaseUrl,
    `select number, registered_by as subject from collection_record
     where season = ${season.year} and withdrawn_at is null order by md5(number) limit ${SAMPLE}`,
  );
  const printable = await ask(
    databaseUrl,
    `select number, registered_by as subject from collection_record
     where season = ${season.year} and stage in ('APPROVED', 'PREREGISTERED', 'ADMITTED') limit 20`,
  );
  const many = Array.from({ length: MANY.families }, (_, n) => `many-${n}`);
  for (const [n, subject] of many.entries()) await layMany(orm, keys, season, { n, subject });
  return { families, many, printable, ...season };
}

async function layMany(orm, keys, { year, version, born }, { n, subject }) {
  const rows = Array.from({ length: MANY.records }, (_, place) => {
    const index = n * MANY.records + place;
    const at = new Date(Date.now() - 3_600_000 + index);
    const district = String((index % 18) + 1).padStart(2, '0');
    const { record, key } = CollectionRecord.register({
      keys,
      id: randomUUID(),
      number: `${year}${district}${99_000_000 + index}`,
      season: year,
      service: 'NON_LOCAL_HUKOU',
      ground: null,
      district,
      residence: { hukouProvince: '130000', hukouDistrict: null, residenceDistrict: district },
      consent: { noticeVersion: version, privacyPolicyVersion: version },
      registeredBy: subject,
      attempt: { key: randomUUID(), hash: Buffer.alloc(32) },
      at,
      language: 'zh-CN',
    });
    const child = {
      nationality: 'CN',
      name: `测试${index}`,
      documentType: 'RESIDENT_ID',
      ...documentOf(born),
    };
    const guardian = {
      role: 'FIRST',
      name: '测试家长',
      documentType: 'RESIDENT_ID',
      documentNumber: documentOf(1990).documentNumber,
      phone: phoneOf(index),
      phoneSlot: 1,
      relation: null,
    };
    const begun = tracesOf(keys, record, { by: byGuardian(record), at, event: 'REGISTERED' }, null);
    return [
      record,
      new Child(record, child, key, keys),
      new Guardian(record, guardian, key, keys),
      ...rowsOf(begun),
    ];
  });
  await insertAtOnce(orm.em.fork(), rows.flat());
}

let registered = 0;
/** Prepares registrations that break no rule. Each has a phone of its own, and a code was sent to it. */
async function prepareRegistrations(orm, keys, issuer, count) {
  const { version, born } = await seasonOf(orm);
  const notices = new NoticeService(keys);
  const now = new Date();
  const ticket = notices.sign({
    district: '01',
    service: 'NON_LOCAL_HUKOU',
    version,
    openedAt: new Date(now.getTime() - 60_000),
  });
  const codes = [];
  const requests = Array.from({ length: count }, () => {
    registered += 1;
    const subject = `register-${registered % 400}`;
    const phone = phoneOf(50_000_000 + registered);
    const id = randomUUID();
    const asked = {
      phoneIndex: keys.blindIndex('phone', phone),
      askerIndex: keys.blindIndex('asker', subject),
      purpose: 'REGISTRATION',
      record: null,
      now,
    };
    const codeHash = createHmac('sha256', keys.derive('sms-code')).update(`${id}:${CODE}`).digest();
    codes.push(new SmsCode(id, asked, { codeHash, expiresAt: new Date(now.getTime() + 600_000) }));
    const child = documentOf(born);
    return {
      subject,
      input: {
        idempotencyKey: randomUUID(),
        district: '01',
        service: 'NON_LOCAL_HUKOU',
        noticeTicket: ticket,
        privacyPolicyVersion: version,
        smsCode: CODE,
        child: {
          nationality: 'CN',
          hukouProvince: '130000',
          residenceDistrict: '01',
          name: '测试甲',
          documentType: 'RESIDENT_ID',
          ...child,
        },
        guardian: {
          name: '测试家长',
          documentType: 'RESIDENT_ID',
          documentNumber: documentOf(1990).documentNumber,
          phone,
        },
      },
    };
  });
  for (let first = 0; first < codes.length; first += AT_ONCE) {
    await insertAtOnce(orm.em.fork(), codes.slice(first, first + AT_ONCE));
  }
  return requests;
}

/** Gives somebody a role, as the set-up of a city does, and returns a token of that person. */
export async function appoint({ owners, issuer }, account, role, district = null) {
  const orm = await openDatabase(owners, 'enrolment_owner', { poolSize: 1 });
  try {
    const now = new Date();
    const facts = { account, name: '测试同事', role, district, school: null, beginsAt: now, endsAt: null };
    const em = orm.em.fork();
    await em.persist(StaffGrant.setUp(facts, 'bench', now)).flush();
  } finally {
    await orm.close();
  }
  return issuer.tokenOf(account);
}

/** Reads the open season: its year, whom it is for, and the privacy policy in force. */
async function seasonOf(orm) {
  const em = orm.em.fork();
  const [season] = await em.execute(
    "select year, born_from::text from season where state = 'OPEN' order by year desc limit 1",
  );
  const [text] = await em.execute(
    "select version from notice_text where kind = 'PRIVACY' order by published_at desc limit 1",
  );
  return { year: season.year, version: text.version, born: Number(season.born_from.slice(0, 4)) };
}

async function listen(handler) {
  const server = createServer(handler);
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const close = async () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${server.address().port}`, close };
}

export async function startIssuer() {
  const { privateKey, publicKey } = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'bench', alg: 'ES256', use: 'sig' };
  const json = (response, body) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  const server = await listen(({ url }, response) =>
    url === '/.well-known/openid-configuration'
      ? json(response, { issuer: server.url, jwks_uri: `${server.url}/jwks` })
      : json(response, { keys: [jwk] }),
  );
  const seconds = Math.floor(Date.now() / 1000);
  const known = new Map();
  const tokenOf = async (sub) => {
    if (!known.has(sub)) {
      const claims = {
        iss: server.url,
        aud: AUDIENCE,
        iat: seconds,
        exp: seconds + 86_400,
        sub,
        name: '测试家长',
      };
      const token = new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'bench', typ: 'at+jwt' });
      known.set(sub, await token.sign(privateKey));
    }
    return known.get(sub);
  };
  return { ...server, tokenOf };
}

/** Accepts whatever it is sent. */
export const startGateway = () =>
  listen((request, response) => {
    request.resume();
    request.on('end', () =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ id: randomUUID() })),
    );
  });
