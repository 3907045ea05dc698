import { createChallenge, solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  GuardianNoticeDocument,
  PrivacyPolicyDocument,
  RegisterChildDocument,
  RequestCaptchaDocument,
  RequestSmsCodeDocument,
  type RegisterChildInput,
  type TypedDocumentString,
} from '@enrolment/schema/client';
import type { Actor } from '../../src/context.js';
import { openDatabase } from '../../src/database/orm.js';
import { HttpVerificationGateway } from '../../src/identity-check/verification-gateway.js';
import { HttpSmsGateway } from '../../src/message/sms-gateway.js';
import { Identity } from '../../src/platform/identity.js';
import { KeyRing } from '../../src/platform/keys.js';
import { createLogger } from '../../src/platform/logger.js';
import type { RecordRow } from '../../src/record/record.service.js';
import { createServer } from '../../src/server.js';
import { createServices, type Services } from '../../src/services.js';
import { startWorker } from '../../src/worker.js';
import { createTestDatabase } from './database.js';
import {
  AUDIENCE,
  CALLBACK_SECRET,
  startIssuer,
  startSmsGateway,
  startVerificationGateway,
} from './outside.js';
import { aChildDocument, aGuardianDocument, aPhone } from './people.js';

export const TEST_KEYS = `k1=${Buffer.alloc(32, 1).toString('base64')},index=${Buffer.alloc(32, 2).toString('base64')}`;

const FORM_SETTINGS = {
  apiOrigin: 'http://localhost:4000',
  webOrigin: 'http://localhost:3000',
  rareGlyphFonts: [],
};

export interface Answer<Result> {
  status: number;
  data: Result;
  errors: { message: string; path?: string[]; extensions: { code: string } }[] | undefined;
  body: string;
}

export interface Person {
  request<Result, Variables>(
    document: TypedDocumentString<Result, Variables>,
    variables?: Variables,
    headers?: Record<string, string>,
  ): Promise<Answer<Result>>;
  token: string | null;
}

/** A clock that stands still until it is moved. */
export class TestClock {
  constructor(private at = new Date()) {}
  now(): Date {
    return new Date(this.at);
  }
  advance(seconds: number): void {
    this.at = new Date(this.at.getTime() + seconds * 1000);
  }
  set(at: Date): void {
    this.at = at;
  }
}

export type TestApi = Awaited<ReturnType<typeof startApi>>;

