import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { DecideIdentityCheckDocument, RecordDocument } from '@enrolment/schema/client';
import { GuardianPages } from '../pages/guardian.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { advanceClock, aChild, setVerification, aPhone, askAs } from '../support/sandbox.js';
import { visit, type Visitor } from '../support/visitor.js';

const MOTHER = 'guardian-21';
const WHO = /褚试妈/;
const OVERDUE_SECONDS = 31 * 60;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Submits a record of a family; the gateway answers in the given way about their documents. */
async function submitted(outcome: 'FAILED' | 'SILENT', phone: string): Promise<string> {
  const { name, documentNumber, sex, birthDate } = await aChild();
  await setVerification(documentNumber, outcome);
  const family = new Family(MOTHER, phone);
  const number = await family.register({ child: { name, documentNumber, sex, birthDate } });
  await family.submit(number);
  return number;
}

async function open(path: string, reader: Parameters<typeof visit>[1]): Promise<Visitor> {
  const visitor = await visit(browser, reader);
  await visitor.page.goto(path);
  await new GuardianPages(visitor.page).signIn(WHO);
  await visitor.page.waitForURL((url) => url.pathname === path);
  return visitor;
}

test('a match that fails waits for an officer; the page says what that means, and sees it settled without a reload', async () => {
  const number = await submitted('FAILED', aPhone());
  const path = `/my/${number}/collection/identity`;
  const visitor = await open(path, { width: 390, language: 'zh-CN' });
  const english = await open(path, { width: 1280, language: 'en', colorScheme: 'dark' });
  const scriptless = await open(path, { width: 390, language: 'zh-CN', javaScriptEnabled: false });
  const { page } = visitor;
  await page.getByRole('heading', { name: '自动比对没有通过，由区教委人工核对' }).waitFor();
  await page.getByRole('heading', { name: '您可以做什么' }).waitFor();
  expect(await page.getByRole('link', { name: '查看注册信息' }).getAttribute('href')).toBe(
    `/my/${number}/registration`,
  );
  await visitor.look('identity-failed');
  await english.page.getByRole('heading', { name: /match did not pass/i }).waitFor();
  await english.look('identity-failed');
  // Without scripts the page does not update by itself, and does not claim to.
  await scriptless.page.reload();
  const text = await scriptless.page.locator('main').innerText();
  expect(text).toContain('自动比对没有通过');
  expect(text).not.toContain('这个页面会自动更新');

  await page.evaluate(() => (document.title = 'the same page'));
  const { decideIdentityCheck } = await askAs('officer-01', DecideIdentityCheckDocument, {
    numbers: [number],
    status: 'PASSED',
  });
  expect(decideIdentityCheck.refused).toEqual([]);
  await page.getByRole('heading', { name: '身份证及户籍信息已验证' }).waitFor({ timeout: 120_000 });
  expect(await page.evaluate(() => performance.getEntriesByType('navigation').length)).toBe(1);
  await visitor.look('identity-settled');
  await scriptless.page
    .getByRole('link', { name: '刷新，查看最新状态' })
    .click()
    .catch(() => {});
  await scriptless.page.goto(path);
  await scriptless.page.getByRole('heading', { name: '身份证及户籍信息已验证' }).waitFor();
  for (const each of [visitor, english, scriptless]) await each.close();
});

test('returned by the officer: the reason and the way on are a click away', async () => {
  const number = await submitted('FAILED', aPhone());
  await askAs('officer-01', DecideIdentityCheckDocument, {
    numbers: [number],
    status: 'RETURNED',
    reason: '户口簿上的姓名不同',
  });
  const visitor = await open(`/my/${number}/collection/identity`, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  await page.getByRole('heading', { name: '区教委请您更正身份证及户籍信息' }).waitFor();
  await visitor.look('identity-returned');
  await page.getByRole('link', { name: '查看原因，去更正' }).click();
  await page.getByText('户口簿上的姓名不同').waitFor();
  await visitor.look('identity-returned-review');
  await visitor.close();
});

test('an answer that does not come: by when it is usual, then that it takes longer and the office knows', async () => {
  const number = await submitted('SILENT', aPhone());
  const path = `/my/${number}/collection/identity`;
  const visitor = await open(path, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  await page.getByRole('heading', { name: '身份证及户籍信息待验证' }).waitFor();
  await page.getByText(/一般 .+ 前有结果/).waitFor();
  await visitor.look('identity-pending');
  await advanceClock(OVERDUE_SECONDS);
  // The waiting page shows it by itself; nobody reloads it.
  await page.getByRole('heading', { name: '核验比平时久' }).waitFor({ timeout: 120_000 });
  const text = await page.locator('main').innerText();
  expect(text).toMatch(/一般 30 分钟内有结果/);
  expect(text).toMatch(/已经提醒区教委/);
  await visitor.look('identity-overdue');
  const { collectionRecord } = await askAs(MOTHER, RecordDocument, { number });
  expect(collectionRecord!.stage).toBe('SUBMITTED');
  await visitor.close();
});
