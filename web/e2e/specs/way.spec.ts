import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import {
  ApproveAdmissionsDocument,
  DecideAppealDocument,
  DecideReviewItemDocument,
  PreregisterDocument,
  PublishResultsDocument,
  RejectRecordsDocument,
} from '@enrolment/schema/client';
import { DetailsPage } from '../pages/details.js';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { aChild, aPhone, askAs } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const ITEMS = ['HOUSEHOLD_REGISTER', 'RESIDENCE_PERMIT', 'RESIDENCE', 'EMPLOYMENT'] as const;

const WORDS = {
  'zh-CN': {
    verified: '身份证及户籍信息已验证',
    on: '查看核验进度',
    ahead: '入学结果还没有公布',
    admitted: '东城区第一示例小学',
  },
  en: {
    on: 'See how the check stands',
    verified: 'Identity and household registration verified',
    ahead: 'has not been published',
    admitted: 'Dongcheng Sample Primary School No. 1',
  },
} as const;

const shows = (page: Page, text: string) => page.getByText(text).first().waitFor();

test.each([
  { width: 390, language: 'zh-CN', who: /赵试爸/, colorScheme: 'light' },
  { width: 1280, language: 'en', who: /钱试爸/, colorScheme: 'dark' },
] as const)(
  'a family follows its record to the result at $width px in $language',
  async ({ width, language, who, colorScheme }) => {
    const visitor = await visit(browser, { width, language, colorScheme });
    const { page } = visitor;
    const words = WORDS[language];
    const guardian = new GuardianPages(page);
    const details = new DetailsPage(page);
    const number = await guardian.register(who, await aChild(), aPhone());
    const numbers = [number];
    const here = `/my/${number}`;
    await visitor.look('way-child-registered');

    await details.open(number);
    await details.fillAll();
    await details.send();
    await visitor.look('way-receipt');
    await page.getByRole('link', { name: words.on }).click();
    await page.waitForURL(/\/collection\/identity$/);
    // The page shows it by itself; nobody reloads it.
    await shows(page, words.verified);
    await visitor.look('way-identity');
    await page.goto(`${here}/collection`);
    expect(await page.locator('[aria-current="step"]').count()).toBeGreaterThan(0);
    await visitor.look('way-collection');

    const returned = { kind: 'RESIDENCE', status: 'RETURNED', reason: '居住证地址与住址不一致' } as const;
    await askAs('officer-01', DecideReviewItemDocument, { numbers, ...returned });
    await page.goto(`${here}/collection/review`);
    await shows(page, '居住证地址与住址不一致');
    await visitor.look('way-review-returned');
    await page.locator(`main a[href="${here}/collection/details"]`).first().click();
    await page.waitForURL(/\/details$/);
    await guardian.awake();
    // Only the returned parts can be edited, and each shows the reason.
    await shows(page, '居住证地址与住址不一致');
    expect(await details.field('household.address').count()).toBe(0);
    await shows(page, '河北省示例县示例村 7 号');
    await details.field('residence.address').fill('示例路 9 号 2 层');
    await details.saved();
    await visitor.look('way-details-returned');
    await details.send();

    await askAs('officer-01', RejectRecordsDocument, { numbers, reason: '材料仍不一致' });
    await page.goto(`${here}/collection/review`);
    await shows(page, '材料仍不一致');
    await visitor.look('way-review-rejected');
    await guardian.awake();
    await page.locator('#appeal textarea').fill('地址已经更正，请再看一次');
    await page.locator('#appeal button').click();
    await shows(page, '地址已经更正，请再看一次');
    expect(await page.locator('#appeal textarea').count()).toBe(0);
    await visitor.look('way-review-appealed');
    await askAs('officer-01', DecideAppealDocument, { number, accepted: true, reason: '已更正' });

    for (const kind of ITEMS) {
      await askAs('officer-01', DecideReviewItemDocument, { numbers, kind, status: 'PASSED' });
    }
    await page.goto(here);
    await visitor.look('way-child-approved');
    await page.goto(`${here}/form`);
    await visitor.look('way-form');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('main a[download], main a[href*="download"]').first().click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.pdf$/);
    expect(await download.failure()).toBeNull();

    await askAs('registrar-0101', PreregisterDocument, { numbers, school: '0101' });
    await askAs('officer-01', ApproveAdmissionsDocument, {
      numbers,
      outcome: 'ADMITTED',
      note: '8 月 25 日报到',
    });
    await page.goto(`${here}/result`);
    await shows(page, words.ahead);
    expect(await page.getByText(words.admitted).count()).toBe(0);
    await visitor.look('way-result-ahead');
    await askAs('admin-01', PublishResultsDocument, { district: '01', service: 'NON_LOCAL_HUKOU' });
    await page.reload();
    await shows(page, words.admitted);
    await shows(page, '8 月 25 日报到');
    await visitor.look('way-result');
    await page.goto('/my');
    await visitor.look('way-my');
    await visitor.close();
  },
);

test('what the page offers, and what the record has moved on from, is answered kindly', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  const number = await new GuardianPages(page).register(/周试妈/, await aChild(), aPhone());
  const details = new DetailsPage(page);
  await details.open(number);
  await details.fillAll();
  await details.send();
  await page.goto(`/my/${number}/collection/identity`);
  await shows(page, WORDS['zh-CN'].verified);
  await askAs('officer-01', RejectRecordsDocument, { numbers: [number], reason: '不符' });
  await page.goto(`/my/${number}/collection/review`);
  const second = await page.context().newPage();
  await second.goto(page.url());
  for (const tab of [page, second]) {
    await tab.locator('#svelte-announcer').waitFor({ state: 'attached' });
    await tab.locator('#appeal textarea').fill('请再看一次');
    await tab.locator('#appeal button').click();
    await tab.locator('#appeal').waitFor({ state: 'detached' });
  }
  await shows(second, '这次没有提交');
  expect((await page.goto('/my/20260199999999/collection/review'))!.status()).toBe(404);
  await visitor.close();
});
