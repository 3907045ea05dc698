import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import en from '../../../api/playground/messages/en.json' with { type: 'json' };
import zh from '../../../api/playground/messages/zh-CN.json' with { type: 'json' };
import { PlaygroundPages, type Answer } from '../pages/playground.js';
import { launchBrowser } from '../support/browser.js';
import { compareNow } from '../support/database.js';
import { startOwnCity } from '../support/own-city.js';
import { advanceClock } from '../support/sandbox.js';
import { picture, visit, type Visitor } from '../support/visitor.js';

/** The examples publish results, set a calendar and plan a season, so no other test uses this city. */
let leave: (() => Promise<void>) | undefined;
let browser: Browser;
let visitor: Visitor;
let heard: ReturnType<typeof listen>;
let playground: PlaygroundPages;
beforeAll(async () => {
  leave = await startOwnCity();
  browser = await launchBrowser();
  const permissions = ['clipboard-read', 'clipboard-write'];
  visitor = await visit(browser, { width: 1280, language: 'zh-CN', permissions });
  heard = listen(visitor.page);
  playground = new PlaygroundPages(visitor.page);
  await visitor.page.goto(`${process.env.E2E_API!}/graphql`);
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await leave?.();
});

/** Collects the page's requests to other hosts and its errors in the console. */
function listen(page: Page): { strange: string[]; complaints: string[] } {
  const strange: string[] = [];
  const complaints: string[] = [];
  const ours = [process.env.E2E_API!, process.env.E2E_SANDBOX!];
  page.on('request', (request) => {
    const address = request.url();
    if (/^https?:/.test(address) && !ours.includes(new URL(address).origin)) strange.push(address);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { strange, complaints };
}

/** Looks at our own parts of the page; faults of the editor are GraphiQL's to mend. */
async function look(page: Page, name: string, parts: string[]): Promise<void> {
  await picture(page, name);
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  const { violations } = await parts.reduce((all, part) => all.include(part), axe).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  expect({ name, found }).toEqual({ name, found: [] });
}

/** Jobs in an order in which each finds what it needs; a second registration goes the whole way. */
const ORDER: readonly (keyof typeof zh.jobs)[] = [
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

type Label = keyof typeof zh.steps;
type OfSteps<Value> = Readonly<Partial<Record<Label, Value>>>;

/** The notice takes ten seconds to read, and 180 lie between two codes. */
const WAITS: OfSteps<number> = {
  RegisterChild: 11,
  RequestSmsCode: 181,
  RequestWithdrawalCode: 181,
  RequestExportCode: 181,
};

/** What the verification gateway or the queue has to do first, as somebody sees who presses the button again. */
const UNTIL: OfSteps<object> = {
  IdentityCheck: { collectionRecord: { stage: 'IDENTITY_VERIFIED', identityCheck: { status: 'PASSED' } } },
  NearDuplicates: { collectionRecord: { nearDuplicates: [{}] } },
  SeeDryRun: { job: { state: 'DONE', dryRun: true, done: 1, refused: 0 } },
  SeeBulk: { job: { state: 'DONE', done: 1, refused: 0 } },
  SeeExport: { job: { state: 'DONE', kind: 'EXPORT_LIST', done: 1, refused: 0 } },
  Simulation: { simulation: { state: 'DONE' } },
};

/** Where an answer shows how far the child has come, or what a job has done. */
const SHOWS: OfSteps<object> = {
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
  StartBulk: { startBulk: { __typename: 'Job', total: 1 } },
  HandOverRecords: { handOverRecords: { done: [expect.any(String)], refused: [] } },
  ReleaseRecord: { releaseRecord: { __typename: 'CollectionRecord' } },
  RemoveView: {
    removeView: { views: expect.not.arrayContaining([expect.objectContaining({ builtIn: false })]) },
  },
  ConfirmBulk: { confirmBulk: { __typename: 'Job', second: expect.any(Object) } },
  ListExportRows: { listExportRows: { nodes: [{ child: { documentNumber: expect.any(String) } }] } },
  SaveAtDesk: { saveDetails: { __typename: 'CollectionRecord' } },
  AssistedRecord: { collectionRecord: { assistance: { openUntil: expect.any(String), takenOverAt: null } } },
  TryPapers: { setPapers: { applied: false, changes: [{}] } },
  SetPapers: { setPapers: { applied: true, changes: [{}] } },
  DeleteWebhook: { deleteWebhook: true },
};

/** A year without calendars cannot be opened, nor closed before. */
const REFUSED = new Set<Label>(['OpenSeason', 'CloseSeason']);

const titleOf = (job: keyof typeof zh.jobs): string => zh.jobs[job].title;
const LABELS = new Map(Object.entries(zh.steps).map(([label, title]) => [title, label as Label]));

const isRefused = (value: unknown): boolean => {
  const told = value as { __typename?: string; refused?: unknown[] } | null;
  return told?.__typename === 'Refused' || (told?.refused?.length ?? 0) > 0;
};

/** Runs it again and again until its answer shows what others do meanwhile. */
async function runUntil(job: string, step: string, wanted: object): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await playground.run(job, step);
    try {
      expect(answer.data).toMatchObject(wanted);
      return answer;
    } catch (error) {
      if (tries === 200) throw error;
      await sleep(200);
    }
  }
}

test('each step has a title of its own in both languages', () => {
  for (const kind of ['groups', 'jobs', 'steps'] as const) {
    expect(Object.keys(en[kind]).toSorted()).toEqual(Object.keys(zh[kind]).toSorted());
  }
  expect(new Set(Object.values(zh.steps)).size).toBe(Object.keys(zh.steps).length);
  expect(new Set(Object.values(en.steps)).size).toBe(Object.keys(en.steps).length);
});

test('every step of every example runs in the page as it fills it in, and tells what it costs', async () => {
  const offered = await playground.jobs();
  expect([...offered.keys()].toSorted()).toEqual([...new Set(ORDER)].map(titleOf).toSorted());
  expect(new Set([...offered.values()].flat())).toEqual(new Set(Object.values(zh.steps)));
  for (const name of ORDER) {
    const job = titleOf(name);
    for (const step of offered.get(job)!) {
      const label = LABELS.get(step)!;
      if (WAITS[label]) await advanceClock(WAITS[label]);
      if (label === 'NearDuplicates') await compareNow();
      const wanted = UNTIL[label];
      const answer = await (wanted ? runUntil(job, step, wanted) : playground.run(job, step));
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
      expect({ label, ...answer.data }).toMatchObject({ label, ...SHOWS[label] });
      const { requested, limit } = answer.extensions!.cost!;
      expect(requested).toBeGreaterThan(0);
      expect(requested).toBeLessThanOrEqual(limit);
      await playground.cost.filter({ hasText: `本次 ${requested.toLocaleString('zh-CN')} 点` }).waitFor();
    }
  }
  expect(heard.strange).toEqual([]);
  // The browser itself complains about the token that was revoked.
  expect(heard.complaints.splice(0)).toEqual([expect.stringContaining('401')]);
});

test('the page copies what was sent for elsewhere, and shows SMS and clock', async () => {
  const { page } = visitor;
  await advanceClock(181);
  for (const [job, step] of [
    ['监护人注册', '取人机验证'],
    ['监护人注册', '发短信验证码'],
    ['业务系统用令牌', '发一个令牌'],
    ['业务系统用令牌', '凭令牌看概况'],
  ] as const) {
    await playground.run(job, step);
  }
  // The system's token is in the tab's headers, and nothing of the signed-in person was sent.
  await playground.cost.filter({ hasText: '这一分钟还剩' }).waitFor();
  expect(await playground.copy('curl')).toContain('"authorization: Bearer $ACCESS_TOKEN"');
  expect(await playground.copy('Python')).toContain('urllib.request.urlopen(request)');
  expect(await playground.copy('TypeScript')).not.toMatch(/enrol_|Bearer ey/);
  await look(page, 'playground', ['.examples', '.run', '.session']);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(900);

  await page.getByRole('button', { name: /^Show 沙箱 Sandbox/ }).click();
  await page.getByText('用于注册').first().waitFor();
  const clock = page.locator('.sandbox .clock time');
  const before = Date.parse((await clock.getAttribute('datetime'))!);
  await page.getByRole('button', { name: '+3 分钟' }).click();
  await page.waitForFunction(
    ([from]) => Date.parse(document.querySelector('.sandbox .clock time')!.getAttribute('datetime')!) > from!,
    [before + 170_000],
  );
  await look(page, 'playground-sandbox', ['.sandbox']);
  await page.setViewportSize({ width: 390, height: 844 });
  await look(page, 'playground-phone', ['.sandbox', '.run', '.session']);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(heard).toEqual({ strange: [], complaints: [] });
  await visitor.close();
});

test('the menu signs in as anybody of the sandbox, and out', async () => {
  const another = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = another;
  const complained = listen(page);
  const menu = new PlaygroundPages(page);
  await page.goto(`${process.env.E2E_API!}/graphql`);
  await menu.run('审核人员看记录', '看登录的身份');
  const people = (await (await fetch(`${process.env.E2E_SANDBOX!}/identities`)).json()) as {
    id: string;
    name: string;
    role: string;
  }[];
  // There is one example of each role.
  const everyRole = [...new Map(people.map((person) => [person.role, person])).values()];
  expect(everyRole.length).toBe(7);
  for (const { id, name } of everyRole) {
    await menu.signInAs(id);
    const { data } = await menu.execute('Viewer');
    expect(data!['viewer']).toMatchObject({ name });
  }
  await menu.signInAs('');
  expect((await menu.execute('Viewer')).data).toEqual({ viewer: null });
  expect(complained).toEqual({ strange: [], complaints: [] });
  await another.close();
});
