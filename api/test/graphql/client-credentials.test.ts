import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  DashboardDocument,
  MyRecordsDocument,
  RecordListDocument,
  ViewerDocument,
} from '@enrolment/schema/client';
import { bearing } from '../support/api-tokens.js';
import { startApi, type TestApi } from '../support/api.js';
import { startSandbox } from '../support/sandbox.js';

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let api: TestApi;
beforeAll(async () => {
  sandbox = await startSandbox();
  api = await startApi({ worker: false, provider: sandbox.issuer });
});
afterAll(async () => {
  await api.stop();
  await sandbox.stop();
});

/** What the provider answers to a client’s credentials. */
async function ask(client: string, scope: string, secret = 'sandbox-only') {
  const response = await fetch(`${sandbox.issuer}/token`, {
    method: 'POST',
    headers: { authorization: `Basic ${btoa(`${client}:${secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
  });
  const { access_token: token, scope: granted } = (await response.json()) as Record<string, string>;
  return { status: response.status, token, granted };
}

async function system(client: string, scope: string) {
  const { token } = await ask(client, scope);
  // The provider goes by the machine’s clock.
  api.clock.set(new Date());
  return bearing(api, token!);
}
const codeOf = ({ errors }: { errors: { extensions: { code: string } }[] | undefined }) =>
  errors?.[0]?.extensions.code;

describe('a system that the provider lets in by client credentials', () => {
  test('does what its scopes name, in its own district', async () => {
    const boards = await system('system-01', 'dashboards');
    const board = (district: string | null) => boards.request(DashboardDocument, { district });
    expect((await board('01')).data.dashboard.smallNumbersHidden).toBe(true);
    expect(codeOf(await board('02'))).toBe('FORBIDDEN');
    expect(codeOf(await board(null))).toBe('FORBIDDEN');
    expect(codeOf(await boards.request(RecordListDocument, {}))).toBe('FORBIDDEN');
    const both = await system('system-01', 'dashboards lists');
    expect(codeOf(await both.request(RecordListDocument, {}))).toBeUndefined();
    expect((await both.request(DashboardDocument, { district: '01' })).data.dashboard).toMatchObject({
      smallNumbersHidden: false,
    });
  });

  test('of the city reads the whole city', async () => {
    const city = await system('system-city', 'dashboards');
    expect((await city.request(DashboardDocument, {})).data.dashboard.byDistrict).toHaveLength(18);
  });

  test('is no person, and is counted as a system', async () => {
    const { request } = await system('system-01', 'lists');
    const seen = await request(ViewerDocument);
    expect(seen.data.viewer).toMatchObject({ name: '东城区数据平台', phone: null });
    expect(seen.headers['ratelimit-policy']).toContain('"requests";q=600;w=60');
    expect(codeOf(await request(MyRecordsDocument))).toBe('FORBIDDEN');
  });

  test('gets no scope that is not its own, and none with another secret', async () => {
    expect(await ask('system-01', 'dashboards imports')).toMatchObject({ granted: 'dashboards' });
    expect((await ask('system-01', 'dashboards', 'guessed')).status).toBe(401);
    expect((await ask('enrolment-web', 'dashboards', 'secret')).status).toBe(400);
    const without = await system('system-01', '');
    expect(codeOf(await without.request(DashboardDocument, { district: '01' }))).toBe('FORBIDDEN');
  });
});
