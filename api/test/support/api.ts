import { misplaced, STAFF_ROLES } from '@enrolment/rulebook/staff-grant.js';
import type { Department, ReviewItemKind, StaffRole } from '@enrolment/rulebook/vocabulary.js';
import { createChallenge, solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { EntityManager, MikroORM } from '@mikro-orm/postgresql';
import type { FastifyInstance } from 'fastify';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { v7 as uuid } from 'uuid';
import {
  GuardianNoticeDocument,
  PrivacyPolicyDocument,
  RegisterChildDocument,
  RequestCaptchaDocument,
  RequestSmsCodeDocument,
  SiteFrameDocument,
  type RegisterChildInput,
  type TypedDocumentString,
} from '@enrolment/schema/client';
import type { Actor } from '../../src/actor.js';
import { asRole, openDatabase } from '../../src/database/orm.js';
import { FiguresFeed } from '../../src/dashboard/live/figures-feed.js';
import { Reference } from '../../src/database/reference.js';
import { HttpVerificationGateway } from '../../src/identity-check/verification-gateway.js';
import { HttpSmsGateway } from '../../src/message/sms-gateway.js';
import { Identity } from '../../src/platform/identity.js';
import { KeyRing } from '../../src/platform/keys.js';
import { LINE } from '../../src/platform/line.js';
import { Rates, RATES } from '../../src/platform/rates/rates.js';
import { createLogger } from '../../src/platform/logger.js';
import type { CollectionRecord } from '../../src/record/record.entity.js';
import { createServer } from '../../src/server.js';
import { createServices, type Services } from '../../src/services.js';
import { WebhookSender } from '../../src/webhook/sender.js';
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
import { until } from './until.js';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
export const TEST_KEYS = `k1=${key(1)},index=${key(2)},signing-1=${key(7)}`;

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
  headers: Readonly<Record<string, unknown>>;
}

export interface Person {
  request<Result, Variables>(
    document: TypedDocumentString<Result, Variables>,
    variables?: Variables,
    headers?: Record<string, string>,
  ): Promise<Answer<Result>>;
  token: string | null;
  /** What the provider calls them. */
  subject: string;
}

/** A clock that stands still until it is moved or let go. */
export class TestClock {
  /** The machine’s time at which it was set, once it goes. */
  private since: number | null = null;
  private at: Date;
  constructor(at = new Date()) {
    this.at = at;
  }
  now(): Date {
    return new Date(this.at.getTime() + (this.since === null ? 0 : Date.now() - this.since));
  }
  advance(seconds: number): void {
    this.set(new Date(this.now().getTime() + seconds * 1000));
  }
  set(at: Date): void {
    this.at = at;
    if (this.since !== null) this.since = Date.now();
  }
  /** From here on it runs as the machine’s does. */
  go(): void {
    this.since = Date.now();
  }
}

interface HeldRole {
  readonly role: string;
  readonly district?: string;
  readonly school?: string;
  readonly subdistricts?: readonly string[];
  readonly department?: Department;
  readonly items?: readonly ReviewItemKind[];
}

/** A role without its place cannot be given, and a system's is no person's. */
const canBeGiven = ({ role, ...place }: HeldRole): boolean =>
  STAFF_ROLES.some((one) => one === role) && misplaced(role as StaffRole, place) === null;

export type TestApi = Awaited<ReturnType<typeof startApi>>;

/** Tests ask a hundred times at once, with one person. */
const WIDE = Object.fromEntries(
  Object.keys(RATES).map((what) => [what, { account: Infinity, network: Infinity }]),
) as typeof RATES;

/** A machine that runs other tests besides answers many at once in its own time. */
const PATIENT = { ...LINE, patienceMs: 120_000, suspiciousMs: 30_000 };

