import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { groupCollectionNumber } from '@enrolment/rulebook/collection-number.ts';
import { AppealDocument, DecideReviewItemDocument, OfficeRecordDocument } from '@enrolment/schema/client';
import type { Browser } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { Office } from '../support/office.js';
import { without } from '../support/product.js';
import { aPhone, askAs } from '../support/sandbox.js';
import { visit } from '../support/visitor.js';

let browser: Browser;
let number: string;
let other: string;
let waiting: string;
let appealed: string;
beforeAll(async () => {
  browser = await launchBrowser();
  const aFamily = () => new Family('guardian-13', aPhone());
  number = await aFamily().reviewable();
  other = await aFamily().reviewable();
  waiting = await aFamily().reviewable();
  appealed = await aFamily().reviewable();
}, 240_000);
afterAll(() => browser.close());

test('an officer passes and returns; what was done meanwhile is told, and the text stays', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  await new OfficePages(page).open(`/office/records/${number}`, /东审核/);
  await visitor.look('office-decide');
  await page.getByRole('button', { name: /^通过\s*：全家户口簿/ }).click();
  await new OfficePages(page).told('已通过').waitFor();
  const item = page.getByRole('listitem').filter({ hasText: '在京实际住所居住材料' });
  await item.locator('summary').click();
  await item.getByRole('radio', { name: '地址不一致' }).check();
  await item.getByLabel('原因', { exact: true }).fill('填写的是 502，居住证上是 602。');
  await item.locator('.seen').getByText('填写的是 502，居住证上是 602。').waitFor();
  await visitor.look('office-decide-return');
  const send = item.getByRole('button', { name: /退回这一项/ });
  // The API answers nothing for a while: what is written stays, and the page says that it was not sent.
  await without('api', async () => {
    await send.click();
    await page.getByRole('alert').getByText('您填写的内容都还在').waitFor();
  });
  expect(await item.getByLabel('原因', { exact: true }).inputValue()).toBe('填写的是 502，居住证上是 602。');
  // In another window she makes another decision on the record, which is in her hand since the first.
  const decision = { kind: 'EMPLOYMENT', status: 'PASSED' } as const;
  await askAs('officer-01', DecideReviewItemDocument, { numbers: [number], ...decision });
  const changed = page.getByRole('alert').filter({ hasText: '您打开以后，这一份变了' });
  await changed.waitFor();
  expect(await send.isDisabled()).toBe(true);
  expect(await item.getByLabel('原因', { exact: true }).inputValue()).toBe('填写的是 502，居住证上是 602。');
  await visitor.look('office-decide-changed');
  await changed.getByRole('button', { name: '看新的' }).click();
  await page
    .getByRole('status')
    .filter({ hasText: '您打开以后，这一份变了' })
    .getByText('在京务工就业材料')
    .waitFor();
  await page
    .getByRole('listitem')
    .filter({ hasText: '在京务工就业材料' })
    .getByText('通过', { exact: true })
    .waitFor();
  await send.click();
  await new OfficePages(page).told('已退回').waitFor();
  // She sees one document for a stated purpose; the others stay masked.
  const papers = page.locator('#papers');
  await papers.getByText('写明用途，显示号码').first().click();
  await papers.getByRole('button', { name: '显示号码' }).first().click();
  await papers.getByText('已记录用途').waitFor();
  expect(await papers.innerText()).toMatch(/\d{17}[\dX]/);
  await visitor.close();
});

test('without scripts an officer sees what the family will read before it is sent, and corrects a name', async () => {
  const visitor = await visit(browser, {
    width: 390,
    language: 'en',
    colorScheme: 'dark',
    javaScriptEnabled: false,
  });
  const { page } = visitor;
  await new OfficePages(page).open(`/office/records/${other}`, /东审核/);
  const item = page.getByRole('listitem').filter({ hasText: 'Residence in Beijing' });
  await item.locator('summary').click();
  await item.getByRole('radio', { name: 'Lease is over' }).check();
  await item.getByRole('button', { name: 'See what the family will read' }).click();
  await item.locator('.seen').getByText('租赁合同的租期已到。').waitFor();
  await page.screenshot({ path: '.cache/screenshots/office-decide-preview-390-en.png', fullPage: true });
  await item.getByRole('button', { name: /Return this item/ }).click();
  await page.getByRole('status').getByText('Returned').waitFor();
  await page.getByRole('link', { name: 'Correct the registration' }).click();
  await page.getByRole('button', { name: 'Correct', exact: true }).click();
  await page.getByRole('alert').waitFor();
  await page.locator('[name="birthDate.year"]').fill('2019');
  await page.getByRole('button', { name: 'Correct', exact: true }).click();
  await page
    .getByRole('alert')
    .getByText(/is not a day of the calendar/)
    .waitFor();
  await page.screenshot({ path: '.cache/screenshots/office-correct-390-en.png', fullPage: true });
  await visitor.close();
});

