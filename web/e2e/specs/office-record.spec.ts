import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { Office } from '../support/office.js';
import { aPhone } from '../support/sandbox.js';
import { LONGEST_NAME } from '../support/stages.js';
import { visit } from '../support/visitor.js';

const REASON = '合同的备案编号在登记系统里查不到。';
const REMEDY = '请核对备案编号，改好后重新提交。';

let browser: Browser;
let returned: string;
let registered: string;
beforeAll(async () => {
  browser = await launchBrowser();
  const aFamily = () => new Family('guardian-13', aPhone());
  returned = await aFamily().reviewable();
  await new Office().returnItem([returned], REASON, REMEDY);
  registered = await aFamily().register({ child: { name: LONGEST_NAME } });
});
afterAll(() => browser.close());

test.each([
  { width: 390, language: 'zh-CN', colorScheme: 'light' },
  { width: 1280, language: 'en', colorScheme: 'dark' },
  { width: 1600, language: 'zh-CN', colorScheme: 'light' },
] as const)('a record to read at $width px in $language', async (reader) => {
  const visitor = await visit(browser, reader);
  const { page } = visitor;
  await new OfficePages(page).open(`/office/records/${returned}`, /东审核/);
  const main = page.getByRole('main');
  await main.getByText(REASON).waitFor();
  await main.getByText(REMEDY).waitFor();
  // Numbers are masked, and the page says that the look is recorded.
  expect(await main.innerText()).toMatch(/1199\*{10}\w{4}/);
  await main
    .getByText(/查看了信息（证件号码遮盖）|looked at the record/)
    .first()
    .waitFor();
  await visitor.look('office-record');
  await page.goto(`/office/records/${registered}`);
  await visitor.look('office-record-registered');
  await visitor.close();
});

test('another district’s officer, a school and whoever mistypes find no record', async () => {
  for (const who of [/西审核/, /西管理/, /校登记/]) {
    const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
    await new OfficePages(visitor.page).open(`/office/records/${returned}`, who);
    await visitor.page.getByRole('heading', { name: '没有找到这个页面' }).waitFor();
    await visitor.close();
  }
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  await new OfficePages(page).open('/office/records/20260100000000', /东审核/);
  await page.getByRole('heading', { name: '没有找到这个页面' }).waitFor();
  await visitor.look('office-record-none');
  await visitor.close();
});
