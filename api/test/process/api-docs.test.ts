import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { CreateWebhookDocument } from '@enrolment/schema/client';
import { PAGE_LIMIT } from '../../src/paging.js';
import { LIMITS } from '../../src/platform/limits.js';
import { aSystem, bearing } from '../support/api-tokens.js';
import { register, startApi, type Person, type TestApi } from '../support/api.js';
import { installClient } from '../support/client-package.js';
import { RELAY_CONFIG, WITH_APOLLO, withRelay } from '../support/client-programs.js';
import { freePort } from '../support/process.js';
import { startSandbox } from '../support/sandbox.js';
import { readSnippets, type Snippet } from '../support/snippets.js';
import { until } from '../support/until.js';

const PAGE = new URL('../../../docs/api.md', import.meta.url);
const snippets = await readSnippets(PAGE);

const RUNNERS: Readonly<Record<string, (file: string) => [command: string, ...args: string[]]>> = {
  sh: (file) => ['bash', '-euo', 'pipefail', file],
  ts: (file) => [process.execPath, file],
  python: (file) => ['python3', file],
};
const has = (command: string) => spawnSync(command, ['--version']).status === 0;
const missing = ['bash', 'curl', 'python3'].filter((command) => !has(command));
if (missing.length > 0)
  console.log(`not here, so its snippets of docs/api.md are skipped: ${missing.join(', ')}`);
const isSkipped = ({ language }: Snippet) =>
  missing.some((command) => (command === 'python3' ? language === 'python' : language === 'sh'));

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let client: Awaited<ReturnType<typeof installClient>>;
let api: TestApi;
let administrator: Person;
let mother: Person;
let system: Person;
let settings: Record<string, string>;

/** Somebody of the sandbox. */
async function signIn(id: string): Promise<Person> {
  const response = await fetch(`${sandbox.url}/identities/${id}/token`, { method: 'POST' });
  const { access_token } = (await response.json()) as { access_token: string };
  return { ...bearing(api, access_token), subject: id };
}

beforeAll(async () => {
  [sandbox, client] = await Promise.all([startSandbox(), installClient()]);
  api = await startApi({ provider: sandbox.issuer });
  api.clock.go();
  mother = await signIn('guardian-01');
  for (let n = 0; n < 3; n += 1) await register(api, mother);
  administrator = await signIn('admin-01');
  system = await aSystem(api, administrator, { scopes: ['DASHBOARDS', 'LISTS', 'WEBHOOKS'] });
  await api.services.changes.number(api.orm.em.fork());
  await api.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = api.app.server.address() as AddressInfo;
  settings = {
    ENROLMENT_URL: `http://127.0.0.1:${port}/graphql`,
    ENROLMENT_TOKEN: system.token!,
    SANDBOX_URL: sandbox.url,
  };
});
afterAll(async () => {
  await api.stop();
  await Promise.all([sandbox.stop(), client.remove()]);
});

/** What somebody builds who has the client alone. */
const PROGRAM = `
import { ApiError, createClient, CreateWebhookDocument, DashboardDocument, RefusedError } from '@enrolment/client';

const url = process.env.ENROLMENT_URL!;
const enrolment = createClient({ url, token: () => Promise.resolve(process.env.ENROLMENT_TOKEN!) });
const { dashboard } = await enrolment.request(DashboardDocument, { district: '01' });
const total: number = dashboard.total;

const webhook = (address: string) => ({ input: { name: '平台', url: address, district: '01' } });
const accepted = await enrolment.request(CreateWebhookDocument, webhook('https://data.example/changes'));
const secret: string = accepted.createWebhook.secret;

const refused = await enrolment.ask(CreateWebhookDocument, webhook('ftp://data.example'));
// @ts-expect-error It may have been refused.
void refused.createWebhook.secret;
// @ts-expect-error A district is a text.
const wrong = () => enrolment.request(DashboardDocument, { district: 1 });
void wrong;

const why = (error: unknown) =>
  error instanceof RefusedError
    ? error.rules
    : error instanceof ApiError
      ? [error.code, error.status]
      : String(error);
const nobody = createClient({ url, token: 'enrol_none' });
const nowhere = createClient({ url: process.env.SANDBOX_URL! });
console.log(
  JSON.stringify({
    total,
    secret: secret.slice(0, 6),
    returned: refused.createWebhook.__typename,
    thrown: await enrolment.request(CreateWebhookDocument, webhook('ftp://data.example')).catch(why),
    forbidden: await enrolment.request(DashboardDocument, { district: '02' }).catch(why),
    unknown: await nobody.request<{ now: string }>('{ now }').catch(why),
    elsewhere: await nowhere.request<{ now: string }>('{ now }').catch(why),
    own: typeof (await enrolment.request<{ now: string }>('{ now }')).now,
  }),
);
`;

