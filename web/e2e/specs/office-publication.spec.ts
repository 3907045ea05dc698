import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ChecklistDocument, RecordResultDocument, SetPhaseDocument } from '@enrolment/schema/client';
import { groupCollectionNumber } from '@enrolment/rulebook/collection-number.ts';
import { beijingTime } from '@enrolment/rulebook/wall-clock.ts';
import type { Browser } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { Keyboard } from '../pages/keyboard.js';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { Office } from '../support/office.js';
import { advanceClock, aPhone, askAs, now } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

const MOTHER = 'guardian-15';
const WHO = /王试妈/;
const BRING = '8 月 25 日 9:00 到校，带户口簿原件';
/** Less than a sign-in lasts. */
const EMBARGO_MS = 6 * 60_000;
const office = new Office();

let browser: Browser;
let admitted: string;
let refused: string;
let away: string;
beforeAll(async () => {
  browser = await launchBrowser();
  const approved = () => new Family(MOTHER, aPhone()).approved();
  // The last one is never preregistered.
  [admitted, refused, away] = [await approved(), await approved(), await approved()];
  await office.preregister([admitted, refused]);
  await office.decide([admitted], 'ADMITTED', BRING);
  await office.decide([refused], 'NOT_ADMITTED', '学位已满');
}, 300_000);
afterAll(() => browser.close());

const resultOf = async (number: string) =>
  (await askAs(MOTHER, RecordResultDocument, { number })).collectionRecord!.admissionResult;
/** A replica may answer, which follows a little later. */
async function published(number: string) {
  for (;;) {
    const result = await resultOf(number);
    if (result) return result;
    await new Promise((again) => setTimeout(again, 250));
  }
}

test('by keyboard one administrator proposes, another confirms the same code, and at its time all families see it', async () => {
  const one = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = one;
  await new OfficePages(page).open('/office', /东管理/);
  await new OfficePages(page).openSection(/^公布$/);
  await page.getByRole('heading', { name: '公布入学结果' }).waitFor();
  await page.getByText('审核通过，没有到学校预登记').waitFor();
  await page.getByText(BRING).first().waitFor();
  await one.look('office-publication-check');

  const later = beijingTime(new Date((await now()).getTime() + EMBARGO_MS)).toISOString();
  const leave = page.getByRole('checkbox', { name: /以后另行公布/ });
  if ((await leave.count()) > 0) await leave.check();
  const propose = page.getByRole('button', { name: '提出，请另一位确认' });
  await page.getByLabel('日期').fill('2020-01-01');
  await page.getByLabel('时间', { exact: true }).fill('10:00');
  await propose.click();
  await page.getByRole('alert').getByText('公布时间要晚于现在').waitFor();
  // What is typed before the scripts run is lost.
  await new GuardianPages(page).awake();
  const keyboard = new Keyboard(page);
  await page.getByLabel('日期').fill(later.slice(0, 10));
  await keyboard.type(page.getByLabel('时间', { exact: true }), later.slice(11, 16));
  const left = page.getByRole('checkbox', { name: /以后另行公布/ });
  if ((await left.count()) > 0 && !(await left.isChecked())) await keyboard.press(left, 'Space');
  await keyboard.press(propose);
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
  await new GuardianPages(other.page).awake();
  const keys = new Keyboard(other.page);
  await keys.press(other.page.getByRole('checkbox', { name: /^I have checked the numbers/ }), 'Space');
  await keys.press(confirm);
  await new OfficePages(other.page).told('Confirmed. It is published at its time by itself.').waitFor();
  await other.look('office-publication-confirmed');
  expect(await resultOf(admitted)).toBeNull();

  await advanceClock(EMBARGO_MS / 1000);
  // The queue looks once a minute by the real clock; the page looks again by itself.
  await page.goto('/office/publication');
  await page
    .getByRole('region', { name: '什么时候' })
    .getByText(/已公布$/)
    .waitFor({ timeout: 180_000 });
  expect(await published(admitted)).toMatchObject({ outcome: 'ADMITTED', note: BRING });
  expect(await published(refused)).toMatchObject({ outcome: 'NOT_ADMITTED' });
  await page.getByRole('heading', { name: /^短信：2 条里已发出 2 条$/ }).waitFor({ timeout: 180_000 });
  await one.look('office-publication-published');
  await other.page.goto('/office/publication');
  await other.page.getByRole('heading', { name: 'All publications' }).waitFor();
  await other.look('office-publication-published');
  await Promise.all([one.close(), other.close()]);
});

