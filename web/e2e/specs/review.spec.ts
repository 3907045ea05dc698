import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import {
  AppealDocument,
  DecideAppealDocument,
  DecideReviewItemDocument,
  GrantAuthorizationDocument,
  RecordFileDocument,
  SetPhaseDocument,
  type PhaseKind,
} from '@enrolment/schema/client';
import { GuardianPages } from '../pages/guardian.js';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { ALONE, Family, withFather } from '../support/family.js';
import { Office } from '../support/office.js';
import { advanceClock, aPhone, askAs, now, identity } from '../support/sandbox.js';
import { visit, type Visitor } from '../support/visitor.js';

const MOTHER = 'guardian-21';
const FATHER = 'guardian-22';
const DAY_SECONDS = 86_400;
/** Questions that the district of the last test asks in addition. */
const XICHENG = [
  { key: 'INSURED_SINCE', value: '2020-01-01' },
  { key: 'ORIGINALS', value: '到街道窗口' },
];

let browser: Browser;
let visitor: Visitor;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  visitor = await signedIn(/褚试妈/, { width: 390, language: 'zh-CN' });
  page = visitor.page;
});
afterAll(() => browser.close());

async function signedIn(who: RegExp, reader: Parameters<typeof visit>[1]): Promise<Visitor> {
  const somebody = await visit(browser, reader);
  await somebody.page.goto('/my');
  await new GuardianPages(somebody.page).signIn(who);
  await somebody.page.waitForURL(/\/my$/);
  return somebody;
}

const after = async (seconds: number) => new Date((await now()).getTime() + seconds * 1000).toISOString();
const review = (number: string) => `/my/${number}/collection/review`;
const shows = (text: string | RegExp, there = page) => there.getByText(text).first().waitFor();
const item = (name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });

async function open(path: string, there = page): Promise<void> {
  await there.goto(path);
  await new GuardianPages(there).awake();
}

test('an item that is returned shows why, what to do and until when; only that is open, and only that goes back', async () => {
  const family = new Family(MOTHER, aPhone());
  const number = await family.reviewable();
  const numbers = [number];
  await open(review(number));
  await shows('区教委正在审核');
  await askAs('officer-01', DecideReviewItemDocument, { numbers, kind: 'EMPLOYMENT', status: 'PASSED' });
  await askAs('officer-01', DecideReviewItemDocument, {
    numbers,
    kind: 'RESIDENCE',
    status: 'RETURNED',
    reason: '备案编号少一位',
    remedy: '照租房备案证明再填一次',
    dueAt: await after(10 * DAY_SECONDS),
  });
  // The open page shows it by itself.
  await page.getByRole('link', { name: '去补充更正' }).waitFor({ timeout: 120_000 });
  const returned = await item('在京实际住所居住材料').innerText();
  for (const words of ['退回补充更正', '备案编号少一位', '照租房备案证明再填一次', '前重新提交']) {
    expect(returned).toContain(words);
  }
  await visitor.look('review-returned');

  const elsewhere = { household: { ...ALONE.household, address: '河北省示例县示例村 8 号' } };
  const residence = { ...ALONE.residence, certificateNumber: '备案2026-00001234' };
  const both = await family.send(number, { ...elsewhere, residence });
  expect(both.__typename === 'Refused' && both.refusals.map(({ field }) => field)).toEqual([
    expect.stringMatching(/^household/),
  ]);
  await family.submit(number, { residence });
  await family.reaches(number, 'IDENTITY_VERIFIED');
  await open(review(number));
  expect(await item('在京实际住所居住材料').innerText()).toContain('待审核');
  expect(await item('在京务工就业材料').innerText()).toContain('通过');
  await visitor.look('review-again');
  await new Office().approve([number]);
  await page.getByRole('link', { name: '打印信息采集表' }).first().waitFor({ timeout: 120_000 });
  await shows('5 项通过，共 5 项');
  await visitor.look('review-approved');
});

test('what was returned and not corrected in time says so, and offers nothing that would be refused', async () => {
  const family = new Family(MOTHER, aPhone());
  const number = await family.reviewable();
  await askAs('officer-01', DecideReviewItemDocument, {
    numbers: [number],
    kind: 'RESIDENCE',
    status: 'RETURNED',
    reason: '看不清',
    dueAt: await after(60),
  });
  await advanceClock(61);
  await open(review(number));
  await shows('补充更正的时间已经过了');
  expect(await item('在京实际住所居住材料').innerText()).toContain('已经过了，请拨打区教委电话');
  expect(await page.getByRole('link', { name: '去补充更正' }).count()).toBe(0);
  await visitor.look('review-returned-over');
  const late = await family.send(number, {});
  expect(late.__typename).toBe('Refused');
});