/** Runs a file of the other project. */
async function run(command: string, args: readonly string[]) {
  const child = spawn(command, args, {
    cwd: client.folder,
    env: { PATH: process.env['PATH'], ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [told, complaint] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (told += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (complaint += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  expect({ code, told, complaint }).toEqual({ code: 0, told: expect.any(String), complaint: '' });
  return told;
}

describe('the client that other projects install', () => {
  test('brings nothing else along', async () => {
    const installed = join(client.folder, 'node_modules');
    expect((await readdir(installed)).filter((name) => !name.startsWith('.'))).toEqual(['@enrolment']);
    expect(await readdir(join(installed, '@enrolment'))).toEqual(['client']);
    const schema = await readFile(join(installed, '@enrolment/client/dist/schema.graphql'), 'utf8');
    expect(schema).toContain('type Dashboard {');
  });

  test('asks for the dashboard, registers a webhook, and tells refusals from errors', async () => {
    await writeFile(join(client.folder, 'program.ts'), PROGRAM);
    await client.check(['program.ts']);
    expect(JSON.parse(await run(process.execPath, ['program.ts']))).toEqual({
      total: 3,
      secret: 'whsec_',
      returned: 'Refused',
      thrown: ['webhookAddress'],
      forbidden: ['FORBIDDEN', 200],
      unknown: ['UNAUTHENTICATED', 401],
      elsewhere: ['NO_ANSWER', 404],
      own: 'string',
    });
  });
});

test('Apollo Client asks with the client’s documents, typed, and keeps records by their number', async () => {
  await client.lend('@apollo/client');
  await writeFile(join(client.folder, 'with-apollo.ts'), WITH_APOLLO);
  await client.check(['with-apollo.ts'], { others: true });
  expect(JSON.parse(await run(process.execPath, ['with-apollo.ts']))).toEqual({
    total: 3,
    numbers: [expect.any(String), expect.any(String)],
    cached: [true, true],
    secret: 'whsec_',
    refused: ['webhookAddress'],
    forbidden: ['FORBIDDEN'],
  });
});

describe('Relay’s compiler', () => {
  const folder = () => join(client.folder, 'relay');
  const compile = async (field: string): Promise<string> => {
    await mkdir(join(folder(), 'src/made'), { recursive: true });
    await writeFile(join(folder(), 'src/Records.js'), withRelay(field));
    await writeFile(join(folder(), 'relay.config.json'), JSON.stringify(RELAY_CONFIG));
    await writeFile(join(folder(), 'texts.json'), '{}');
    const compiler = join(client.folder, 'node_modules/relay-compiler/cli.js');
    return promisify(execFile)(process.execPath, [compiler], { cwd: folder() }).then(
      () => 'compiled',
      ({ stdout, stderr }: { stdout: string; stderr: string }) => stdout + stderr,
    );
  };

  test('makes of a list the query of its next page, which the API answers up to the last', async () => {
    await client.lend('relay-compiler');
    expect(await compile('number')).toBe('compiled');
    const texts = JSON.parse(await readFile(join(folder(), 'texts.json'), 'utf8')) as Record<string, string>;
    const next = Object.values(texts).find((text) => text.includes('query RecordsNextPageQuery'))!;
    interface Page {
      collectionRecords: {
        edges: { cursor: string; node: { number: string; __typename: string } }[];
        pageInfo: { endCursor: string; hasNextPage: boolean };
      };
    }
    const ask = async (after: string | null) => {
      const { data, errors } = await api.raw<Page, { after: string | null }>(
        next,
        { after },
        { authorization: `Bearer ${system.token!}` },
      );
      expect(errors).toBeUndefined();
      return data.collectionRecords;
    };
    const first = await ask(null);
    expect(first).toMatchObject({ pageInfo: { hasNextPage: true } });
    const last = await ask(first.pageInfo.endCursor);
    expect(last).toMatchObject({ pageInfo: { hasNextPage: false } });
    const nodes = [first, last].flatMap(({ edges }) => edges.map(({ node }) => node));
    expect(new Set(nodes.map(({ number }) => number)).size).toBe(3);
    expect(new Set(nodes.map((node) => node.__typename))).toEqual(new Set(['CollectionRecord']));
  });

  test('says where a field is not in the schema', async () => {
    expect(await compile('surname')).toContain('surname');
  });
});

describe('on the page about the API', () => {
  const runnable = snippets.filter(({ language, mark }) => language in RUNNERS && mark === '');

  test('every block is a snippet that is run, the receiver below, or what is sent to it', () => {
    const others = snippets.filter((snippet) => !runnable.includes(snippet));
    expect(others.map(({ language, mark }) => `${language} ${mark}`)).toEqual(['json ', 'ts receiver']);
    expect(new Set(runnable.map(({ language }) => language))).toEqual(new Set(Object.keys(RUNNERS)));
  });

  test('every snippet of TypeScript fits the client’s types', async () => {
    const files = snippets
      .filter(({ language, mark }) => language === 'ts' && mark === '')
      .map(({ text }, at) => ({ name: `snippet-${at}.ts`, text }));
    await Promise.all(files.map(({ name, text }) => writeFile(join(client.folder, name), text)));
    await client.check(files.map(({ name }) => name));
  });

  test('the limits are those that are kept', async () => {
    const page = await readFile(PAGE, 'utf8');
    const { depth, fields, rootFields, aliases, list } = LIMITS;
    expect(page).toContain(
      `At most ${depth} levels, ${fields} fields, ${rootFields} fields at the top, ${aliases} aliases`,
    );
    expect(page).toContain(
      `at most ${list} entries, ${LIMITS.texts.toLocaleString('en')} where they are only texts`,
    );
    expect(page).toContain(`A request has at most ${LIMITS.bodyBytes / 1024} KB`);
    expect(page).toContain(`At most ${PAGE_LIMIT} entries each`);
  });

  for (const snippet of runnable) {
    (isSkipped(snippet) ? test.skip : test)(`“${snippet.name}” runs and prints what is there`, async () => {
      const { language, name, text, prints } = snippet;
      const file = join(client.folder, `${name.replaceAll(/\W+/g, '-')}.${language}`);
      await writeFile(file, text);
      const [command, ...args] = RUNNERS[language]!(file);
      const told = await run(command, args);
      if (prints) expect(told).toMatch(prints);
    });
  }

  test('the receiver takes what is signed, and nothing else', async () => {
    await api.sql('delete from webhook');
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/`;
    const { data } = await administrator.request(CreateWebhookDocument, {
      input: { name: '大屏', url, district: '01' },
    });
    if (data.createWebhook.__typename !== 'WebhookSecret') throw new Error(JSON.stringify(data));
    const { secret, webhook } = data.createWebhook;
    // Within the project, where its packages are found.
    const folder = new URL('../../../.cache/test/', import.meta.url);
    await mkdir(folder, { recursive: true });
    const file = new URL(`receiver-${port}.ts`, folder);
    await writeFile(file, snippets.find(({ mark }) => mark === 'receiver')!.text);
    const receiver = spawn(process.execPath, [file.pathname], {
      env: { PATH: process.env['PATH'], PORT: String(port), WEBHOOK_SECRET: secret },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(receiver, 'exit');
    let told = '';
    receiver.stdout.setEncoding('utf8').on('data', (text: string) => (told += text));
    const forge = () =>
      fetch(url, {
        method: 'POST',
        body: '{}',
        headers: { 'webhook-id': 'change_1', 'webhook-timestamp': '1', 'webhook-signature': 'v1,x' },
      })
        .then(({ status }) => status)
        .catch(() => null);
    try {
      expect(await until('the receiver', forge)).toBe(400);
      const { number } = await register(api, mother);
      const em = () => api.orm.em.fork();
      await api.services.changes.number(em());
      await api.services.webhookDeliveries.deliver(em(), webhook.id, () => api.clock.now());
      await until('what it says', () => told.includes('\n'));
      expect(told).toMatch(new RegExp(`^change_\\d+ record\\.stage_changed ${number} REGISTERED\\n$`));
    } finally {
      receiver.kill();
      await ended;
      await rm(file);
    }
  });
});
