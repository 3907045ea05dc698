import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { groupCollectionNumber } from '@enrolment/rulebook/collection-number.ts';
import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import readSheets from 'read-excel-file/node';
import { GuardianPages } from '../pages/guardian.js';
import { Keyboard } from '../pages/keyboard.js';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { aPhone } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

let browser: Browser;
let phone: string;
let number: string;
beforeAll(async () => {
  browser = await launchBrowser();
  phone = aPhone();
  number = await new Family('guardian-13', phone).reviewable();
}, 240_000);
afterAll(() => browser.close());

test('by keyboard a list in full is proposed with a purpose, confirmed by a colleague, downloaded with a mark, told to the family', async () => {
  const visitor = await visit(browser, { width: 1600, language: 'zh-CN' });
  const { page } = visitor;
  await new OfficePages(page).open('/office/records?stage=IDENTITY_VERIFIED', /东审核/);
  await visitor.look('office-records-files');
  await new GuardianPages(page).awake();
  const keyboard = new Keyboard(page);
  await keyboard.press(page.getByRole('link', { name: '完整导出名单' }));
  await page.getByRole('heading', { name: '完整导出名单' }).waitFor();
  await page.getByText('阶段：身份证及户籍信息已验证').waitFor();
  await visitor.look('office-export');
  const purpose = page.getByLabel('用途');
  await keyboard.type(purpose, '给 13800001234 打电话');
  await keyboard.press(page.getByRole('button', { name: '提出申请' }));
  await page.getByRole('alert').waitFor();
  expect(await purpose.inputValue()).toBe('给 13800001234 打电话');
  await keyboard.type(purpose, '核对学籍信息');
  await keyboard.press(page.getByRole('button', { name: '提出申请' }));
  await page.getByText('等第二人确认').waitFor();
  const code = await page.locator('.code').innerText();
  await visitor.look('office-export-proposed');

  const colleague = await visit(browser, { width: 390, language: 'en', colorScheme: 'dark' });
  await new OfficePages(colleague.page).open('/office', /东管理/);
  await colleague.page.getByRole('link', { name: /^Waiting for you to confirm/ }).click();
  await colleague.page.getByRole('link', { name: 'Export in full' }).first().click();
  await colleague.page.getByText('核对学籍信息').waitFor();
  await colleague.page.getByText('stage: Identity and hukou verified').waitFor();
  expect(await colleague.page.locator('.code').innerText()).toBe(code);
  await colleague.look('office-export-second');
  const confirm = colleague.page.getByRole('button', { name: 'I have checked it: confirm' });
  await new Keyboard(colleague.page).press(confirm);
  await colleague.page.getByText('Only whoever proposed it can download it').waitFor();

  await page.reload();
  await page.getByText('名单已经写好').waitFor();
  await visitor.look('office-export-ready');
  const xlsx = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载名单（Excel）' }).click();
  const workbook = await xlsx;
  expect(workbook.suggestedFilename()).toMatch(/^export-[\da-f-]+\.xlsx$/);
  const [sheet] = await readSheets(readFileSync((await workbook.path())!));
  const [[mark], titles, ...rows] = sheet!.data as [string[], string[], ...unknown[][]];
  expect(mark).toMatch(/^本名单由 东\*核 于 \d{4}-\d\d-\d\d \d\d:\d\d 下载，含完整个人信息/);
  expect(titles.slice(0, 6)).toEqual(['信息采集编号', '孩子', '性别', '出生日期', '证件类型', '证件号码']);
  const own = rows.find(([first]) => first === groupCollectionNumber(number))!;
  expect(own).toContain(phone);
  expect(own[5]).toMatch(/^\d{17}[\dX]$/);
  // As texts: a CSV of them would lose its last digits in a spreadsheet.
  const csv = await page.request.get(`${page.url().split('?')[0]}/export.csv`);
  expect(csv.status()).toBe(404);
  await visitor.close();
  await colleague.close();

  const family = await visit(browser, { width: 390, language: 'zh-CN' });
  await new OfficePages(family.page).open(`/my/${number}/access`, /郑试妈/);
  await family.page.getByText('导出了名单（完整的姓名、证件号码和手机号）').first().waitFor();
  await family.page.getByText('用途：核对学籍信息').first().waitFor();
  await family.close();
});
