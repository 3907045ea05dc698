import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { groupCollectionNumber } from '@enrolment/rulebook/collection-number.ts';
import { PreregisterDocument } from '@enrolment/schema/client';
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import readSheets from 'read-excel-file/node';
import { GuardianPages } from '../pages/guardian.js';
import { OfficePages } from '../pages/office.js';
import { SchoolPages } from '../pages/school.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { aPhone, askAs, setPlan, smsTo } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

let browser: Browser;
let phone: string;
let number: string;
let other: string;
beforeAll(async () => {
  browser = await launchBrowser();
  phone = aPhone();
  const family = new Family('guardian-15', phone);
  number = await family.approved();
  other = await new Family('guardian-15', aPhone()).approved();
}, 240_000);
afterAll(() => browser.close());

test('a registrar finds the desk, preregisters the child that stands there, and undoes it with a reason', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  const desk = new SchoolPages(page);
  await desk.enter();
  await new GuardianPages(page).awake();
  await visitor.look('school-desk');
  await desk.scan(number.replace(/.$/, (digit) => String((Number(digit) + 1) % 10)));
  await desk.found.getByText('编号不对').waitFor();
  // A school that has its plan is told so before it takes one more, and goes on all the same.
  await setPlan('0101', 0);
  await desk.scan(groupCollectionNumber(number));
  await desk.found.getByText('再预登记一个孩子就超过计划').waitFor();
  await visitor.look('school-desk-full');
  await setPlan('0101', null);
  await desk.scan(groupCollectionNumber(number));
  await desk.found.getByText('可以预登记').waitFor();
  await desk.found.getByText('全家户口簿').waitFor();
  expect(await desk.found.innerText()).not.toMatch(/\d{17}[\dX]/);
  await visitor.look('school-desk-valid');
  // By keys: every original is ticked, and the child preregistered.
  await desk.found.getByRole('checkbox').first().focus();
  for (const left of ['还有 5 项没看', '还有 4 项没看']) {
    await page.keyboard.press('Space');
    await desk.found.getByText(left).waitFor();
    await page.keyboard.press('Tab');
  }
  await desk.found.getByRole('button', { name: '都看过了' }).press('Enter');
  await desk.found.getByText('原件都看过了').waitFor();
  // Whoever presses twice has done it once.
  await desk.preregister.dblclick();
  const told = (text: string) => new OfficePages(page).told(`${groupCollectionNumber(number)} ${text}`);
  await told('已预登记').waitFor();
  await smsTo(phone, /已完成学校预登记/);
  await visitor.look('school-desk-done');
  await page.locator('summary').click();
  await page.getByRole('button', { name: '撤回预登记' }).click();
  await page.getByRole('alert').getByText('这一项还没有填写').waitFor();
  await page.getByLabel('为什么撤回（家长会看到）').fill('登错了人');
  await page.getByRole('button', { name: '撤回预登记' }).click();
  await told('已撤回').waitFor();
  await smsTo(phone, /学校撤回了儿童/);
  await visitor.close();
});

test('what another desk does meanwhile is told, and a school that is not hers is not there', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'en', colorScheme: 'dark' });
  const { page } = visitor;
  const desk = new SchoolPages(page);
  await desk.enter();
  await desk.scan(other);
  await desk.preregister.waitFor();
  await askAs('registrar-0101', PreregisterDocument, { numbers: [other], school: '0101' });
  await desk.preregister.click();
  await desk.found.getByText('Preregistered at this school').waitFor();
  await desk.found.getByRole('alert').getByText('so this cannot be done now').waitFor();
  await visitor.look('school-desk-meanwhile');
  for (const place of ['0102', '01', 'city'])
    expect((await page.context().request.get(`/school?place=${place}`)).status()).toBe(404);
  await visitor.close();
});

test('the school’s own list, who has not come yet, and the list as a workbook', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'en' });
  const { page } = visitor;
  await new SchoolPages(page).enter();
  const pages = page.getByRole('banner').getByRole('link');
  await pages.filter({ hasText: 'Preregistered' }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: groupCollectionNumber(other) })
    .getByText('Preregistered')
    .waitFor();
  await visitor.look('school-list');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download the list (XLSX)' }).click(),
  ]);
  const [sheet] = await readSheets(await readFile((await download.path())!));
  const data = sheet!.data as unknown[][];
  expect(data.flat()).toContain('Document number (masked)');
  const row = data.find(([number]) => number === groupCollectionNumber(other))!;
  expect(row.join(' ')).toMatch(/\*{6,}/);
  expect(data.flat().join(' ')).not.toMatch(/\d{17}[\dX]/);
  await pages.filter({ hasText: 'Expected' }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: groupCollectionNumber(number) })
    .waitFor();
  await page.getByLabel('Subdistrict').fill('没有这个街道');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByText('There are none.').waitFor();
  await visitor.look('school-expected');
  await visitor.close();
});

test('papers that are missing are noted at the desk; the family reads what to bring, and it is taken back', async () => {
  const phone = aPhone();
  const again = await new Family('guardian-15', phone).approved();
  const visitor = await visit(browser, { width: 390, language: 'zh-CN', colorScheme: 'dark' });
  const { page } = visitor;
  const desk = new SchoolPages(page);
  await desk.enter();
  await new GuardianPages(page).awake();
  await desk.scan(again);
  await desk.found.getByText('可以预登记').waitFor();
  const missing = desk.found.getByRole('button', { name: '材料不齐，改天再来' });
  await desk.found.getByRole('button', { name: '都看过了' }).click();
  await missing.click();
  await desk.found.getByRole('alert').getByText('没有记下缺哪一样').waitFor();
  await desk.found.getByRole('checkbox', { name: /全家户口簿/ }).uncheck();
  await missing.press('Enter');
  await new OfficePages(page).told(`${groupCollectionNumber(again)} 已记下材料不齐`).waitFor();
  await smsTo(phone, /材料不齐/);
  await visitor.look('school-desk-missing');

  await page.goto('/school/expected');
  await page
    .getByRole('listitem')
    .filter({ hasText: groupCollectionNumber(again) })
    .getByText(/缺：/)
    .waitFor();
  await visitor.look('school-expected-missing');
  await page.getByRole('link', { name: /材料不齐 \d/ }).click();
  await page.getByRole('heading', { name: '材料不齐，还要再来' }).waitFor();
  await visitor.look('school-list-missing');

  const family = await visit(browser, { width: 390, language: 'zh-CN' });
  await family.page.goto(`/my/${again}`);
  await new GuardianPages(family.page).signIn(/王试妈/);
  await family.page.getByRole('heading', { name: /请补齐材料，再到/ }).waitFor();
  await family.look('my-missing-originals');
  await family.close();

  await page.goto('/school');
  await desk.scan(again);
  await desk.found.getByText(/记过材料不齐/).waitFor();
  await visitor.look('school-desk-missing-again');
  await desk.found.getByRole('button', { name: /^撤回这条记录/ }).click();
  await new OfficePages(page).told('的缺材料记录已撤回').waitFor();
  await visitor.close();
});
