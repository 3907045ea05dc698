import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { groupCollectionNumber } from '@enrolment/rulebook/collection-number.ts';
import { OfficeRecordDocument } from '@enrolment/schema/client';
import type { Browser, Page } from 'playwright-core';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { aPhone, askAs } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

let browser: Browser;
let numbers: string[];
beforeAll(async () => {
  browser = await launchBrowser();
  numbers = [];
  for (let n = 0; n < 2; n += 1) numbers.push(await new Family('guardian-13', aPhone()).reviewable());
}, 240_000);
afterAll(() => browser.close());

/** From the queue with these records to what can be done to them. */
async function choose(page: Page): Promise<void> {
  await page.goto('/office/queue?whose=all');
  for (const number of numbers) {
    const row = page.getByRole('row').filter({ hasText: groupCollectionNumber(number) });
    await row.getByRole('checkbox').check();
  }
  await page.getByRole('button', { name: '批量办理选中的' }).click();
  await page.getByText('选中的 2 件').waitFor();
}

test('an officer chooses, tries and does; what is rejected a colleague confirms', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  await new OfficePages(page).open('/office', /东审核/);
  await choose(page);
  await page.locator('summary').filter({ hasText: '一个审核项通过' }).click();
  const pass = page.getByRole('form', { name: '一个审核项通过' });
  await pass.getByLabel('审核项').selectOption({ label: '在京实际住所居住材料' });
  await visitor.look('office-bulk-new');
  await pass.getByRole('button', { name: /^试算/ }).click();
  const start = page.getByRole('button', { name: '办理这 2 件' });
  await start.waitFor();
  await visitor.look('office-bulk-tried');
  await start.click();
  await page.getByText('已完成').waitFor();
  await page.getByRole('cell', { name: '阶段不变' }).waitFor();
  const file = page.waitForEvent('download');
  await page.getByRole('link', { name: '下载结果（CSV）' }).click();
  expect((await file).suggestedFilename()).toMatch(/^batch-[\da-f-]+\.csv$/);
  const lines = (await readFile(await (await file).path())).toString().trim().split('\r\n');
  expect(lines[0]).toMatch(/由 东\*核 于 20\d\d-\d\d-\d\d \d\d:\d\d 下载/);
  expect(lines).toHaveLength(5);

  await choose(page);
  await page.locator('summary').filter({ hasText: '审核未通过' }).click();
  const reject = page.getByRole('form', { name: '审核未通过' });
  await reject.getByRole('button', { name: /^试算/ }).click();
  await page.getByRole('alert').getByText('这一项还没有填写').waitFor();
  await reject.getByLabel('原因').fill('居住材料与居住证对不上。');
  await reject.getByRole('button', { name: /^试算/ }).click();
  await page.getByText('会给 2 个家庭发短信').waitFor();
  await page.getByRole('button', { name: '提出这 2 件，等同事确认' }).click();
  await page.getByText('等第二人确认').waitFor();
  const code = await page.locator('.code').innerText();
  expect(await page.getByRole('button', { name: '核对无误，确认办理' }).count()).toBe(0);
  await visitor.look('office-bulk-proposed');

  const colleague = await visit(browser, { width: 390, language: 'en', colorScheme: 'dark' });
  await new OfficePages(colleague.page).open('/office', /东管理/);
  await colleague.page.getByRole('link', { name: /^Waiting for you to confirm/ }).click();
  await colleague.page
    .getByRole('row')
    .filter({ hasText: 'Waits for a second person' })
    .getByRole('link', { name: 'Not approved' })
    .first()
    .click();
  await colleague.page.getByText('居住材料与居住证对不上。').waitFor();
  expect(await colleague.page.locator('.code').innerText()).toBe(code);
  await colleague.look('office-bulk-second');
  await colleague.page.getByRole('button', { name: 'I have checked it: confirm' }).click();
  await colleague.page.getByText('Done', { exact: true }).first().waitFor();
  await colleague.page.goto('/office/bulk');
  await colleague.page.getByRole('heading', { name: 'Second person for rejections in bulk' }).waitFor();
  await colleague.look('office-bulk');
  await colleague.close();
  for (const number of numbers) {
    const { collectionRecord } = await askAs('officer-01', OfficeRecordDocument, { number });
    expect(collectionRecord!.stage).toBe('REJECTED');
  }
  await visitor.close();
});