test('rejected: reason, rule and remedy; a second look is asked for once, by her alone; then who decides, and what', async () => {
  const family = new Family(MOTHER, aPhone());
  const number = await family.register();
  await family.submit(number, withFather(await identity(FATHER)));
  await family.reaches(number, 'IDENTITY_VERIFIED');
  await askAs(MOTHER, GrantAuthorizationDocument, { number });
  await new Office().reject([number], '居住材料对不上');
  const fathers = await signedIn(/褚试爸/, { width: 1280, language: 'en', colorScheme: 'dark' });
  await open(review(number), fathers.page);
  await shows('Only the guardian who registered the child can ask', fathers.page);
  expect(await fathers.page.locator('textarea').count()).toBe(0);
  await fathers.look('review-rejected-his');
  await expect(askAs(FATHER, AppealDocument, { number, statement: '请看' })).rejects.toThrow('FORBIDDEN');

  await open(review(number));
  for (const words of ['居住材料对不上', '操作手册三（二）3', '您可以在期限前申请复核一次', '只能申请一次']) {
    await shows(words);
  }
  await visitor.look('review-rejected');
  await page.locator('#appeal button').click();
  await page.getByRole('alert').waitFor();
  await page.locator('#appeal textarea').fill('附上了新的备案证明');
  await page.locator('#appeal button').dblclick();
  await page.getByRole('heading', { name: '复核申请已提交' }).waitFor();
  await shows('由东城区教委复核');
  await visitor.look('review-appealed');
  // Going back shows the present state and sends nothing.
  await page.goBack();
  await page.goto(review(number));
  await page.getByRole('heading', { name: '复核申请已提交' }).waitFor();
  const { collectionRecord } = await askAs(MOTHER, RecordFileDocument, { number });
  expect(collectionRecord!.history.filter(({ kind }) => kind === 'APPEALED')).toHaveLength(1);

  await askAs('officer-01', DecideAppealDocument, { number, accepted: false, reason: '备案证明已失效' });
  await page.getByRole('heading', { name: '复核后维持原结果' }).waitFor({ timeout: 120_000 });
  await shows('备案证明已失效');
  await shows('行政复议');
  await visitor.look('review-dismissed');
  await fathers.close();
});

test('the decision notice is opened and taken home from the review’s page, and opened by the office', async () => {
  const number = await new Family(MOTHER, aPhone()).reviewable();
  await new Office().reject([number], '居住材料对不上');
  await open(review(number));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载告知书' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`审核决定告知书 ${number}.pdf`);
  const bytes = new Uint8Array(await readFile((await download.path())!));
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
  expect(text.replace(/\s/g, '')).toContain('居住材料对不上');

  const office = await visit(browser, { width: 1280, language: 'zh-CN' });
  await new OfficePages(office.page).open(`/office/records/${number}`, /东审核/);
  const name = '打开审核决定告知书（PDF）';
  for (const reader of [page, office.page]) {
    const [answer] = await Promise.all([
      reader.context().waitForEvent('response', (response) => response.url().endsWith('/notice')),
      reader.getByRole('link', { name }).click(),
    ]);
    expect(answer.status()).toBe(200);
    expect(answer.headers()).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'private, no-store',
    });
  }
  await office.close();
});

test('verdicts are not seen before the district’s calendar shows them; a second look too late is told so', async () => {
  const family = new Family(MOTHER, aPhone(), '02');
  const place = { district: '02', service: 'NON_LOCAL_HUKOU' } as const;
  const closesAt = await after(60 * DAY_SECONDS);
  /** Sets the last phases first, since none may open before the review. */
  const openAll = async (kinds: PhaseKind[], opensAt: string) => {
    for (const kind of kinds)
      await askAs('admin-02', SetPhaseDocument, { ...place, kind, opensAt, closesAt });
  };
  const fromReviewOn: PhaseKind[] = [
    'REVIEW',
    'CORRECTION',
    'FORM_PRINTING',
    'SCHOOL_PREREGISTRATION',
    'RESULT',
  ];
  const number = await family.register();
  await family.submit(number, { answers: XICHENG });
  await family.reaches(number, 'IDENTITY_VERIFIED');
  await openAll(fromReviewOn.toReversed(), await after(3_600));
  try {
    await askAs('officer-02', DecideReviewItemDocument, {
      numbers: [number],
      kind: 'EMPLOYMENT',
      status: 'PASSED',
    });
    await new Office('02').reject([number], '还不能看到');
    await open(review(number));
    await shows('区教委正在审核');
    expect(await page.locator('main').innerText()).not.toMatch(/还不能看到|未通过|[2-9] 项通过/);
    expect(await page.locator('#appeal').count()).toBe(0);
    await visitor.look('review-before-calendar');
    await page.goto(`/my/${number}`);
    expect(await page.locator('main').innerText()).not.toMatch(/未通过/);
  } finally {
    await openAll(fromReviewOn, await after(-5));
  }
  await open(review(number));
  await shows('还不能看到');
  await page.locator('#appeal textarea').fill('请再看一次');
  // Ten working days, over the longest holidays.
  await advanceClock(20 * DAY_SECONDS);
  await page.locator('#appeal button').click();
  // By then the sign-in has expired too. Signing in leads back here, and the time is over.
  await page.getByRole('heading', { name: '登录已过期' }).waitFor();
  await page.getByRole('button', { name: '重新登录' }).click();
  await new GuardianPages(page).signIn(/褚试妈/);
  await page.waitForURL((url) => url.pathname === review(number));
  await shows('还能怎么办');
  expect(await page.locator('#appeal').count()).toBe(0);
  await visitor.look('review-appeal-over');
});
