import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { groupCollectionNumber } from '@enrolment/rulebook/collection-number.ts';
import type { Browser } from 'playwright-core';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { Family } from '../support/family.js';
import { aPhone } from '../support/sandbox.js';
import { LONGEST_NAME } from '../support/stages.js';
import { visit } from '../support/visitor.js';

let browser: Browser;
let registered: string;
let verified: string;
const phone = aPhone();
beforeAll(async () => {
  browser = await launchBrowser();
  registered = await new Family('guardian-13', phone).register({ child: { name: LONGEST_NAME } });
  verified = await new Family('guardian-13', aPhone()).reviewable();
});
afterAll(() => browser.close());

const READERS = [
  { width: 390, language: 'zh-CN', colorScheme: 'light' },
  { width: 390, language: 'en', colorScheme: 'dark' },
  { width: 1280, language: 'zh-CN', colorScheme: 'dark' },
  { width: 1280, language: 'en', colorScheme: 'light' },
  { width: 1600, language: 'zh-CN', colorScheme: 'light' },
] as const;

test.each(READERS)('the list at $width px in $language, $colorScheme', async (reader) => {
  const visitor = await visit(browser, reader);
  const { page } = visitor;
  await new OfficePages(page).open('/office/records', /东审核/);
  const row = page.getByRole('row').filter({ hasText: groupCollectionNumber(verified) });
  await row.waitFor();
  // A screen reader hears a table, whatever the layout.
  expect(await page.getByRole('columnheader').count()).toBeGreaterThan(5);
  await visitor.look(`office-records-${reader.colorScheme}`);
  await row.getByRole('link').click();
  await page.waitForURL(new RegExp(`/office/records/${verified}$`));
  await visitor.close();
});

test('filters stand in the address, work without a script, and are taken off one by one', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN', javaScriptEnabled: false });
  const { page } = visitor;
  await new OfficePages(page).open('/office/records', /东审核/);
  const filters = page.getByRole('form', { name: '筛选' });
  await filters.getByLabel('阶段').selectOption('IDENTITY_VERIFIED');
  await filters.getByLabel('户籍', { exact: true }).selectOption('130000');
  await filters.getByRole('button', { name: '筛选' }).click();
  await page.waitForURL(/stage=IDENTITY_VERIFIED/);
  await page.getByText(groupCollectionNumber(verified)).waitFor();
  expect(await page.getByText(groupCollectionNumber(registered)).count()).toBe(0);
  await page.getByRole('link', { name: '去掉筛选：阶段：身份证及户籍信息已验证' }).click();
  await page.getByText(groupCollectionNumber(registered)).waitFor();
  expect(page.url()).toMatch(/province=130000/);
  await page.getByRole('link', { name: '数一数共有多少件' }).click();
  await page.getByText(/^共 \d+ 件$/).waitFor();
  expect(page.url()).toMatch(/province=130000/);
  await page.goto('/office/records?subdistrict=没有这个街道');
  await page.getByText('没有符合的').waitFor();
  expect(await filters.locator('datalist option[value="东直门街道"]').count()).toBe(1);
  await filters.getByLabel('街道').fill('');
  await filters.getByLabel('最近一条短信没送到').check();
  await filters.getByRole('button', { name: '筛选' }).click();
  await page.getByRole('link', { name: '去掉筛选：最近一条短信没送到' }).waitFor();
  expect(await filters.getByLabel('最近一条短信没送到').isChecked()).toBe(true);
  await visitor.close();
});

test('a name, a number and a phone are found, and stand in no address', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  const addresses: string[] = [];
  page.on('request', (request) => void addresses.push(request.url()));
  await new OfficePages(page).open('/office/records', /东审核/);
  const find = async (search: string) => {
    await page.getByRole('searchbox').fill(search);
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.request().method() === 'POST'),
      page.getByRole('button', { name: '查找' }).click(),
    ]);
    expect(answer.status()).toBe(200);
  };
  for (const search of [LONGEST_NAME.slice(0, 6), phone, registered]) {
    await find(search);
    await page.getByText(groupCollectionNumber(registered)).waitFor();
  }
  await visitor.look('office-records-found');
  expect(
    addresses.filter((one) => one.includes(phone) || decodeURIComponent(one).includes('阿卜杜')),
  ).toEqual([]);

  await page.getByRole('searchbox').fill('19');
  await page.getByRole('button', { name: '查找' }).click();
  await page.getByRole('alert').waitFor();
  await visitor.look('office-records-unreadable');
  await page.getByRole('searchbox').fill('19900639999');
  await page.getByRole('button', { name: '查找' }).click();
  await page.getByText('没有找到').waitFor();
  await page.getByRole('link', { name: '‹ 回到名单' }).click();
  await page.getByText(groupCollectionNumber(registered)).waitFor();
  await visitor.close();
});

test('another district’s list has none of them, and its name is found by nobody there', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  await new OfficePages(page).open('/office/records', /西审核/);
  await page.getByRole('searchbox').fill(registered);
  await page.getByRole('button', { name: '查找' }).click();
  await page.getByText('没有找到').waitFor();
  for (const path of ['/office/records?place=01', '/office/records?place=city']) {
    expect((await page.context().request.get(path)).status()).toBe(404);
  }
  const action = await page.context().request.post('/office/records?/find&place=01', {
    form: { search: registered },
    headers: { origin: process.env.E2E_WEB!, accept: 'text/html' },
  });
  expect(action.status()).toBe(404);
  await visitor.close();
});

test('by keyboard alone: the search, a row, and back to the list', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  await new OfficePages(page).open('/office/records', /东审核/);
  await page.getByRole('searchbox').focus();
  await page.keyboard.type(verified);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: '查找结果' }).waitFor();
  const row = page.getByRole('rowheader').getByRole('link');
  await page.getByRole('button', { name: '查找' }).focus();
  // Past the boxes of all rows, which is there with scripts alone, and of this one.
  const reached = () => row.evaluate((one) => one === document.activeElement);
  for (let tabs = 0; tabs < 3 && !(await reached()); tabs += 1) await page.keyboard.press('Tab');
  expect(await reached()).toBe(true);
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`/office/records/${verified}$`));
  await visitor.close();
});
