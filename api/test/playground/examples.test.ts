import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { fileURLToPath } from 'node:url';
import { AUDIENCE } from '../support/outside.js';
import { freePort, startProcess } from '../support/process.js';
import { until } from '../support/until.js';

const SANDBOX = fileURLToPath(new URL('../../dist/sandbox/main.js', import.meta.url));

interface Identity {
  readonly id: string;
}
interface Step {
  readonly name: string;
  readonly label: string;
  readonly query: string;
  fill(results: object): null | (() => unknown);
  headers?(results: object): Record<string, string>;
}
interface Job {
  readonly name: string;
  fits?(identity: Identity): boolean;
  readonly steps: readonly Step[];
}
interface Answer {
  readonly data?: Record<string, unknown> | null | undefined;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  readonly extensions?: { readonly cost?: { readonly requested: number; readonly limit: number } };
}

/** The playground's own modules, as its page loads them. */
interface Playground {
  readonly jobs: ReadonlyMap<string, Job>;
  readonly results: { get(): object };
  readonly session: { get(): { identity: Identity | null } };
  readonly identities: Promise<readonly Identity[]>;
  signIn(identity: Identity): Promise<void>;
  send(operation: object, headers?: Record<string, string>): Promise<Answer>;
  advanceClock(seconds: number): Promise<string>;
}