/** The whole API in this process, on a database of its own, between a real provider and a real SMS gateway. */
export async function startApi({
  worker = true,
  production = false,
  rates = WIDE,
  hurried = false,
  provider,
}: {
  worker?: boolean;
  production?: boolean;
  rates?: typeof RATES;
  /** With the product's own limits of time, for tests about them. */
  hurried?: boolean;
  /** Another provider’s issuer; the tests’ own when left out. */
  provider?: string;
} = {}) {
  const [database, issuer, gateway, verification] = await Promise.all([
    createTestDatabase(),
    startIssuer(),
    startSmsGateway(),
    startVerificationGateway(),
  ]);
  const clock = new TestClock();
  const lines: string[] = [];
  const log = createLogger('info', { write: (line) => void lines.push(line) });
  const orm: MikroORM = await openDatabase(database.servingUrl, 'enrolment_app', { patient: !hurried });
  const wire = (): Services =>
    createServices(
      new KeyRing(TEST_KEYS),
      {
        sms: new HttpSmsGateway({ url: gateway.url, token: 'test' }),
        verification: new HttpVerificationGateway({
          url: verification.url,
          token: 'test',
          callbackUrl: 'http://127.0.0.1/callbacks/verification',
        }),
        webhooks: new WebhookSender({ loopback: true }),
      },
      FORM_SETTINGS,
      new Rates(rates),
    );
  const services = wire();
  const config = {
    oidc: { issuer: provider ?? issuer.url, audience: AUDIENCE },
    production,
    trustedProxies: 'loopback',
    verification: { callbackSecret: CALLBACK_SECRET },
  };
  const reference = new Reference(orm, log);
  // No pause between two signals of the figures: a test waits only for what it is told.
  const feed = () => new FiguresFeed(asRole(database.servingUrl, 'enrolment_app'), 0);
  const figures = feed();
  const line = hurried ? LINE : PATIENT;
  const parts = { config, orm, clock, services, reference, figures, log, line };
  const app: FastifyInstance = await createServer(parts);
  const queue = worker ? await startWorker(database.servingUrl, orm, services, reference, clock, log) : null;
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
      payload: JSON.stringify({ ...named(document), ...(variables ? { variables } : {}) }),
    });
    return {
      status: response.statusCode,
      body: response.body,
      headers: response.headers,
      ...(response.json() as { data: Result; errors: undefined }),
    };
  };

  const granted = new Map<string, { roles: string; given: Promise<void> }>();
  const layRoles = async (subject: string, roles: readonly HeldRole[]) => {
    await admin.query('delete from staff_grant where subject = $1', [subject]);
    for (const {
      role,
      district = null,
      school = null,
      subdistricts = [],
      department = null,
      items = [],
    } of roles) {
      await admin.query(
        `insert into staff_grant (id, subject, name, role, district_code, school_code, subdistricts, department, items, begins_at, given_by, given_at, told_at)
         values ($1, $2, '测试人员', $3, $4, $5, $6, $7, $8, '2000-01-01', 'setup', '2000-01-01', '2000-01-01')`,
        [uuid(), subject, role, district, school, subdistricts, department, items],
      );
    }
    await reference.settle();
  };

  const api = {
    app,
    clock,
    database,
    figures,
    gateway,
    issuer,
    lines,
    orm,
    reference,
    services,
    verification,
    sql: <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      admin.query<Row>(text, values).then(({ rows }) => rows),
    nobody: {
      token: null,
      subject: 'nobody',
      request: (document, variables, headers = {}) => request(document, variables, headers),
    } as Person,
    /** The roles that somebody holds from now on, and no others. */
    async grant(subject: string, roles: readonly HeldRole[]): Promise<void> {
      const given = layRoles(subject, roles);
      granted.set(subject, { roles: JSON.stringify(roles), given });
      await given;
    },
    /** Whoever has roles holds them as administrators give them; a client of the provider has its own from there. */
    async person(
      subject: string,
      { roles, ...claims }: Record<string, unknown> & { roles?: readonly HeldRole[] } = {},
    ): Promise<Person> {
      const client = claims.client_id !== undefined;
      if (roles && !client) {
        const held = roles.filter(canBeGiven);
        const known = granted.get(subject);
        await (known?.roles === JSON.stringify(held) ? known.given : api.grant(subject, held));
      }
      const said = { sub: subject, name: '测试家长', ...claims, ...(client ? { roles } : {}) };
      const token = await issuer.sign(said, { at: clock.now() });
      return {
        token,
        subject,
        request: (document, variables, headers = {}) =>
          request(document, variables, { authorization: `Bearer ${token}`, ...headers }),
      };
    },
    raw: request,
    /** A second API on the same database that shares nothing else with the first. */
    async anotherProcess() {
      const otherOrm = await openDatabase(database.servingUrl, 'enrolment_app', { patient: !hurried });
      const itsServices = wire();
      const itsReference = new Reference(otherOrm, log);
      const other = await createServer({
        config,
        orm: otherOrm,
        clock,
        services: itsServices,
        reference: itsReference,
        figures: feed(),
        log,
      });
      return {
        reference: itsReference,
        /** What the process does every second. */
        readSessions: () => itsServices.sessions.read(otherOrm.em.fork(), clock.now()),
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
          await itsReference.stop();
          await otherOrm.close();
        },
      };
    },
    /** Changes a record in one transaction, as its guardian's mutations do. */
    async change(
      { token }: Person,
      number: string,
      work: (tx: EntityManager, actor: Actor, record: CollectionRecord) => Promise<unknown>,
    ): Promise<void> {
      const viewer = await new Identity(config.oidc, clock).viewer(`Bearer ${token}`);
      const actor: Actor = { viewer: viewer!, language: 'zh-CN', now: clock.now(), address: '10.0.0.1' };
      await orm.em
        .fork()
        .transactional(async (tx) =>
          work(tx as EntityManager, actor, await services.records.hold(tx as EntityManager, actor, number)),
        );
    },
    /** The texts sent to a phone that contain `containing`, once there are `count` of them. */
    async smsTo(phone: string, count = 1, containing = ''): Promise<string[]> {
      return until(`SMS ${count} ${containing}`, () => {
        const texts = gateway.taken
          .filter((sms) => sms.phone === phone && sms.text.includes(containing))
          .map(({ text }) => text);
        return texts.length >= count && texts;
      });
    },
    /** Waits until the queue has done all that is due: every message has been sent, put off, or dropped. */
    async queueRests(): Promise<void> {
      await until('a queue at rest', async () => {
        const due = await api.sql(
          'select from graphile_worker._private_jobs where locked_at is not null or run_at <= now()',
        );
        return due.length === 0;
      });
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
      await reference.stop();
      await orm.close();
      await admin.end();
      await Promise.all([issuer.close(), gateway.close(), verification.close()]);
      await database.drop();
    },
  };
  return api;
}

