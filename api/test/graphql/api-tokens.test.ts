import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ApiTokensDocument,
  AuditTrailDocument,
  CreateApiTokenDocument,
  DashboardDocument,
  EndSessionDocument,
  MyRecordsDocument,
  RecordDocument,
  RevealDocumentsDocument,
  RevokeApiTokenDocument,
  SetUpCityDocument,
  ViewerDocument,
  type ApiTokenInput,
  type ApiTokensQuery,
} from '@enrolment/schema/client';
import { aSystem, aToken, bearing } from '../support/api-tokens.js';
import { register, startApi, type Answer, type Person, type TestApi } from '../support/api.js';
import { staff } from '../support/reviewable.js';
import { SentStatements } from '../support/statements.js';

let api: TestApi;
let administrator: Person;
let elsewhere: Person;
let city: Person;
beforeAll(async () => {
  api = await startApi({ worker: false });
  administrator = await staff(api, 'DISTRICT_ADMIN', { district: '01' });
  elsewhere = await api.person('administrator-02', { roles: [{ role: 'DISTRICT_ADMIN', district: '02' }] });
  city = await staff(api, 'MUNICIPAL_ADMIN');
});
afterAll(() => api.stop());

type Coded = { status: number; errors: { extensions: { code: string } }[] | undefined };
const codeOf = ({ errors }: Coded) => errors?.[0]?.extensions.code;
const board = (system: Person, district: string | null = '01', headers = {}) =>
  system.request(DashboardDocument, { district }, headers);
const statusOf = async (system: Person, headers = {}) => (await board(system, '01', headers)).status;
const listed = async (person: Person) => (await person.request(ApiTokensDocument)).data.apiTokens.nodes;
const revoke = (person: Person, id: string) => person.request(RevokeApiTokenDocument, { id });

describe('an API token', () => {
  test('lets a system in where its district may, and nowhere else', async () => {
    const system = await aSystem(api, administrator);
    expect((await board(system)).data.dashboard.season).toBeGreaterThan(2000);
    expect(codeOf(await board(system, '02'))).toBe('FORBIDDEN');
    expect(codeOf(await board(system, null))).toBe('FORBIDDEN');
    const { data } = await system.request(ViewerDocument);
    expect(data.viewer).toMatchObject({ name: '测试业务系统', phone: null });
  });

  test('is shown once; of its secret the database holds the hash alone, and the log nothing', async () => {
    const system = await aSystem(api, administrator);
    expect(system.token).toMatch(/^enrol_[\w-]{43}$/);
    await board(system);
    const rows = await api.sql<{ row: string }>('select t::text as row from api_token t');
    const secret = system.token!.slice('enrol_'.length);
    const kept = JSON.stringify(rows) + JSON.stringify(await listed(administrator)) + api.lines.join('\n');
    expect(kept).toContain(system.created.id);
    expect(kept).not.toContain(secret);
  });

  test('is no person: it registers nobody, has no records of its own and ends no session', async () => {
    const system = await aSystem(api, administrator, { scopes: ['DASHBOARDS', 'LISTS', 'DECISIONS'] });
    const { number } = await register(api, await api.person('mother'));
    const asked = await Promise.all([
      system.request(MyRecordsDocument),
      system.request(EndSessionDocument, { everywhere: true }),
      system.request(RevealDocumentsDocument, { number, purpose: '核对户口簿原件' }),
      system.request(CreateApiTokenDocument, { input: aToken(api) }),
      system.request(ApiTokensDocument),
      system.request(AuditTrailDocument, { number }),
      system.request(SetUpCityDocument, { files: [] }),
    ]);
    expect(asked.map(codeOf)).toEqual(asked.map(() => 'FORBIDDEN'));
    expect(
      (
        await api.raw('{ __typename ...on Query { myRecords { number } } }', undefined, {
          authorization: `Bearer ${system.token}`,
        })
      ).errors?.[0]?.extensions.code,
    ).toBe('FORBIDDEN');
  });

  test('does what its scopes name', async () => {
    const { number } = await register(api, await api.person('mother'));
    const lists = await aSystem(api, administrator, { scopes: ['LISTS'] });
    const boards = await aSystem(api, administrator);
    const imports = await aSystem(api, city, { district: null, scopes: ['IMPORTS'] });
    expect((await lists.request(RecordDocument, { number })).data.collectionRecord?.number).toBe(number);
    expect(codeOf(await board(lists))).toBe('FORBIDDEN');
    expect(codeOf(await boards.request(RecordDocument, { number }))).toBe('FORBIDDEN');
    // Counts behind which it may not read are hidden where they are small.
    expect((await board(boards)).data.dashboard.smallNumbersHidden).toBe(true);
    expect(codeOf(await imports.request(SetUpCityDocument, { files: [] }))).toBeUndefined();
    expect(codeOf(await imports.request(RecordDocument, { number }))).toBe('FORBIDDEN');
  });

  test('of another district reads a record as if it were absent', async () => {
    const { number } = await register(api, await api.person('mother'));
    const other = await aSystem(api, elsewhere, { district: '02', scopes: ['LISTS'] });
    const { data } = await other.request(RecordDocument, { number });
    expect(data.collectionRecord).toBeNull();
  });

  test('a look is audited by its id; the family reads whose system it was', async () => {
    const mother = await api.person('mother-of-trail');
    const { number } = await register(api, mother);
    const system = await aSystem(api, administrator, { scopes: ['LISTS'] });
    const ofCity = await aSystem(api, city, { district: null, scopes: ['LISTS'] });
    await system.request(RecordDocument, { number });
    api.clock.advance(1);
    await ofCity.request(RecordDocument, { number });
    const trail = async (person: Person) =>
      (await person.request(AuditTrailDocument, { number })).data.auditTrail.edges.map(({ node }) => node);
    const reads = (nodes: Awaited<ReturnType<typeof trail>>) =>
      nodes.filter(({ action }) => action === 'RECORD_READ');
    expect(reads(await trail(administrator))).toMatchObject([
      { actor: '市教委 业务系统', actorId: `api-token:${ofCity.created.id}`, byStaff: true },
      { actor: '东城区教委 业务系统', actorId: `api-token:${system.created.id}`, byStaff: true },
    ]);
    expect(reads(await trail(mother)).map(({ actorId }) => actorId)).toEqual([null, null]);
  });
});