test('a published result is corrected by two, and the family reads both versions', async () => {
  // Published by the test before, unless it failed.
  await office.publish();
  const one = await visit(browser, { width: 1280, language: 'en' });
  const { page } = one;
  await new OfficePages(page).open(`/office/records/${refused}`, /东管理/);
  await page.getByRole('link', { name: 'Correct the published result' }).click();
  await page.getByLabel('Outcome').selectOption({ label: 'Admitted' });
  await page.getByLabel('Note for the family').fill(BRING);
  const propose = page.getByRole('button', { name: 'Propose it to another administrator' });
  await propose.click();
  await page.getByText('This has not been filled in yet.').first().waitFor();
  await page.getByLabel('Why it is corrected').fill('录入时选错了结果');
  await propose.click();
  await new OfficePages(page).told('Proposed. It waits for another administrator.').waitFor();
  await one.look('office-result-proposed');

  const other = await visit(browser, { width: 390, language: 'zh-CN', colorScheme: 'dark' });
  await new OfficePages(other.page).open('/office/publication', /东同事/);
  await other.page.getByRole('heading', { name: '等确认的更正' }).waitFor();
  await other.page
    .getByRole('listitem')
    .filter({ hasText: '轮到您' })
    .getByRole('link', { name: groupCollectionNumber(refused) })
    .click();
  await other.look('office-result-second');
  await other.page.getByRole('button', { name: '确认更正' }).click();
  await new OfficePages(other.page).told('已更正，家长会收到短信').waitFor();
  await other.look('office-result-corrected');
  await Promise.all([one.close(), other.close()]);

  const family = await visit(browser, { width: 390, language: 'zh-CN' });
  await family.page.goto(`/my/${refused}/result`);
  await new GuardianPages(family.page).signIn(WHO);
  await family.page.getByRole('heading', { name: /被东城区第一示例小学录取/ }).waitFor();
  await family.page.getByText(/更正，第 2 版/).waitFor();
  await family.page.getByRole('heading', { name: '更正记录' }).waitFor();
  await family.page.getByText('学位已满').waitFor();
  await family.look('result-corrected');
  await family.close();
});

test('a child that no school preregistered in time reads so, and how to go on', async () => {
  const phase = { district: '01', service: 'NON_LOCAL_HUKOU', kind: 'SCHOOL_PREREGISTRATION' } as const;
  const calendar = await askAs('admin-01', ChecklistDocument, { district: '01', service: phase.service });
  const window = calendar.district!.schedule.find(({ kind }) => kind === phase.kind)!;
  const { opensAt, closesAt } = window;
  const over = new Date((await now()).getTime() - 60_000).toISOString();
  const shut = await askAs('admin-01', SetPhaseDocument, { ...phase, opensAt, closesAt: over });
  expect(shut.setPhase.__typename).toBe('Phase');
  try {
    const family = await visit(browser, { width: 390, language: 'en', colorScheme: 'dark' });
    await family.page.goto(`/my/${away}`);
    await new GuardianPages(family.page).signIn(WHO);
    await family.page.getByRole('link', { name: 'See what to do next' }).click();
    await family.page.getByRole('heading', { name: /was not preregistered at a school/ }).waitFor();
    await family.page.getByRole('heading', { name: 'What to do next' }).waitFor();
    await family.look('result-missed');
    await family.close();
  } finally {
    await askAs('admin-01', SetPhaseDocument, { ...phase, opensAt, closesAt });
  }
});