/** The whole API in this process, on a database of its own, between a real provider and a real SMS gateway. */
export async function startApi({
  worker = true,
  production = false,
}: { worker?: boolean; production?: boolean } = {}) {
  const [database, issuer, gateway, verification] = await Promise.all([
    createTestDatabase(),
    startIssuer(),
    startSmsGateway(),
    startVerificationGateway(),
  ]);
  const clock = new TestClock();
  const lines: string[] = [];
  const log = createLogger('info', { write: (line) => void lines.push(line) });
  const orm: MikroORM = await openDatabase(database.url, 'enrolment_app');
  const wire = (): Services =>
    createServices(
      new KeyRing(TEST_KEYS),
      {
        sms: new HttpSmsGateway({ url: gateway.url, token: 'test' }),
        verification: new HttpVerificationGateway({
          ...{ url: verification.url, token: 'test' },
          callbackUrl: 'http://127.0.0.1/callbacks/verification',
        }),
      },
      FORM_SETTINGS,
    );
  const services = wire();
  const config = {
    oidc: { issuer: issuer.url, audience: AUDIENCE },
    production,
    trustedProxies: 'loopback',
    verification: { callbackSecret: CALLBACK_SECRET },
  };
  const app: FastifyInstance = await createServer({ config, orm, clock, services, log });
  const queue = worker ? await startWorker(database.url, orm, services, clock, log) : null;
  const admin = new pg.Pool({ connectionString: database.url, max: 3 });
  admin.on('error', () => {});

  const request = async <Result, Variables>(
    document: TypedDocumentString<Result, Variables> | string,
    variables: Variables | undefined,
    headers: Record<string, string>,
    to = app,
  ): Promise<Answer<Result>> => {
    const response = await to.inject({
      method: 'POST',
      url: '/graphql',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': randomAddress(), ...headers },
      payload: JSON.stringify({ query: document.toString(), ...(variables ? { variables } : {}) }),
    });
    return {
      status: response.statusCode,
      body: response.body,
      ...(response.json() as { data: Result; errors: undefined }),
    };
  };

  const api = {
    app,
    clock,
    database,
    gateway,
    issuer,
    lines,
    orm,
    services,
    verification,
    sql: <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      admin.query<Row>(text, values).then(({ rows }) => rows),
    nobody: {
      token: null,
      request: (document, variables, headers = {}) => request(document, variables, headers),
    } as Person,
    async person(subject: string, claims: Record<string, unknown> = {}): Promise<Person> {
      const token = await issuer.sign({ sub: subject, name: '测试家长', ...claims }, { at: clock.now() });
      return {
        token,
        request: (document, variables, headers = {}) =>
          request(document, variables, { authorization: `Bearer ${token}`, ...headers }),
      };
    },
    raw: request,
    /** A second API on the same database that shares nothing else with the first. */
    async anotherProcess() {
      const otherOrm = await openDatabase(database.url, 'enrolment_app');
      const other = await createServer({ config, orm: otherOrm, clock, services: wire(), log });
      return {
        request: <Result, Variables>(
          document: TypedDocumentString<Result, Variables>,
          variables: Variables,
          { token }: Person,
          headers: Record<string, string> = {},
        ) =>
          request(
            document,
            variables,
            { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
            other,
          ),
        /** The newest request to the verification gateway about a record. */
        async requestOf(number: string): Promise<string> {
          const [found] = await api.sql<{ id: string }>(
            'select c.request_id as id from identity_check c join collection_record r on r.id = c.record_id where r.number = $1',
            [number],
          );
          return found!.id;
        },
        async stop() {
          await other.close();
          await otherOrm.close();
        },
      };
    },
    /** Does something to a record in one transaction, as a mutation of its guardian does. */
    async change(
      { token }: Person,
      number: string,
      work: (tx: EntityManager, actor: Actor, record: RecordRow) => Promise<unknown>,
    ): Promise<void> {
      const viewer = await new Identity(config.oidc, clock).viewer(`Bearer ${token}`);
      const actor: Actor = { viewer: viewer!, language: 'zh-CN', now: clock.now(), address: '10.0.0.1' };
      await orm.em
        .fork()
        .transactional(async (tx) =>
          work(tx as EntityManager, actor, await services.records.handle(tx as EntityManager, actor, number)),
        );
    },
    /** The texts sent to a phone that contain something, once there are so many of them. */
    async smsTo(phone: string, count = 1, containing = ''): Promise<string[]> {
      for (let wait = 0; wait < 200; wait += 1) {
        const texts = gateway.taken
          .filter((sms) => sms.phone === phone && sms.text.includes(containing))
          .map(({ text }) => text);
        if (texts.length >= count) return texts;
        await sleep(25);
      }
      throw new Error('the SMS did not come');
    },
    /** The newest request to the verification gateway about a record. */
    async requestOf(number: string): Promise<string> {
      const found = await api.sql<{ id: string }>(
        'select c.request_id as id from identity_check c join collection_record r on r.id = c.record_id where r.number = $1',
        [number],
      );
      return found[0]!.id;
    },
    async stop() {
      await app.close();
      await queue?.stop();
      await orm.close();
      await admin.end();
      await Promise.all([issuer.close(), gateway.close(), verification.close()]);
      await database.drop();
    },
  };
  return api;
}

const randomAddress = () => `10.${[1, 2, 3].map(() => Math.floor(Math.random() * 256)).join('.')}`;

export async function solveCaptcha(person: Person): Promise<{ id: string; answer: string }> {
  const { data } = await person.request(RequestCaptchaDocument);
  const challenge = JSON.parse(data.requestCaptcha.challenge) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  return {
    id: data.requestCaptcha.id,
    answer: Buffer.from(JSON.stringify({ challenge, solution })).toString('base64'),
  };
}

/** A robot check that is solved at once: for tests that ask for many codes. */
export async function easyCaptcha(api: TestApi, subject: string): Promise<{ id: string; answer: string }> {
  const keys = new KeyRing(TEST_KEYS);
  const id = randomUUID();
  const secret = keys.derive('captcha').toString('base64');
  const secrets = { hmacSignatureSecret: secret, hmacKeySignatureSecret: secret };
  const challenge = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: 1,
    counter: 1,
    deriveKey,
    ...secrets,
  });
  await api.sql('insert into captcha (id, challenge, subject_index, expires_at) values ($1, $2, $3, $4)', [
    id,
    challenge,
    keys.blindIndex('captcha', subject),
    new Date(api.clock.now().getTime() + 600_000),
  ]);
  const solution = await solveChallenge({ challenge, deriveKey });
  return { id, answer: Buffer.from(JSON.stringify({ challenge, solution })).toString('base64') };
}