describe('refused with 401, as if it had never been,', () => {
  test('is a token that has expired', async () => {
    const soon = new Date(api.clock.now().getTime() + 60_000).toISOString();
    const system = await aSystem(api, administrator, { expiresAt: soon });
    expect(await statusOf(system)).toBe(200);
    api.clock.advance(60);
    expect(await statusOf(system)).toBe(401);
  });

  test('is one that was revoked, from the next request on, in another process as well', async () => {
    const other = await api.anotherProcess();
    const system = await aSystem(api, administrator);
    const there = async () => (await other.request(DashboardDocument, { district: '01' }, system)).status;
    expect([await statusOf(system), await there()]).toEqual([200, 200]);
    expect((await revoke(administrator, system.created.id)).data.revokeApiToken).toBe(true);
    expect([await there(), await statusOf(system)]).toEqual([401, 401]);
    expect((await revoke(administrator, system.created.id)).data.revokeApiToken).toBe(false);
    await other.stop();
  });

  test('is a wrong secret of the right length, and one of the wrong shape, with the same answer', async () => {
    const system = await aSystem(api, administrator);
    const last = system.token!.at(-1);
    const wrong = `${system.token!.slice(0, -1)}${last === 'A' ? 'E' : 'A'}`;
    await revoke(administrator, system.created.id);
    const answers = await Promise.all(
      [wrong, system.token!, `${system.token}x`, 'enrol_'].map((token) => board(bearing(api, token))),
    );
    expect(answers.map(({ status, body }) => [status, body])).toEqual(
      answers.map(() => [401, answers[0]!.body]),
    );
  });

  test('is one from an address outside its ranges', async () => {
    const system = await aSystem(api, administrator, { addressRanges: ['192.0.2.0/24', '2001:db8::/32'] });
    const from = (address: string) => statusOf(system, { 'x-forwarded-for': address });
    expect(await Promise.all(['192.0.2.7', '2001:db8:1::7'].map(from))).toEqual([200, 200]);
    expect(await Promise.all(['192.0.3.7', '2001:db9::7'].map(from))).toEqual([401, 401]);
  });

  test('is one in an address: nothing there is read', async () => {
    const system = await aSystem(api, administrator);
    for (const name of ['access_token', 'token', 'api_key', 'authorization']) {
      const response = await api.app.inject({
        method: 'POST',
        url: `/graphql?${name}=${system.token}`,
        payload: { query: '{ dashboard(district: "01") { total } }' },
      });
      expect(response.json<Coded>().errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    }
    expect(api.lines.join('\n')).not.toContain(system.token);
  });
});

describe('the use of a token', () => {
  test('from two places at once is one system’s: both are answered, counted together, and refused together', async () => {
    const system = await aSystem(api, administrator);
    api.clock.set(new Date(Math.ceil(api.clock.now().getTime() / 60_000) * 60_000));
    const places = ['192.0.2.7', '2001:db8::7'];
    const left = async (address: string) => {
      const { status, headers } = await board(system, '01', { 'x-forwarded-for': address });
      return [status, Number(/"requests";r=(\d+)/.exec(String(headers['ratelimit']))?.[1])];
    };
    const answers = await Promise.all([...places, ...places].map(left));
    expect(answers.map(([status]) => status)).toEqual([200, 200, 200, 200]);
    expect(Math.min(...answers.map(([, requests]) => requests!))).toBe(596);
    await revoke(administrator, system.created.id);
    expect((await Promise.all(places.map(left))).map(([status]) => status)).toEqual([401, 401]);
  });

  test('costs one statement, and once a minute a second one', async () => {
    const system = await aSystem(api, administrator);
    const statements = new SentStatements();
    const ofTokens = async () =>
      (await statements.of(() => system.request(ViewerDocument))).filter((text) => /api_token/.test(text));
    expect(await ofTokens()).toHaveLength(2);
    expect(await ofTokens()).toHaveLength(1);
    api.clock.advance(59);
    expect(await ofTokens()).toHaveLength(1);
    api.clock.advance(1);
    expect(await ofTokens()).toHaveLength(2);
    statements.stop();
    const [newest] = await listed(administrator);
    expect(newest).toMatchObject({ id: system.created.id, lastUsedAt: api.clock.now().toISOString() });
  });

  test('goes well 50 times at once, and is noted once', async () => {
    const system = await aSystem(api, administrator);
    const statuses = await Promise.all(Array.from({ length: 50 }, () => statusOf(system)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect((await listed(administrator))[0]!.lastUsedAt).toBe(api.clock.now().toISOString());
  });
});

test('a token is told how often it may ask, and beyond that when to come again', async () => {
  const [system, other] = [await aSystem(api, administrator), await aSystem(api, administrator)];
  // A window of its own.
  api.clock.set(new Date(Math.ceil(api.clock.now().getTime() / 60_000) * 60_000 + 18_000));
  const ask = (who: Person) => who.request(ViewerDocument);
  const [first] = [await ask(system)];
  expect(first.headers).toMatchObject({
    'ratelimit-policy': '"requests";q=600;w=60, "cost";q=100000;w=60',
    ratelimit: expect.stringMatching(/^"requests";r=599;t=42, "cost";r=99\d{3};t=42$/),
  });
  for (let sent = 1; sent < 600; sent += 50) {
    await Promise.all(Array.from({ length: Math.min(50, 600 - sent) }, () => ask(system)));
  }
  const refused = await ask(system);
  expect([refused.status, refused.headers['retry-after'], codeOf(refused)]).toEqual([
    429,
    '42',
    'RATE_LIMITED',
  ]);
  expect((await ask(other)).status).toBe(200);
  api.clock.advance(42);
  expect((await ask(system)).status).toBe(200);
  expect((await ask(administrator)).headers['ratelimit']).toBeUndefined();
});

describe('who lets systems in', () => {
  const creates = async (person: Person, overrides: Partial<ApiTokenInput>) =>
    codeOf(await person.request(CreateApiTokenDocument, { input: aToken(api, overrides) }));

  test('is a district for itself, and the city for the city: nobody gives away what is not theirs', async () => {
    expect(await creates(administrator, {})).toBeUndefined();
    expect(await creates(administrator, { district: '02' })).toBe('FORBIDDEN');
    expect(await creates(administrator, { district: null })).toBe('FORBIDDEN');
    expect(await creates(city, { district: null })).toBeUndefined();
    expect(await creates(city, { district: '01' })).toBe('FORBIDDEN');
    expect(await creates(await staff(api, 'DISTRICT_OFFICER', { district: '01' }), {})).toBe('FORBIDDEN');
    expect(await creates(await api.person('guardian'), {})).toBe('FORBIDDEN');
    expect(await creates(api.nobody, {})).toBe('UNAUTHENTICATED');
  });

  test('the list and the end of a token are its district’s and the city’s', async () => {
    const { created } = await aSystem(api, administrator, { name: '东城区数据平台' });
    const ids = async (person: Person) => (await listed(person)).map(({ id }) => id);
    expect(await ids(administrator)).toContain(created.id);
    expect(await ids(city)).toContain(created.id);
    expect(await ids(elsewhere)).not.toContain(created.id);
    expect(codeOf(await revoke(elsewhere, created.id))).toBe('FORBIDDEN');
    expect(codeOf(await revoke(administrator, 'no id'))).toBe('FORBIDDEN');
    expect((await revoke(city, created.id)).data.revokeApiToken).toBe(true);
    const trail = await api.sql(
      `select action, actor_role, district_code, facts from audit_entry where subject = $1 order by id`,
      [created.id],
    );
    const facts = { name: '东城区数据平台', scopes: ['DASHBOARDS'] };
    expect(trail).toEqual([
      { action: 'API_TOKEN_CREATED', actor_role: 'DISTRICT_ADMIN', district_code: '01', facts },
      { action: 'API_TOKEN_REVOKED', actor_role: 'MUNICIPAL_ADMIN', district_code: '01', facts },
    ]);
  });

  test('the list can be one district’s, for whoever may read it', async () => {
    const here = await aSystem(api, administrator);
    const there = await aSystem(api, elsewhere, { district: '02' });
    const of = (person: Person, district: string) => person.request(ApiTokensDocument, { district });
    const ids = (await of(city, '02')).data.apiTokens.nodes.map(({ id }) => id);
    expect(ids).toContain(there.created.id);
    expect(ids).not.toContain(here.created.id);
    expect((await of(administrator, '01')).data.apiTokens.nodes[0]!.id).toBe(here.created.id);
    expect(codeOf(await of(administrator, '02'))).toBe('FORBIDDEN');
  });

  test('the list goes on from page to page', async () => {
    const all = (await listed(city)).map(({ id }) => id);
    const read: string[] = [];
    let after: string | null = null;
    do {
      const answer: Answer<ApiTokensQuery> = await city.request(ApiTokensDocument, { first: 2, after });
      const { nodes, pageInfo } = answer.data.apiTokens;
      read.push(...nodes.map(({ id }) => id));
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    } while (after !== null);
    expect(read.slice(0, all.length)).toEqual(all);
    expect(new Set(read).size).toBe(read.length);
  });

  test('what cannot be is refused by the id of its rule', async () => {
    const at = (days: number) => new Date(api.clock.now().getTime() + days * 86_400_000).toISOString();
    const reasonOf = async (overrides: Partial<ApiTokenInput>) => {
      const answer = await administrator.request(CreateApiTokenDocument, { input: aToken(api, overrides) });
      const { code, reason } = (answer.errors?.[0]?.extensions ?? {}) as { code?: string; reason?: string };
      return [code, reason];
    };
    const by = (rule: string) => ['BAD_USER_INPUT', rule];
    expect(await reasonOf({ name: ' ' })).toEqual(by('required'));
    expect(await reasonOf({ name: '长'.repeat(61) })).toEqual(by('textTooLong'));
    expect(await reasonOf({ expiresAt: at(0) })).toEqual(by('tokenExpiry'));
    expect(await reasonOf({ expiresAt: at(367) })).toEqual(by('tokenExpiry'));
    expect(await reasonOf({ scopes: [] })).toEqual(by('tokenScopes'));
    expect(await reasonOf({ scopes: ['IMPORTS'] })).toEqual(by('tokenScopes'));
    expect(await reasonOf({ addressRanges: ['192.0.2.0/33'] })).toEqual(by('tokenRange'));
    expect(await reasonOf({ addressRanges: Array<string>(21).fill('192.0.2.7') })).toEqual(by('tokenRange'));
  });
});

describe('a client of the identity provider', () => {
  const client = (claims: object) =>
    api.person('district-platform', { client_id: 'district-platform', ...claims });
  const roles = [{ role: 'DISTRICT_SYSTEM', district: '01' }];

  test('is let in by its role and scopes, as an API token is', async () => {
    const system = await client({ roles, scope: 'dashboards profile' });
    expect((await board(system)).status).toBe(200);
    expect(codeOf(await board(system))).toBeUndefined();
    expect(codeOf(await board(system, '02'))).toBe('FORBIDDEN');
    expect(codeOf(await system.request(MyRecordsDocument))).toBe('FORBIDDEN');
    expect(codeOf(await board(await client({ roles, scope: 'lists' })))).toBe('FORBIDDEN');
  });

  test('holds no office of a person, and is nobody without one of a system', async () => {
    const officer = { role: 'DISTRICT_ADMIN', district: '01' };
    expect(await statusOf(await client({ roles: [officer], scope: 'dashboards' }))).toBe(401);
    expect(await statusOf(await client({}))).toBe(401);
  });

  test('a person is no system, whatever the token says', async () => {
    const person = await api.person('person', { roles, scope: 'dashboards' });
    expect(codeOf(await board(person))).toBe('FORBIDDEN');
  });
});