/** Names a document as the site does: by its id, or by its text where it is not part of the build. */
const named = (document: { __meta__?: Record<string, unknown> | undefined } | string) => {
  const id = typeof document === 'string' ? undefined : document.__meta__?.['hash'];
  return id ? { documentId: id } : { query: document.toString() };
};

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

/** Solves a robot check at once, for tests that ask for many codes. */
export async function easyCaptcha(api: TestApi, subject: string): Promise<{ id: string; answer: string }> {
  const keys = new KeyRing(TEST_KEYS);
  const id = randomUUID();
  const secret = keys.passing('captcha')[0]!.export().toString('base64');
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

/** Asks for a code as a person does. */
export async function askForCode(person: Person, phone: string): Promise<void> {
  const { data } = await person.request(RequestSmsCodeDocument, {
    input: { phone, captcha: await solveCaptcha(person) },
  });
  if (data.requestSmsCode.__typename !== 'SmsCodeSent')
    throw new Error(JSON.stringify(data.requestSmsCode.refusals));
}

/** Does the same, and reads the code from the SMS. */
export async function receiveCode(api: TestApi, person: Person, phone: string): Promise<string> {
  const before = api.gateway.taken.filter(
    (sms) => sms.phone === phone && sms.text.includes('用于注册'),
  ).length;
  await askForCode(person, phone);
  return codeIn((await api.smsTo(phone, before + 1, '用于注册')).at(-1)!);
}

export const codeIn = (text: string): string => /\d{6}/.exec(text)![0];

/** Stores a code for a phone as if somebody had asked for it, for tests that are about something else. */
export async function plantCode(
  api: TestApi,
  phone: string,
  { code = '135790', purpose = 'REGISTRATION', asker = 'mother', number = '' } = {},
): Promise<string> {
  const { createHmac } = await import('node:crypto');
  const keys = new KeyRing(TEST_KEYS);
  const id = randomUUID();
  const hash = createHmac('sha256', keys.derive('sms-code')).update(`${id}:${code}`).digest();
  await api.sql(
    `insert into sms_code (id, phone_index, asker_index, purpose, code_hash, issued_at, expires_at, record_id)
     values ($1, $2, $3, $4, $5, $6, $7, (select id from collection_record where number = $8))`,
    [
      id,
      keys.blindIndex('phone', phone),
      keys.blindIndex('asker', asker),
      purpose,
      hash,
      api.clock.now(),
      new Date(api.clock.now().getTime() + 300_000),
      number,
    ],
  );
  return code;
}

/** The input of a registration; everything in it is right, but the code is still missing. */
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
  const { data } = await api.nobody.request(SiteFrameDocument);
  const birthDate = `${data.season.bornFrom.slice(0, 4)}-10-01`;
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
  input.smsCode = await plantCode(api, input.guardian.phone, { asker: person.subject });
  const { data, errors } = await person.request(RegisterChildDocument, { input });
  if (data?.registerChild.__typename !== 'CollectionRecord') throw new Error(JSON.stringify(errors ?? data));
  return { number: data.registerChild.number, input };
}