/** Asks for a code as a person does and reads it from the SMS. */
export async function receiveCode(api: TestApi, person: Person, phone: string): Promise<string> {
  const before = api.gateway.taken.filter(
    (sms) => sms.phone === phone && sms.text.includes('用于注册'),
  ).length;
  const { data } = await person.request(RequestSmsCodeDocument, {
    input: { phone, captcha: await solveCaptcha(person) },
  });
  if (data.requestSmsCode.__typename !== 'SmsCodeSent')
    throw new Error(JSON.stringify(data.requestSmsCode.refusals));
  return codeIn((await api.smsTo(phone, before + 1, '用于注册')).at(-1)!);
}

export const codeIn = (text: string): string => /\d{6}/.exec(text)![0];

/** Puts a code for a phone in place without sending one: for tests that are about something else. */
export async function plantCode(
  api: TestApi,
  phone: string,
  { code = '135790', purpose = 'REGISTRATION' }: { code?: string; purpose?: string } = {},
): Promise<string> {
  const { createHmac } = await import('node:crypto');
  const keys = new KeyRing(TEST_KEYS);
  const id = randomUUID();
  const hash = createHmac('sha256', keys.derive('sms-code')).update(`${id}:${code}`).digest();
  await api.sql(
    `insert into sms_code (id, phone_index, purpose, code_hash, issued_at, expires_at) values ($1, $2, $3, $4, $5, $6)`,
    [
      id,
      keys.blindIndex('phone', phone),
      purpose,
      hash,
      api.clock.now(),
      new Date(api.clock.now().getTime() + 300_000),
    ],
  );
  return code;
}

/** The input of a registration that is right in every point but, so far, the code. */
export async function aRegistration(
  api: TestApi,
  overrides: Partial<Omit<RegisterChildInput, 'child' | 'guardian'>> & {
    child?: Partial<RegisterChildInput['child']>;
    guardian?: Partial<RegisterChildInput['guardian']>;
  } = {},
): Promise<RegisterChildInput> {
  const district = overrides.district ?? '01';
  const service = overrides.service ?? 'NON_LOCAL_HUKOU';
  const opened = api.clock.now();
  const notice = await api.nobody.request(GuardianNoticeDocument, { district, service });
  api.clock.set(new Date(opened.getTime() + 11_000));
  const policy = await api.nobody.request(PrivacyPolicyDocument);
  const [season] = await api.sql<{ born_from: string }>(
    'select born_from::text from season order by year desc limit 1',
  );
  const birthDate = `${season!.born_from.slice(0, 4)}-10-01`;
  const { child, guardian, ...rest } = overrides;
  return {
    idempotencyKey: randomUUID(),
    district,
    service,
    noticeTicket: notice.data.guardianNotice.ticket,
    privacyPolicyVersion: policy.data.privacyPolicy.version,
    smsCode: '000000',
    ...rest,
    child: {
      nationality: 'CN',
      hukouProvince: '130000',
      residenceDistrict: district,
      name: '测试甲',
      documentType: 'RESIDENT_ID',
      documentNumber: aChildDocument(birthDate, 'MALE'),
      sex: 'MALE',
      birthDate,
      ...child,
    },
    guardian: {
      name: '测试家长',
      documentType: 'RESIDENT_ID',
      documentNumber: aGuardianDocument(),
      phone: aPhone(),
      ...guardian,
    },
  };
}

/** Registers a child and returns its collection number. */
export async function register(
  api: TestApi,
  person: Person,
  overrides: Parameters<typeof aRegistration>[1] = {},
): Promise<{ number: string; input: RegisterChildInput }> {
  const input = await aRegistration(api, overrides);
  input.smsCode = await plantCode(api, input.guardian.phone);
  const { data, errors } = await person.request(RegisterChildDocument, { input });
  if (data?.registerChild.__typename !== 'CollectionRecord') throw new Error(JSON.stringify(errors ?? data));
  return { number: data.registerChild.number, input };
}