let api: Awaited<ReturnType<typeof startProcess>>;
let sandbox: ChildProcess;
let folder: string;
let page: Playground;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'enrolment-playground-'));
  const sandboxUrl = `http://localhost:${await freePort()}`;
  const outside = {
    OIDC_AUDIENCE: AUDIENCE,
    SMS_GATEWAY_TOKEN: 'test',
    VERIFY_GATEWAY_TOKEN: 'test',
    VERIFY_CALLBACK_SECRET: 'a-callback-secret-of-this-test-alone',
  };
  api = await startProcess((url) => ({
    ...outside,
    OIDC_ISSUER: `${sandboxUrl}/oidc`,
    SMS_GATEWAY_URL: `${sandboxUrl}/gateway/sms`,
    VERIFY_GATEWAY_URL: `${sandboxUrl}/gateway/verification`,
    VERIFY_CALLBACK_URL: `${url}/callbacks/verification`,
  }));
  sandbox = spawn(process.execPath, [SANDBOX], {
    env: {
      PATH: process.env.PATH,
      ...outside,
      SANDBOX_URL: sandboxUrl,
      SANDBOX_PORT: new URL(sandboxUrl).port,
      DATA_DIR: folder,
      DATABASE_URL: api.database.url,
      WEB_ORIGIN: 'http://localhost:3000',
      OIDC_CLIENT_ID: 'enrolment-web',
      OIDC_CLIENT_SECRET: 'secret',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await until('the sandbox', async () => {
    if (sandbox.exitCode !== null) throw new Error('the sandbox has ended');
    return (await fetch(`${sandboxUrl}/healthz`).catch(() => null))?.ok;
  });
  page = await openPage(`${api.url}/graphql`, sandboxUrl);
});
afterAll(async () => {
  if (sandbox && sandbox.exitCode === null) {
    sandbox.kill('SIGKILL');
    await once(sandbox, 'exit');
  }
  await api?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What a browser gives to the page; everything else is the page's own. */
async function openPage(address: string, sandboxUrl: string): Promise<Playground> {
  const kept = new Map<string, string>();
  Object.assign(globalThis, {
    document: { getElementById: () => ({ dataset: { sandboxUrl } }) },
    location: new URL(address),
    sessionStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    },
  });
  const load = (name: string) => import(`../../playground/${name}.js`) as Promise<Record<string, never>>;
  const [examples, results, session, send, sandboxPage] = await Promise.all(
    ['examples', 'results', 'session', 'send', 'sandbox'].map(load),
  );
  const groups = examples!['GROUPS'] as unknown as { jobs: readonly Job[] }[];
  return {
    ...results,
    ...session,
    ...send,
    ...sandboxPage,
    jobs: new Map(groups.flatMap(({ jobs }) => jobs.map((job) => [job.name, job] as const))),
  } as unknown as Playground;
}

/** Jobs in an order in which each finds what it needs; a second registration goes the whole way. */
const ORDER = [
  'readRules',
  'register',
  'look',
  'officer',
  'takeHome',
  'withdraw',
  'register',
  'details',
  'authorize',
  'secondGuardian',
  'revoke',
  'review',
  'correct',
  'handOver',
  'giveBack',
  'reject',
  'appeal',
  'approve',
  'form',
  'preregister',
  'admit',
  'publish',
  'result',
  'takeHome',
  'treatedAsLocal',
  'withdraw',
  'localHukou',
  'list',
  'correction',
  'twin',
  'duplicates',
  'askCorrection',
  'acceptCorrection',
  'confirmCorrection',
  'messages',
  'bulk',
  'board',
  'calendar',
  'texts',
  'ownData',
  'views',
  'proposeExport',
  'confirmExport',
  'readExport',
  'assist',
  'takeOver',
  'jointReview',
  'subdistrict',
  'department',
  'audit',
  'sentences',
  'subdistricts',
  'city',
  'season',
  'token',
  'webhook',
  'changes',
];

/** Where an answer shows how far the child has come, or what a job has done. */
const SHOWS: Readonly<Record<string, object>> = {
  IdentityCheck: { collectionRecord: { stage: 'IDENTITY_VERIFIED', identityCheck: { status: 'PASSED' } } },
  SharedRecords: { myRecords: [{ viewerRelation: 'AUTHORIZED' }] },
  SubmitAgain: { submitDetails: { stage: 'IDENTITY_VERIFIED' } },
  Appeal: { appeal: { stage: 'APPEALED' } },
  FormVerification: { formVerification: { status: 'VALID' } },
  RecordResult: { collectionRecord: { stage: 'ADMITTED', admissionResult: { outcome: 'ADMITTED' } } },
  RecordExport: { recordExport: { whole: true } },
  FindRecord: { collectionRecords: { edges: [{ node: { service: 'LOCAL_HUKOU' } }] } },
  MarkNotDuplicate: { markNotDuplicate: { nearDuplicates: [{ verdict: 'NOT_DUPLICATE' }] } },
  FreezeRecord: { freezeRecord: { freeze: { reason: '两家都说证件是自己孩子的' } } },
  UnfreezeRecord: { unfreezeRecord: { freeze: null } },
  AcceptCorrectionRequest: { acceptCorrectionRequest: { correctionRequest: { takesTwo: true } } },
  ConfirmCorrectionRequest: { confirmCorrectionRequest: { correctionRequest: { state: 'ACCEPTED' } } },
  SetSentences: { setSentences: { applied: false, revision: 0 } },
  RevokeApiToken: { revokeApiToken: true },
  SeeDryRun: { job: { dryRun: true, done: 1, refused: 0 } },
  StartBulk: { startBulk: { __typename: 'Job', total: 1 } },
  HandOverRecords: { handOverRecords: { done: [expect.any(String)], refused: [] } },
  ReleaseRecord: { releaseRecord: { __typename: 'CollectionRecord' } },
  RemoveView: {
    removeView: { views: expect.not.arrayContaining([expect.objectContaining({ builtIn: false })]) },
  },
  ConfirmBulk: { confirmBulk: { __typename: 'Job', second: expect.any(Object) } },
  SeeExport: { job: { kind: 'EXPORT_LIST', done: 1, refused: 0 } },
  ListExportRows: { listExportRows: { nodes: [{ child: { documentNumber: expect.any(String) } }] } },
  SaveAtDesk: { saveDetails: { __typename: 'CollectionRecord' } },
  AssistedRecord: { collectionRecord: { assistance: { openUntil: expect.any(String), takenOverAt: null } } },
  TryPapers: { setPapers: { applied: false, changes: [{}] } },
  SetPapers: { setPapers: { applied: true, changes: [{}] } },
  DeleteWebhook: { deleteWebhook: true },
};

/** A year without calendars cannot be opened, nor closed before. */
const REFUSED = new Set(['OpenSeason', 'CloseSeason']);

/** The notice takes ten seconds to read, and 180 lie between two codes. */
const WAITS: Readonly<Record<string, number>> = {
  RegisterChild: 11,
  RequestSmsCode: 181,
  RequestWithdrawalCode: 181,
  RequestExportCode: 181,
};

async function compareNow(): Promise<void> {
  const owner = new pg.Client({ connectionString: api.database.url });
  await owner.connect();
  await owner.query(`select graphile_worker.add_job('find_likenesses')`);
  await owner.end();
}

const isRefused = (value: unknown): boolean => {
  const told = value as { __typename?: string; refused?: unknown[] } | null;
  return told?.__typename === 'Refused' || (told?.refused?.length ?? 0) > 0;
};

async function signInFor({ fits }: Job): Promise<void> {
  const { identity } = page.session.get();
  if (!fits || (identity && fits(identity))) return;
  const somebody = (await page.identities).find(fits);
  expect(somebody).toBeDefined();
  await page.signIn(somebody!);
}

async function runStep(job: Job, { name, label, query, fill, headers }: Step): Promise<Answer> {
  const filled = fill(page.results.get());
  expect([job.name, label, filled !== null]).toEqual([job.name, label, true]);
  const operation = { query, operationName: name, variables: await filled!() };
  return page.send(operation, headers?.(page.results.get()));
}

test('every step of every example runs as the page fills it in, and tells what it costs', async () => {
  expect([...new Set(ORDER)].toSorted()).toEqual([...page.jobs.keys()].toSorted());
  for (const name of ORDER) {
    const job = page.jobs.get(name)!;
    await signInFor(job);
    for (const step of job.steps) {
      const { label } = step;
      if (WAITS[label]) await page.advanceClock(WAITS[label]);
      let answer = await runStep(job, step);
      // The verification gateway calls back about a second later.
      if (label === 'IdentityCheck') {
        answer = await until('the identity check', async () => {
          const { data } = await runStep(job, step);
          return (data?.['collectionRecord'] as { stage?: string }).stage !== 'SUBMITTED' && { data };
        });
      }
      // The queue compares every minute.
      if (label === 'NearDuplicates') {
        await compareNow();
        answer = await until('the pair', async () => {
          const asked = await runStep(job, step);
          const found = asked.data?.['collectionRecord'] as { nearDuplicates?: unknown[] } | null;
          return found?.nearDuplicates?.length === 1 && asked;
        });
      }
      if (label === 'SeeDryRun' || label === 'SeeExport') {
        answer = await until('the end of the job', async () => {
          const asked = await runStep(job, step);
          return (asked.data?.['job'] as { state?: string } | null)?.state === 'DONE' && asked;
        });
      }
      if (label === 'AskRevoked') {
        expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
        continue;
      }
      expect({ name, label, errors: answer.errors ?? null }).toEqual({ name, label, errors: null });
      for (const [field, value] of Object.entries(answer.data!)) {
        const told = { name, label, field, value };
        expect({ ...told, absent: value === null, refused: isRefused(value) }).toEqual({
          ...told,
          absent: false,
          refused: REFUSED.has(label),
        });
      }
      if (SHOWS[label]) expect({ label, ...answer.data }).toMatchObject({ label, ...SHOWS[label] });
      if (label !== 'IdentityCheck') {
        const { requested, limit } = answer.extensions!.cost!;
        expect(requested).toBeGreaterThan(0);
        expect(requested).toBeLessThanOrEqual(limit);
      }
    }
  }
});

test('each step has its own name in both languages', async () => {
  const { readFileSync } = await import('node:fs');
  const texts = (language: string) =>
    JSON.parse(
      readFileSync(new URL(`../../playground/messages/${language}.json`, import.meta.url), 'utf8'),
    ) as { jobs: object; steps: object };
  const [zh, en] = [texts('zh-CN'), texts('en')];
  const labels = [...page.jobs.values()].flatMap(({ steps }) => steps.map(({ label }) => label));
  for (const { jobs, steps } of [zh, en]) {
    expect(Object.keys(jobs).toSorted()).toEqual([...page.jobs.keys()].toSorted());
    expect(Object.keys(steps).toSorted()).toEqual([...new Set(labels)].toSorted());
  }
});
