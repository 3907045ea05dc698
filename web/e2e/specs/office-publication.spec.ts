import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { RecordResultDocument } from '@enrolment/schema/client';
import { beijingTime } from '@enrolment/rulebook/wall-clock.ts';
import type { Browser } from 'playwright-core';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { Office } from '../support/office.js';
import { advanceClock, aPhone, askAs, now } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

jest.setTimeout(420_000);

const MOTHER = 'guardian-15';
const BRING = '8 月 25 日 9:00 到校，带户口簿原件';
const HOUR_MS = 3_600_000;
const office = new Office();

let browser: Browser;
let admitted: string;
let refused: string;
beforeAll(async () => {
  browser = await launchBrowser();
  const approved = () => new Family(MOTHER, aPhone()).approved();
  [admitted, refused] = [await approved(), await approved()];
  // Never preregistered.
  await approved();
  await office.preregister([admitted, refused]);
  await office.decide([admitted], 'ADMITTED', BRING);
  await office.decide([refused], 'NOT_ADMITTED', '学位已满');
}, 300_000);
afterAll(() => browser.close());

const resultOf = async (number: string) =>
  (await askAs(MOTHER, RecordResultDocument, { number })).collectionRecord!.admissionResult;

test('one administrator proposes, another confirms the same code, and at its time all families see it', async () => {
  const one = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = one;
  await new OfficePages(page).open('/office', /东管理/);
  await new OfficePages(page).openSection(/^公布$/);
  await page.getByRole('heading', { name: '公布入学结果' }).waitFor();
  await page.getByText('审核通过，没有到学校预登记').waitFor();
  await page.getByText(BRING).first().waitFor();
  await one.look('office-publication-check');

  const later = beijingTime(new Date((await now()).getTime() + HOUR_MS)).toISOString();
  const leave = page.getByRole('checkbox', { name: /以后另行公布/ });
  if ((await leave.count()) > 0) await leave.check();
  const propose = page.getByRole('button', { name: '提出，请另一位确认' });
  await page.getByLabel('日期').fill('2020-01-01');
  await page.getByLabel('时间', { exact: true }).fill('10:00');
  await propose.click();
  await page.getByRole('alert').getByText('公布时间要晚于现在').waitFor();
  await page.getByLabel('日期').fill(later.slice(0, 10));
  await page.getByLabel('时间', { exact: true }).fill(later.slice(11, 16));
  const left = page.getByRole('checkbox', { name: /以后另行公布/ });
  if ((await left.count()) > 0) await left.check();
  await propose.click();
  await new OfficePages(page).told('已提出，等另一位管理员确认').waitFor();
  const code = await page.locator('.code').innerText();
  expect(await page.getByRole('button', { name: /^确认/ }).count()).toBe(0);
  await one.look('office-publication-proposed');

  const other = await visit(browser, { width: 390, language: 'en', colorScheme: 'dark' });
  await new OfficePages(other.page).open('/office', /东同事/);
  await new OfficePages(other.page).openSection(/^Publication$/);
  await other.page.locator('.code').filter({ hasText: code }).waitFor();
  const confirm = other.page.getByRole('button', { name: /^Confirm, to be published on/ });
  await confirm.click();
  await other.page.getByRole('alert').getByText('Please check the results first').waitFor();
  await other.look('office-publication-second');
  await other.page.getByRole('checkbox', { name: /^I have checked the numbers/ }).check();
  await confirm.click();
  await new OfficePages(other.page).told('Confirmed. It is published at its time by itself.').waitFor();
  await other.look('office-publication-confirmed');
  expect(await resultOf(admitted)).toBeNull();

  await advanceClock(HOUR_MS / 1000);
  // The queue looks once a minute by the real clock; the page looks again by itself.
  await page.goto('/office/publication');
  await page.getByText(/已公布$/).first().waitFor({ timeout: 180_000 });
  expect(await resultOf(admitted)).toMatchObject({ outcome: 'ADMITTED', note: BRING });
  expect(await resultOf(refused)).toMatchObject({ outcome: 'NOT_ADMITTED' });
  await page.getByRole('heading', { name: /^短信：2 条里已发出 2 条$/ }).waitFor({ timeout: 180_000 });
  await one.look('office-publication-published');
  await other.page.goto('/office/publication');
  await other.page.getByRole('heading', { name: 'All publications' }).waitFor();
  await other.look('office-publication-published');
  await Promise.all([one.close(), other.close()]);
});