test.each([
  { width: 1600, language: 'zh-CN', colorScheme: 'light' },
  { width: 390, language: 'en', colorScheme: 'dark' },
] as const)('the queue at $width px in $language', async (reader) => {
  const visitor = await visit(browser, reader);
  const { page } = visitor;
  await new OfficePages(page).open('/office', /东审核/);
  await page.waitForURL(/\/office\/queue$/);
  await page
    .getByRole('row')
    .filter({ hasText: groupCollectionNumber(waiting) })
    .waitFor();
  await visitor.look('office-queue');
  await visitor.close();
});

test('by keys an officer takes a record from the queue; a colleague sees whose it is, and takes it over', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  await new OfficePages(page).open('/office/queue?whose=all', /东审核/);
  const row = page.getByRole('row').filter({ hasText: groupCollectionNumber(waiting) });
  await new GuardianPages(page).awake();
  await page.keyboard.press('j');
  expect(await page.locator('tbody tr:focus-within').count()).toBe(1);
  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: '按键' }).waitFor();
  await visitor.look('office-keys');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  // Enter on a checkbox submits the selection, whatever the first row's button does.
  const box = row.getByRole('checkbox');
  await box.check();
  await box.press('Enter');
  await row.getByRole('button', { name: /^放回/ }).click();
  await row.getByRole('button', { name: /^认领/ }).waitFor();
  await new GuardianPages(page).awake();
  await row.getByRole('link').focus();
  await page.keyboard.press('c');
  await row.getByRole('button', { name: /^放回/ }).waitFor();
  await row.getByRole('link').focus();
  await page.keyboard.press('Enter');
  await page.getByText(/您在办/).waitFor();
  await visitor.look('office-record-mine');

  const colleague = await visit(browser, { width: 1280, language: 'zh-CN', colorScheme: 'dark' });
  await new OfficePages(colleague.page).open(`/office/records/${waiting}`, /东管理/);
  await colleague.page.getByText(/东\*核 在办/).waitFor();
  expect(await colleague.page.getByRole('button', { name: /^通过：/ }).count()).toBe(0);
  await colleague.look('office-record-theirs');
  await colleague.page.getByRole('button', { name: '接手' }).click();
  await colleague.page
    .getByText(/您在办，/)
    .first()
    .waitFor();
  await colleague.close();

  const item = page.getByRole('listitem').filter({ hasText: '全家户口簿' });
  await item.getByRole('button', { name: /^通过/ }).click();
  await item
    .getByRole('alert')
    .getByText(/正在办这一份/)
    .waitFor();
  await page.getByRole('link', { name: '下一件' }).click();
  await page.waitForURL((url) => !url.pathname.includes(waiting));
  await visitor.close();
});

test('an appeal is decided by one of its buttons alone, and by no key', async () => {
  await new Office().reject([appealed], '居住材料对不上');
  const { appeal } = await askAs('guardian-13', AppealDocument, {
    number: appealed,
    statement: '请再看一次',
  });
  expect(appeal).toMatchObject({ stage: 'APPEALED' });
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  await new OfficePages(page).open(`/office/records/${appealed}`, /东审核/);
  await new GuardianPages(page).awake();
  const reason = page.getByLabel('给家长的答复');
  await reason.fill('再看一次');
  await reason.press('Control+Enter');
  await reason.evaluate((field) => (field as HTMLTextAreaElement).form!.submit());
  await page.getByRole('alert').getByText('还没有决定').waitFor();
  expect(await reason.inputValue()).toBe('再看一次');
  const { collectionRecord } = await askAs('admin-01', OfficeRecordDocument, { number: appealed });
  expect(collectionRecord!.stage).toBe('APPEALED');
  await visitor.close();
});
