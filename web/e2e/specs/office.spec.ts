import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { GuardianPages } from '../pages/guardian.js';
import { OfficePages } from '../pages/office.js';
import { launchBrowser } from '../support/browser.js';
import { visit } from '../support/visitor.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test.each([
  { width: 390, language: 'zh-CN', colorScheme: 'light', office: '东城区教委' },
  { width: 1280, language: 'en', colorScheme: 'dark', office: 'Dongcheng' },
] as const)('the office is found from the front page at $width px in $language', async (reader) => {
  const { office: name, ...how } = reader;
  const visitor = await visit(browser, how);
  const { page } = visitor;
  const office = new OfficePages(page);
  await page.goto('/');
  await page
    .getByRole('contentinfo')
    .getByRole('link', { name: /^(教育部门和学校入口|For education authorities and schools)$/ })
    .click();
  await office.signIn(/东审核/);
  await page.waitForURL(/\/office\/\w+$/);
  await office.header.getByRole('link', { name }).waitFor();
  // The name is masked, so passers-by do not learn who is signed in.
  await office.header.getByText('东*核').waitFor();
  expect(await office.header.getByRole('combobox').count()).toBe(0);
  await visitor.look('office-shell');

  await page
    .getByRole('contentinfo')
    .getByRole('link', { name: /^(使用说明|How to)$/ })
    .click();
  await page.getByRole('heading', { level: 1, name: /^(使用说明|How to)$/ }).waitFor();
  // What an officer may do, and nothing that only administrators may.
  expect(await page.getByRole('heading', { level: 3, name: /公布|Publish/ }).count()).toBe(0);
  await visitor.look('office-help');
  await page
    .getByRole('article')
    .filter({ hasText: /转给同事，放回|Hand a record over/ })
    .getByRole('link')
    .click();
  await page.waitForURL(/\/office\/queue/);
  await visitor.close();
});

test('whoever is signed out comes back to where the address led, and signs out again', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open('/office/dashboard?place=01&days=3', /东管理/);
  await page.waitForURL(/\/office\/dashboard\?place=01&days=3$/);
  await office.header.getByRole('button', { name: '退出' }).click();
  await page.getByRole('banner').getByRole('link', { name: '登录' }).waitFor();
  await page.goto('/office/dashboard');
  await page.waitForURL(/\/oidc\/interaction\//);
  await visitor.close();
});

test('a guardian is told whose entrance it is, and where her own is', async () => {
  for (const language of ['zh-CN', 'en'] as const) {
    const visitor = await visit(browser, { width: 390, language });
    const { page } = visitor;
    await new OfficePages(page).open('/office', /郑试妈/);
    await page.getByRole('heading', { name: /教育部门和学校的入口|entrance is for education/ }).waitFor();
    await visitor.look('office-guardian');
    for (const path of ['/office', '/office/dashboard', '/office/records/20260100000017']) {
      expect((await page.context().request.get(path)).status()).toBe(403);
    }
    await page
      .getByRole('main')
      .getByRole('link', { name: /个人中心|My children/ })
      .click();
    await page.waitForURL(/\/my$/);
    await visitor.close();
  }
});

test('another district’s place is not there for an officer, nor is one that nobody has', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  await new OfficePages(page).open('/office', /西审核/);
  await page.waitForURL(/\/office\/\w+$/);
  for (const place of ['01', 'city', '99', '0201', '%00']) {
    for (const path of ['/office', '/office/dashboard', '/office/dashboard/stages.csv']) {
      const answer = await page.context().request.get(`${path}?place=${place}`);
      expect({ path, place, status: answer.status() }).toEqual({ path, place, status: 404 });
    }
  }
  await page.goto('/office/dashboard?place=01');
  await page.getByRole('heading', { name: '没有找到这个页面' }).waitFor();
  await visitor.look('office-elsewhere');
  await visitor.close();
});

test('the city changes between all places, and a page keeps the place', async () => {
  const visitor = await visit(browser, { width: 1280, language: 'zh-CN' });
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open('/office/dashboard', /市管理/);
  await page.getByRole('heading', { name: /^全市/ }).waitFor();
  expect(await office.header.getByRole('option').count()).toBe(19);
  await office.changePlace(/^燕山地区$/);
  await page.getByRole('heading', { name: /^燕山地区/ }).waitFor();
  await office.openSection(/看板/);
  await page.waitForURL(/place=17/);
  expect((await page.goto('/office/dashboard?place=19'))!.status()).toBe(404);
  await visitor.close();
});

test('somebody with a work account is shown the way from the personal centre', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  await page.goto('/my');
  await new GuardianPages(page).signIn(/校登记/);
  await page.getByRole('link', { name: '到办公页面' }).click();
  await new OfficePages(page).header.getByRole('link', { name: /第一示例小学/ }).waitFor();
  await visitor.close();
});

test('language and display are changed in the office, and the page stays', async () => {
  const visitor = await visit(browser, { width: 390, language: 'zh-CN' });
  const { page } = visitor;
  const office = new OfficePages(page);
  await office.open('/office/dashboard', /东管理/);
  await office.header.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: /^Dongcheng/ }).waitFor();
  const footer = page.getByRole('contentinfo');
  await footer.getByRole('button', { name: 'Large' }).click();
  await page.locator('html[data-text="large"]').waitFor();
  await footer.getByRole('button', { name: 'Dark' }).click();
  await page.locator('html[data-theme="dark"]').waitFor();
  expect(page.url()).toMatch(/\/office\/dashboard$/);
  await visitor.look('office-large');
  await visitor.close();
});
